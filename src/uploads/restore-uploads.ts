import { FileError } from '../api/errors.js'
import type { JournalEntry } from '../journal/journal-entry.js'
import { checkpointToday, fateOf, isDropped, keptUntil } from '../journal/journal-entry.js'
import type { JournalStore, Tab, TabNews } from '../journal/journal-store.js'
import { fileOf, standInOf } from '../journal/kept-file.js'
import type { UploadResult, UploadState } from '../transfer/upload-state.js'
import { isLive, nothing } from '../transfer/upload-state.js'
import type { UploadSeed } from './create-upload.js'
import type { Uploads } from './create-uploads.js'
import { lastingResult } from './lasting-result.js'
import type { Upload } from './upload.js'

/** Finds what was interrupted, and tells other tabs what became of it. */
export interface Restorer {
  restore(owner: string): Promise<void>
  /** Whether another tab goes on with it. */
  isOthers(upload: Upload): boolean
  /** What somebody here has done with an upload of another tab. */
  follow(upload: Upload, after: UploadState | null): void
  tellEnd(upload: Upload, end: UploadState): void
  /** Lets go of what is being found, and of what other tabs have. */
  forget(): void
  stop(): void
}

export interface RestorerPorts {
  readonly store: JournalStore
  readonly tab: Tab
  readonly uploads: Uploads
  /** Which upload has made which file. */
  readonly made: Map<string, string>
  readonly now: () => number
  readonly currentOwner: () => string | undefined
  /** Nothing was looked for, since somebody else is signed in by then. */
  readonly onOwnerGone: (owner: string) => void
  readonly onFound: (entry: JournalEntry) => void
  readonly onProblem: (error: unknown) => void
  readonly onForget: () => void
}

export function createRestorer(ports: RestorerPorts): Restorer {
  const { store, tab, uploads, made, now, currentOwner, onOwnerGone, onFound, onProblem, onForget } = ports
  /** The rows of uploads that other tabs go on with. */
  const others = new Map<string, Upload | undefined>()
  /** What was canceled here of other tabs, which may be gone before they hear of it. */
  const canceled = new Map<string, Upload>()
  /** What has ended in other tabs, whose it stays: its row here only shows it. */
  const shown = new Set<string>()
  /** The other tabs, and what ends the waiting for their end. */
  const leaders = new Map<string, () => void>()
  /** For whom was asked: what is theirs is taken over when another tab goes. */
  const asked = new Set<string>()
  /** A browser that is asked at once may still count them among the open ones. */
  const closed = new Set<string>()
  /** What ended in other tabs while it was being found here. */
  const ended = new Set<string>()
  let finding = 0
  let timesCalledOff = 0
  const stopNews = tab.onNews(hear)
  tab.tell({ type: 'here', tab: tab.id })

  return {
    restore,
    isOthers: ({ id }) => others.has(id) || shown.has(id),
    follow(upload, after) {
      if (after?.status === 'canceled') {
        canceled.set(upload.id, upload)
        tab.tell({ type: 'cancel', id: upload.id })
      }
      if (!after || !isLive(after)) others.delete(upload.id)
    },
    tellEnd({ id }, end) {
      tab.tell({ type: 'ended', id, result: lastingResult(end) })
    },
    forget() {
      timesCalledOff += 1
      others.clear()
      canceled.clear()
      shown.clear()
      asked.clear()
      letLeadersGo()
    },
    stop() {
      timesCalledOff += 1
      stopNews()
      letLeadersGo()
    },
  }

  function letLeadersGo(): void {
    leaders.forEach((stop) => stop())
    leaders.clear()
  }

  async function restore(owner: string): Promise<void> {
    finding += 1
    try {
      await find(owner)
    } finally {
      finding -= 1
      if (finding === 0) ended.clear()
    }
  }

  async function find(owner: string): Promise<void> {
    const before = timesCalledOff
    const [entries, open] = await Promise.all([store.entries(), tab.open()])
    if (before !== timesCalledOff) return
    // It is asked for again once its owner is back.
    if (owner !== (currentOwner() ?? '')) return onOwnerGone(owner)
    asked.add(owner)
    open.forEach(watch)
    dropEnded(entries)
    const isOwn = ({ id }: Upload) => !others.has(id) && !canceled.has(id) && !shown.has(id)
    const known = new Set(uploads.all().flatMap((upload) => (isOwn(upload) ? [upload.id] : [])))
    const over: string[] = []
    const led: JournalEntry[] = []
    const free: JournalEntry[] = []
    for (const entry of entries) {
      noteMade(entry)
      const fate = fateOf(entry, now())
      const isLed = open.has(entry.tab) && !closed.has(entry.tab)
      // Whoever does not come back within its time must not have left bytes here for good.
      if (fate === 'over' || (fate === 'expired' && entry.owner !== owner)) over.push(entry.id)
      // What is of this tab is under way here, also where it has left its list or is just being taken over.
      else if (entry.owner !== owner || entry.tab === tab.id || known.has(entry.id)) continue
      // Two tabs of a journey are two forms: neither has what was added in the other.
      else if (entry.mode === 'journey' && isLed) continue
      // Only a journey needs what has ended; and what has yet to take the place of others, in one tab.
      else if (entry.result && entry.mode !== 'journey' && (isLed || !entry.replaces)) continue
      else if (!isLed) free.push(entry)
      else if (!canceled.has(entry.id)) led.push(entry)
    }
    if (over.length > 0) await store.remove(over)

    const claims = free.map((entry) => store.claim(entry.id, { from: entry.tab, to: tab.id }))
    // What cannot be taken over, for want of room, stays as it is for the next page load.
    const answers = (await Promise.allSettled(claims)).filter((answer) => answer.status === 'fulfilled')
    const claimed = answers.map(({ value }) => value).filter((entry) => entry !== null)
    const seeds = await Promise.all(claimed.toSorted(byAge).map(seedOf))
    if (before !== timesCalledOff) return
    adopt(seeds)
    const isOthersStill = ({ id, tab: leader }: JournalEntry) => !ended.has(id) && !closed.has(leader)
    follow(led.filter((entry) => isOthersStill(entry) && !others.has(entry.id)).toSorted(byAge))
    // Another tab was faster with some: now they are its.
    if (claimed.length < answers.length) await find(owner)
  }

  function noteMade({ id, result }: Pick<JournalEntry, 'id' | 'result'>): void {
    if (result?.kind === 'saved') made.set(result.file._id, id)
  }

  function adopt(found: readonly Found[]): void {
    // The rows of another tab become rows of this one.
    const ids = new Set(found.map(({ entry }) => entry.id))
    uploads.remove(uploads.all().filter(({ id }) => ids.has(id)))
    for (const { entry } of found) {
      shown.delete(entry.id)
      onFound(entry)
    }
    const adopted = uploads.adopt(found.map(({ seed }) => seed))
    const all = found.map(({ entry }, index) => ({ entry, upload: adopted[index] }))
    const sent = all.filter(({ entry }) => sentAt(entry) > 0)
    // Latest first: what comes to light only after the next of its name has left is that one's.
    const latest = sent.toReversed().toSorted((a, b) => sentAt(b.entry) - sentAt(a.entry))
    for (const { entry, upload } of [...latest, ...all.filter(({ entry }) => sentAt(entry) === 0)]) {
      if (upload?.state.getState().status === 'queued') upload.start()
      if (entry.isUnwanted || canceled.delete(entry.id)) upload?.cancel()
    }
  }

  async function seedOf(entry: JournalEntry): Promise<Found> {
    const { file, sent, hasBytes } = entry
    // What has expired is offered for its name alone: its bytes are given up.
    const isOffered = hasBytes && fateOf(entry, now()) === 'live'
    // Bytes that cannot be read are lost, and nothing else is.
    const kept = isOffered ? await store.bytes(entry.id).catch(() => undefined) : undefined
    const state = stateOf(entry, kept !== undefined)
    // `prepare` has made another file of it.
    const isOther =
      sent !== null &&
      (sent.sizeBytes !== file.sizeBytes || sent.name !== file.name || sent.type !== file.type)
    const seed = {
      ...seedBase(entry),
      replaces: entry.replaces,
      file: kept && !isOther ? fileOf([kept], file) : standInOf(file),
      restored: {
        state,
        interruptedAt: entry.changedAt,
        // What is saved, or may be, is offered for longer.
        keptUntil: now() > keptUntil(entry) ? undefined : keptUntil(entry),
        // By the clock of this page.
        storedAt: entry.storedAt === null ? undefined : Date.now() - (now() - entry.storedAt),
        lacksBytes: kept === undefined,
        mark: entry.mark,
        prepared: isOther ? (kept ? fileOf([kept], sent) : standInOf(sent)) : undefined,
      },
    }
    return { seed, entry: isOffered && !kept ? { ...entry, hasBytes: false } : entry }
  }

  function stateOf(entry: JournalEntry, hasBytes: boolean): UploadState {
    if (fateOf(entry, now()) === 'expired') {
      const error = new FileError('expired', 'It was interrupted and not gone on with for a week.')
      return { status: 'failed', checkpoint: nothing, error }
    }
    if (entry.result && (entry.result.kind === 'saved' || !isDropped(entry, now())))
      return { status: 'done', result: entry.result }
    const checkpoint = checkpointToday(entry, now())
    if (checkpoint.reached !== 'nothing') return { status: 'queued', checkpoint }
    if (hasBytes) return { status: 'paused', checkpoint }
    if (entry.isChanged) {
      const error = new FileError('file-unreadable', 'The file had changed or gone away on the device.')
      return { status: 'failed', checkpoint: nothing, error }
    }
    const waiting = isDropped(entry, now())
      ? ({ for: 'file', expired: true } as const)
      : { for: 'file' as const }
    return { status: 'waiting', checkpoint, waiting }
  }

  /** Shows what other tabs go on with, until they have ended it or are gone themselves. */
  function follow(entries: readonly JournalEntry[]): void {
    // Before they come in: they are not ours to write down.
    for (const { id } of entries) others.set(id, undefined)
    for (const upload of uploads.adopt(entries.map(ledSeed))) others.set(upload.id, upload)
  }

  /** Once another tab is gone, whatever is left of it is looked up anew, also what it began after this one had looked. */
  function watch(other: string): void {
    if (other === tab.id || leaders.has(other) || closed.has(other)) return
    const stop = tab.onGone(other, () => {
      leaders.delete(other)
      closed.add(other)
      const current = currentOwner() ?? ''
      // Whoever else has asked finds it when they are back.
      asked.forEach((owner) =>
        owner === current ? void restore(owner).catch(onProblem) : onOwnerGone(owner),
      )
      const rows = [...others.values()].filter((upload) => upload !== undefined)
      uploads.remove(rows.filter(({ owner = '' }) => owner !== current))
    })
    leaders.set(other, stop)
  }

  /** Of what other tabs had: what has ended although nobody told. */
  function dropEnded(entries: readonly JournalEntry[]): void {
    const results = new Map(entries.map(({ id, result }) => [id, result]))
    for (const id of others.keys()) {
      if (results.get(id) !== null) end(id, results.get(id) ?? null)
    }
  }

  function hear(news: TabNews): void {
    if (news.type === 'forget') return onForget()
    if (news.type === 'cancel')
      return uploads
        .all()
        .find(({ id }) => id === news.id)
        ?.cancel()
    if (news.type === 'here') return watch(news.tab)
    noteMade(news)
    if (finding > 0) ended.add(news.id)
    end(news.id, news.result)
  }

  /** Shows the end of what another tab had, if it is one to see. */
  function end(endedId: string, result: UploadResult | null): void {
    const upload = others.get(endedId)
    if (!upload) return
    uploads.remove([upload])
    others.delete(endedId)
    if (!result) return
    shown.add(endedId)
    const { id, scope, mode, entity, versionOf, owner, attributes: save, file } = upload
    const state: UploadState = { status: 'done', result }
    const restored = { state, interruptedAt: undefined, lacksBytes: true, prepared: undefined }
    uploads.adopt([{ id, scope, mode, entity, versionOf, owner, save, file, restored }])
  }
}

/** An upload as it comes in, and what is kept of it. */
interface Found {
  readonly seed: UploadSeed
  readonly entry: JournalEntry
}

function seedBase({ owner, ...entry }: JournalEntry): Omit<UploadSeed, 'file'> {
  const { id, scope, mode, entity, versionOf, save } = entry
  return { id, scope, mode, entity, versionOf, save, owner: owner === '' ? undefined : owner }
}

function ledSeed(entry: JournalEntry): UploadSeed {
  const state: UploadState = { status: 'waiting', checkpoint: nothing, waiting: { for: 'leader' } }
  const restored = { state, interruptedAt: undefined, lacksBytes: true, prepared: undefined }
  return { ...seedBase(entry), file: standInOf(entry.file), restored }
}

/** 0 where nothing has left by which files of one name must be told apart. */
function sentAt({ checkpoint }: JournalEntry): number {
  return checkpoint.reached === 'save-sent' ? (checkpoint.sentAt ?? 0) : 0
}

function byAge(a: JournalEntry, b: JournalEntry): number {
  return a.addedAt - b.addedAt
}
