import { toFileError } from '../api/errors.js'
import { deleteFile } from '../api/file-api.js'
import type { FileEntity } from '../api/types.js'
import { attachOnce } from './attach-once.js'
import { createPersist } from './persist.js'
import { saveOnce } from './save-once.js'
import { sendBytes } from './send-bytes.js'
import type { Emit, UploadJob, UploadPorts } from './upload-job.js'
import type { UploadResult } from './upload-state.js'

/** Takes one file as far as it goes, step after step, and tells what happened. It decides nothing. */
export async function runUpload(job: UploadJob, ports: UploadPorts, emit: Emit): Promise<void> {
  const { from, mode, owner, entity, signal } = job
  const persist = createPersist(job, ports, emit)
  const context = { job, ports, emit, persist }

  try {
    emit({ type: 'started' })
    emit({ type: 'finished', result: await run() })
  } catch (cause) {
    if (!signal.aborted) emit({ type: 'failed', error: toFileError(cause, 'send') })
  } finally {
    job.leave()
  }

  async function run(): Promise<UploadResult> {
    if (from.reached === 'entity' || from.reached === 'attach-sent') return attach(from.file)
    const stored =
      from.reached === 'nothing' ? await store() : { s3ref: from.s3ref, file: job.prepared ?? job.file }
    if (mode === 'journey') return { kind: 'stored', s3ref: stored.s3ref }

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
    if (entity && !job.isUnwanted()) await attachOnce(entity, saved, context)
    return job.isUnwanted() ? takeBack(saved) : { kind: 'saved', file: saved }
  }

  /** Deletes what was canceled too late to stop. */
  async function takeBack(saved: FileEntity): Promise<UploadResult> {
    try {
      await persist('delete', () => deleteFile(ports.http, saved._id, {}, { owner }))
      emit({ type: 'deleted' })
      return { kind: 'saved', file: saved }
    } catch (cause) {
      return { kind: 'saved', file: saved, notDeleted: toFileError(cause, 'delete') }
    }
  }
}
