import type { FileErrorCode } from '../api/errors.js'
import { FileError, toFileError } from '../api/errors.js'
import { saveFileV2, uploadFilePublic, uploadFileV2 } from '../api/file-api.js'
import type { FileEntity, S3Ref } from '../api/types.js'
import { abortable } from '../api/abortable.js'
import type { UploadLink } from './presigned-url.js'
import { uploadLink } from './presigned-url.js'
import type { Emit, UploadJob, UploadPorts } from './upload-job.js'
import type { UploadResult, UploadStep } from './upload-state.js'

/** Takes one file as far as it goes, step after step, and tells what happened. It decides nothing. */
export async function runUpload(job: UploadJob, ports: UploadPorts, emit: Emit): Promise<void> {
  const { from, mode, owner, entity, mark, signal } = job
  const { http, clock, lanes } = ports
  let { leave } = job
  let file = job.prepared ?? job.file
  let isPrepared = job.prepared !== undefined

  try {
    emit({ type: 'started' })
    emit({ type: 'finished', result: await run() })
  } catch (cause) {
    if (!signal.aborted) emit({ type: 'failed', error: toFileError(cause, 'network', 'send') })
  } finally {
    leave()
  }

  async function run(): Promise<UploadResult> {
    if (from.reached === 'entity' || from.reached === 'attach-sent') return attach(from.file)
    const s3ref = from.reached === 'nothing' ? await store() : from.s3ref
    if (mode === 'journey') return { kind: 'stored', s3ref }

    const saved = await save(s3ref)
    if (!entity) return { kind: 'saved', file: saved }
    emit({ type: 'reached', checkpoint: { reached: 'entity', file: saved } })
    return attach(saved)
  }

  /** Brings the bytes to S3. Each attempt asks for its own link, right before it is needed. */
  async function store(): Promise<S3Ref> {
    const s3ref = await persist('send', async () => {
      try {
        await prepare()
        const link = await reserve()
        return await lanes.send.run(() => send(link), signal)
      } finally {
        leave()
      }
    })
    emit({ type: 'reached', checkpoint: { reached: 's3', s3ref } })
    return s3ref
  }

  async function prepare(): Promise<void> {
    if (!job.prepare || isPrepared) return
    try {
      // The caller's work may not listen to the signal.
      file = await abortable(signal, (resolve, reject) => {
        Promise.resolve(job.prepare?.(file, { signal }) ?? file).then(resolve, reject)
      })
    } catch (cause) {
      throw toFileError(cause, 'prepare-failed', 'prepare')
    }
    isPrepared = true
    job.onPrepared(file)
  }

  async function reserve(): Promise<UploadLink> {
    const ask = mode === 'journey' ? uploadFilePublic : uploadFileV2
    const payload = { filename: file.name, mime_type: mimeTypeOf(file) }
    const { s3ref, upload_url } = await ask(http, payload, { owner, signal })
    return uploadLink({ s3ref, url: upload_url, now: clock.now() })
  }

  /** Sends the bytes. A link that died in line is replaced, and so is one that S3 refuses, but only once. */
  async function send(link: UploadLink): Promise<S3Ref> {
    for (let isFresh = false; ; isFresh = true) {
      const alive = isFresh || clock.now() >= link.startBefore ? await reserve() : link
      try {
        return await put(alive)
      } catch (cause) {
        if (!(cause instanceof FileError && cause.code === 'link-expired')) throw cause
        // A fresh link cannot have expired: S3 refuses what it signs.
        const message = `Does the bucket sign headers that are not sent? ${cause.message}`
        if (isFresh) throw new FileError('link-rejected', message, { step: 'send', status: 403, cause })
        emit({ type: 'link-expired' })
      }
    }
  }

  async function put({ url, s3ref }: UploadLink): Promise<S3Ref> {
    emit({ type: 'sending', totalBytes: file.size })
    const onProgress = (sentBytes: number) => emit({ type: 'progressed', sentBytes })
    await ports.putBlob({ url, body: file, contentType: mimeTypeOf(file), signal, onProgress })
    return s3ref
  }

  function save(s3ref: S3Ref): Promise<FileEntity> {
    const payload = { filename: file.name, mime_type: mimeTypeOf(file), ...job.save, s3ref }
    return persist('save', () =>
      lanes.save.run(() => {
        emit({ type: 'reached', checkpoint: { reached: 'save-sent', s3ref, mark } })
        return once('save', saveFileV2(http, payload, { owner }))
      }, signal),
    )
  }

  async function attach(saved: FileEntity): Promise<UploadResult> {
    if (entity) {
      const onSent = () => emit({ type: 'reached', checkpoint: { reached: 'attach-sent', file: saved } })
      await persist('attach', () => once('attach', ports.attachLane.attach(entity, saved, { owner, onSent })))
    }
    return { kind: 'saved', file: saved }
  }

  /** A call that must not be repeated blindly: what its failure means for the checkpoint. */
  async function once<T>(step: UploadStep, call: Promise<T>): Promise<T> {
    try {
      return await call
    } catch (cause) {
      const error = toFileError(cause, 'network', step)
      // After a save 404 is ambiguous too: Chromium itself resends a POST when a reused connection dies, and the
      // second answer then says that the temporary object is gone.
      if (ambiguous.has(error.code) || (step === 'save' && error.code === 'not-found')) {
        throw new FileError('outcome-unknown', `It may have taken effect: ${error.message}`, {
          step,
          cause: error,
        })
      }
      emit({ type: 'absent' })
      throw error
    }
  }

  /** Repeats `task` as long as the retry policy says so, and tells until when it waits. */
  async function persist<T>(step: UploadStep, task: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await task()
      } catch (cause) {
        signal.throwIfAborted()
        const error = toFileError(cause, 'network', step)
        const delayMs = ports.retry(error, attempt)
        if (delayMs === null) throw error
        const until = clock.now() + delayMs
        emit({ type: 'waiting', waiting: { for: 'retry', step, until, attempt, error } })
        await job.sleep(delayMs)
        // It gave its place away while it waited, and gets the next one that is free.
        if (step === 'send') leave = await lanes.start.place(signal, { first: true })
        emit({ type: 'started' })
      }
    }
  }
}

/** After these the call may have taken effect all the same. */
const ambiguous: ReadonlySet<FileErrorCode> = new Set(['network', 'timeout', 'server', 'bad-answer'])

/** What the link is asked for with, and so what the PUT must say. */
function mimeTypeOf({ type }: File): string {
  return type || 'application/octet-stream'
}
