import { FileError, toFileError } from '../api/errors.js'
import { uploadFilePublic, uploadFileV2 } from '../api/file-api.js'
import type { S3Ref } from '../api/types.js'
import { abortable } from '../api/abortable.js'
import { diagnose, diagnoseForGood, isBlocked, unlessUnreadable } from './diagnose.js'
import { mimeTypeOf } from './mime-type.js'
import type { Persist } from './persist.js'
import type { UploadLink } from './presigned-url.js'
import { uploadLink } from './presigned-url.js'
import type { Emit, UploadJob, UploadPorts } from './upload-job.js'
import { createWatchdog } from './watchdog.js'

/** Brings the bytes to S3. Each attempt asks for its own link, right before it is needed. */
export async function sendBytes(
  job: UploadJob,
  ports: UploadPorts,
  emit: Emit,
  persist: Persist,
): Promise<{ readonly s3ref: S3Ref; readonly file: File }> {
  const { mode, owner, signal } = job
  const { http, clock, lanes } = ports
  let { leave } = job
  let file = job.prepared ?? job.file
  let isPrepared = job.prepared !== undefined
  let url: string | undefined
  let unanswered = 0
  const place = {
    leave: () => leave(),
    async enter() {
      // The next one that is free.
      leave = await lanes.start.place(signal, { first: true })
    },
  }

  try {
    return { s3ref: await persist('send', attempt, place), file }
  } catch (cause) {
    throw await diagnoseForGood(cause, { url, ports })
  } finally {
    leave()
  }

  async function attempt(): Promise<S3Ref> {
    await prepare()
    // Counted apart: what goes wrong before does not use up the attempts of the sending.
    const link = await persist('send', reserve, place)
    return lanes.send.run(() => send(link), signal)
  }

  async function prepare(): Promise<void> {
    if (!job.prepare || isPrepared) return
    try {
      // The caller's work may not listen to the signal.
      file = await abortable(signal, (resolve, reject) => {
        Promise.resolve(job.prepare?.(file, { signal }) ?? file).then(resolve, reject)
      })
    } catch (cause) {
      throw await unlessUnreadable(file, toFileError(cause, 'prepare', 'prepare-failed'))
    }
    isPrepared = true
    job.onPrepared(file)
  }

  function reserve(): Promise<UploadLink> {
    const ask = mode === 'journey' ? uploadFilePublic : uploadFileV2
    const payload = { filename: file.name, mime_type: mimeTypeOf(file) }
    return lanes.reserve.run(async () => {
      const { s3ref, upload_url } = await ask(http, payload, { owner, signal })
      return uploadLink({ s3ref, url: upload_url, now: clock.now() })
    }, signal)
  }

  /** Sends the bytes. A link that died in line is replaced, and so is one that S3 refuses, but only once. */
  async function send(link: UploadLink): Promise<S3Ref> {
    let refused: FileError | undefined
    for (;;) {
      let alive = refused || clock.now() >= link.startBefore ? await reserve() : link
      // Others may have been told meanwhile to leave S3 in peace, for longer than a link lasts.
      while (lanes.send.isResting) {
        await lanes.send.rest(signal)
        if (clock.now() >= alive.startBefore) alive = await reserve()
      }
      try {
        const s3ref = await put(alive)
        if (refused) ports.logger.warn('Presigned URLs expire while they are used (X-Amz-Expires).', refused)
        return s3ref
      } catch (cause) {
        const error = await diagnose(toFileError(cause, 'send'), { file, link: alive, ports })
        // One may get lost on its way. Developers hear of the second; people wait until the last.
        if (error.code === 'network' && ++unanswered === 2) void isBlocked(error, { url: alive.url, ports })
        if (error.code !== 'link-expired') throw error
        // A fresh link cannot have expired: S3 refuses what it signs.
        if (refused) {
          const message = `Does the bucket sign headers that are not sent? ${error.message}`
          ports.logger.warn(message, error)
          throw new FileError('link-rejected', message, { step: 'send', status: 403, cause })
        }
        refused = error
        emit({ type: 'link-expired' })
      }
    }
  }

  function put(link: UploadLink): Promise<S3Ref> {
    const totalBytes = file.size
    url = link.url
    emit({ type: 'sending', totalBytes })
    return abortable(signal, (resolve, reject) => {
      const stop = new AbortController()
      const watchdog = createWatchdog({ clock, totalBytes, ...ports.patience, onDead })
      function onDead(error: FileError) {
        reject(error)
        stop.abort()
      }
      function onProgress(sentBytes: number) {
        watchdog.progress(sentBytes)
        emit({ type: 'progressed', sentBytes })
      }
      const request = {
        url: link.url,
        body: file,
        contentType: mimeTypeOf(file),
        signal: stop.signal,
        onProgress,
      }
      ports
        .putBlob(request)
        .then(() => resolve(link.s3ref), reject)
        .finally(() => watchdog.stop())
      return () => stop.abort()
    })
  }
}
