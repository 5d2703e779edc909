import { deleteFile } from '../api/file-api.js'
import type { FileEntity } from '../api/types.js'
import type { Attached } from './attached-by.js'
import { attachOnce } from './attach-once.js'
import { forWhom } from './for-whom.js'
import { createPersist } from './persist.js'
import { saveOnce } from './save-once.js'
import { sendBytes } from './send-bytes.js'
import type { Emit, UploadJob, UploadPorts } from './upload-job.js'
import type { UploadResult } from './upload-state.js'

/** Takes one file as far as it goes, step after step, and tells what happened. It decides nothing. */
export async function runUpload(job: UploadJob, ports: UploadPorts, emit: Emit): Promise<void> {
  const { from, mode, owner, entity, versionOf, signal } = job
  const persist = createPersist(job, ports, emit)
  const context = { job, ports, emit, persist }

  try {
    emit({ type: 'started' })
    emit({ type: 'finished', result: await run() })
  } catch (cause) {
    if (!signal.aborted) emit({ type: 'failed', error: forWhom(mode, cause, 'send') })
  } finally {
    job.leave()
  }

  async function run(): Promise<UploadResult> {
    if (from.reached === 'entity' || from.reached === 'attach-sent') return attach(from.file)
    const stored =
      from.reached === 'nothing' ? await store() : { s3ref: from.s3ref, file: job.prepared ?? job.file }
    if (mode === 'journey') return { kind: 'stored', s3ref: stored.s3ref }
    if (versionOf !== undefined) {
      const { saveVersionOnce } = await persist('save', () => import('./save-version-once.js'))
      const file = await saveVersionOnce(stored, versionOf, context)
      // Deleting would take the file with all its versions.
      return { kind: 'saved', file, ...(job.isUnwanted() && { tooLate: true }) }
    }
    if (mode === 'portal' && entity) {
      // Most apps are no portal.
      const { savePortalOnce } = await persist('save', () => import('./save-portal-once.js'))
      return keep(await savePortalOnce(stored, entity, context))
    }

    const saved = await saveOnce(stored, context)
    if (entity) emit({ type: 'reached', checkpoint: { reached: 'entity', file: saved } })
    return attach(saved)
  }

  async function store() {
    const stored = await sendBytes(job, ports, emit, persist)
    emit({ type: 'reached', checkpoint: { reached: 's3', s3ref: stored.s3ref } })
    return stored
  }

  async function attach(saved: FileEntity): Promise<UploadResult> {
    const attached = entity && !job.isUnwanted() ? await attachOnce(entity, saved, context) : 'applied'
    return keep(saved, attached)
  }

  async function keep(saved: FileEntity, attached: Attached = 'applied'): Promise<UploadResult> {
    if (job.isUnwanted()) return takeBack(saved)
    return { kind: 'saved', file: saved, ...(attached === 'pending' && { attach: attached }) }
  }

  /** Deletes what was canceled too late to stop. */
  async function takeBack(saved: FileEntity): Promise<UploadResult> {
    try {
      await persist('delete', () => remove(saved))
      emit({ type: 'deleted' })
      return { kind: 'saved', file: saved }
    } catch (cause) {
      return { kind: 'saved', file: saved, notDeleted: forWhom(mode, cause, 'delete') }
    }
  }

  async function remove({ _id }: FileEntity): Promise<void> {
    if (mode !== 'portal' || !entity) return deleteFile(ports.http, _id, {}, { owner })
    const { deleteEntityFile } = await import('../api/portal-api.js')
    await deleteEntityFile(ports.http, entity, [_id], { owner })
  }
}
