import { FileError } from '../api/errors.js'
import type { FileEntity } from '../api/types.js'
import { attachOnce } from './attach-once.js'
import { forWhom } from './for-whom.js'
import { deleteSaved } from './delete-saved.js'
import { createPersist } from './persist.js'
import { saveOnce } from './save-once.js'
import { sendBytes } from './send-bytes.js'
import type { UploadEvent } from './transition.js'
import type { Emit, UploadJob, UploadPorts } from './upload-job.js'
import type { UploadResult } from './upload-state.js'

/** Takes one file as far as it goes, step after step, and tells what happened. It decides nothing. */
export async function runUpload(job: UploadJob, ports: UploadPorts, emit: Emit): Promise<void> {
  const { from, mode, entity, versionOf, signal } = job
  const persist = createPersist(job, ports, emit)
  const context = { job, ports, emit, persist }
  /** What there is to be taken back where it is canceled now. */
  let made: FileEntity | undefined

  emit({ type: 'started' })
  const end = await run().then(
    (result): UploadEvent => ({ type: 'finished', result }),
    (cause): UploadEvent => ({ type: 'failed', error: forWhom(mode, cause, 'send') }),
  )
  // Asked in the same moment as it is told, so that no cancel is missed.
  if (!signal.aborted) emit(job.isUnwanted() && made ? await takeBack(made) : end)
  job.leave()

  async function run(): Promise<UploadResult> {
    if (from.reached === 'entity' || from.reached === 'attach-sent') return attach(from.file)
    const stored =
      from.reached === 'nothing' ? await store() : { s3ref: from.s3ref, file: job.prepared ?? job.file }
    if (mode === 'journey') return { kind: 'stored', s3ref: stored.s3ref }
    if (versionOf !== undefined) {
      const { saveVersionOnce } = await load(saveVersion)
      made = await saveVersionOnce(stored, versionOf, context)
      return { kind: 'saved', file: made }
    }
    if (mode === 'portal' && entity) {
      const { savePortalOnce } = await load(savePortal)
      made = await savePortalOnce(stored, entity, context)
      return { kind: 'saved', file: made }
    }

    const saved = await saveOnce(stored, context)
    if (entity) emit({ type: 'reached', checkpoint: { reached: 'entity', file: saved } })
    return attach(saved)
  }

  async function store() {
    const stored = await sendBytes(job, ports, emitAndLoad, persist)
    emit({ type: 'reached', checkpoint: { reached: 's3', s3ref: stored.s3ref } })
    return stored
  }

  /** Where the first byte leaves there is a network, which may be gone when the last one has arrived. */
  function emitAndLoad(event: UploadEvent): void {
    const chunk = versionOf !== undefined ? saveVersion : mode === 'portal' ? savePortal : undefined
    if (event.type === 'sending') chunk?.().catch(() => {}) // whoever needs it hears of it
    emit(event)
  }

  /** Browsers do not ask again for a chunk that did not load, so it is not asked for in vain. */
  function load<T>(chunk: () => Promise<T>): Promise<T> {
    return persist('save', async () => {
      if (ports.connection.isOnline()) return chunk()
      throw new FileError('network', 'Could not load what saves the file: there is no network.', {
        step: 'save',
      })
    })
  }

  async function attach(saved: FileEntity): Promise<UploadResult> {
    made = saved
    const result = { kind: 'saved', file: saved } as const
    if (!entity || job.isUnwanted()) return result
    // A call that carries it is awaited, and nothing else: to be taken back, it need not be attached first.
    const whileWanted = { ...job, signal: job.wanted }
    const patience = createPersist(whileWanted, ports, emit)
    const attached = await attachOnce(entity, saved, { ...context, job: whileWanted, persist: patience })
    return attached === 'pending' ? { ...result, attach: attached } : result
  }

  /** Deletes what was canceled too late to stop. */
  async function takeBack(file: FileEntity): Promise<UploadEvent> {
    // Deleting would take the file with all its versions.
    if (versionOf !== undefined) return { type: 'finished', result: { kind: 'saved', file, tooLate: true } }
    try {
      await deleteSaved(file, context)
      return { type: 'deleted' }
    } catch (cause) {
      const notDeleted = forWhom(mode, cause, 'delete')
      return { type: 'finished', result: { kind: 'saved', file, notDeleted } }
    }
  }
}

// Most apps save neither versions nor in a portal.
const saveVersion = () => import('./save-version-once.js')
const savePortal = () => import('./save-portal-once.js')
