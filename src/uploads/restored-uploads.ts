import type { Clock } from '../api/clock.js'
import type { UploadChange, Uploads } from './create-uploads.js'
import { giveFiles } from './give-files.js'
import type { ReadonlyStore } from './readonly-store.js'
import type { Interrupted, RestoredSummary } from './restored-summary.js'
import { interruptedOf, needOf } from './restored-summary.js'
import { createRestoredViews } from './restored-views.js'
import type { Upload } from './upload.js'

/** What a reload has interrupted, kept up with each change; a `FileClient` has what it is made of. */
export interface RestoredUploads {
  /** Those of a scope; without one, all of the client's. */
  view(scope?: string): ReadonlyStore<RestoredSummary>
  continueAll(scope?: string): void
  /** Gives files to those that wait for theirs; answers with the files that belong to none. */
  chooseAll(files: readonly File[], scope?: string): readonly File[]
  /** Hides them at once, and takes them out of their lists after some seconds or with the next discard. */
  discard(uploads: readonly Upload[]): void
  /** Brings back what was discarded last. */
  undo(): void
  /** Takes what was discarded out of its lists at once. */
  settle(): void
}

/** Whose uploads, and what times the undo. */
export interface RestoredSources {
  readonly uploads: Uploads
  readonly clock: Clock
}

/** One for each client; a tick of progress costs one look into a map. */
export function restoredUploads(sources: RestoredSources): RestoredUploads {
  const keeper = known.get(sources.uploads) ?? keepRestored(sources)
  known.set(sources.uploads, keeper)
  return keeper
}

const known = new WeakMap<Uploads, RestoredUploads>()

function keepRestored({ uploads, clock }: RestoredSources): RestoredUploads {
  const members = new Map<Upload, Interrupted>()
  const hidden = new Set<Upload>()
  /** Those among the hidden that went on until then. */
  const halted = new Set<Upload>()
  const views = createRestoredViews(members, hidden)
  let callOff = () => {}
  let isBusy = false

  for (const upload of uploads.all()) note(upload, interruptedOf(upload))
  uploads.onChange(follow)

  return {
    view: (scope) => views.of(scope),
    continueAll: (scope) =>
      atOnce(() => {
        for (const upload of shown(scope)) if (members.get(upload)?.need === 'continue') upload.resume()
      }),
    chooseAll: (files, scope) =>
      atOnce(() =>
        giveFiles(
          shown(scope).filter((upload) => needsFile(members.get(upload))),
          files,
        ),
      ),
    discard: (discarded) =>
      atOnce(() => {
        settle()
        for (const upload of discarded) if (members.has(upload)) hide(upload)
        if (hidden.size > 0) callOff = clock.setTimeout(() => atOnce(settle), undoMs)
      }),
    undo: () =>
      atOnce(() => {
        callOff()
        hidden.clear()
        for (const upload of halted) upload.resume()
        halted.clear()
      }),
    settle: () => atOnce(settle),
  }

  function shown(scope: string | undefined): readonly Upload[] {
    return [...members.keys()].filter(
      (upload) => !hidden.has(upload) && (scope === undefined || upload.scope === scope),
    )
  }

  function follow(changes: readonly UploadChange[]): void {
    const [change] = changes
    const member = change && members.get(change.upload)
    // What had failed may be attached to something else now, and so belong to another group.
    const isInPlace = member && member.need !== 'attention' && !hidden.has(change.upload)
    if (changes.length === 1 && isInPlace && !isBusy) return followOne(change, member)
    let isOther = false
    for (const { upload, before, after } of changes) {
      const known = members.get(upload)
      if (!known && before !== null) continue
      const need = after && needOf(after)
      if (!known) isOther = note(upload, after && interruptedOf(upload)) || isOther
      else if (need !== known.need) isOther = note(upload, need && { ...known, need }) || isOther
    }
    if (isOther) update()
  }

  /** As most changes come: thousands may be done one by one. */
  function followOne({ upload, after }: UploadChange, member: Interrupted): void {
    const need = after && needOf(after)
    if (need === member.need) return
    note(upload, need && { ...member, need })
    views.change(upload, { from: member.need, to: need })
  }

  /** Whether it counts now, or did. */
  function note(upload: Upload, now: Interrupted | null): boolean {
    if (now) {
      members.set(upload, now)
      return true
    }
    hidden.delete(upload)
    halted.delete(upload)
    return members.delete(upload)
  }

  function hide(upload: Upload): void {
    hidden.add(upload)
    if (members.get(upload)?.need !== 'nothing') return
    // Where it can be stopped, nothing is saved meanwhile that nobody wants.
    upload.pause()
    if (members.get(upload)?.need === 'continue') halted.add(upload)
  }

  function settle(): void {
    callOff()
    const gone = [...hidden]
    hidden.clear()
    halted.clear()
    for (const upload of gone) upload.cancel()
    uploads.remove(gone)
  }

  /** Many changes, told once. */
  function atOnce<T>(change: () => T): T {
    isBusy = true
    try {
      return change()
    } finally {
      isBusy = false
      update()
    }
  }

  function update(): void {
    if (!isBusy) views.update()
  }
}

function needsFile(member: Interrupted | undefined): boolean {
  return member?.need === 'file' || member?.need === 'expired'
}

const undoMs = 8000
