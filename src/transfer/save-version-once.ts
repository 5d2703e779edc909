import { FileError, toFileError } from '../api/errors.js'
import { getFile, saveFileVersion } from '../api/file-api.js'
import type { FileEntity } from '../api/types.js'
import type { OnceContext } from './call-once.js'
import { callOnce } from './call-once.js'
import { fileVersionsOf } from './file-versions.js'
import { findVersion, versionKeys } from './find-version.js'
import { mimeTypeOf } from './mime-type.js'
import type { ToSave } from './save-once.js'

/**
 * Makes bytes at S3 the latest version of a file. Nothing of ours is written with a version, so after a lost answer the
 * file tells: the version of this name and size that was not there before. One at a time for each file, since two at once
 * could not be told apart, and the second might overwrite what the first has made of the list of versions.
 */
export async function saveVersionOnce(
  { s3ref, file }: ToSave,
  fileId: string,
  context: OnceContext,
): Promise<FileEntity> {
  const { job, ports, emit } = context
  const { owner, mark, signal, from } = job
  const { http, lanes } = ports
  const versions = fileVersionsOf(ports)
  const filename = file.name
  let known: readonly string[] = (from.reached === 'save-sent' && from.known) || []
  let isGone = false

  try {
    return await callOnce<FileEntity>(
      {
        step: 'save',
        isSent: from.reached === 'save-sent',
        isDropped: job.isDropped,
        look,
        // What was saved by a first call has moved by the time of a second one, and browsers themselves repeat calls.
        alsoAmbiguous: 'not-found',
        call: (onSent) => lanes.save.run(() => save(onSent), signal),
        alone: (attempt) => versions.alone(fileId, attempt, signal),
      },
      context,
    )
  } catch (cause) {
    signal.throwIfAborted()
    throw isGone ? noSuchFile(cause) : cause
  }

  async function save(onSent: () => void): Promise<FileEntity> {
    let before = await readBefore()
    // Others may have been told meanwhile to leave epilot in peace, and what was read is old by then.
    while (lanes.save.isResting) {
      await lanes.save.rest(signal)
      before = await readBefore()
    }
    known = versionKeys(before)
    const { access_control } = before
    emit({ type: 'reached', checkpoint: { reached: 'save-sent', s3ref, mark, known, sentAt: Date.now() } })
    onSent()
    await ports.journaled()
    // What is said of its access is what holds already: nobody knows whether a version would begin with another one.
    const access = access_control && { access_control }
    const payload = { _id: fileId, s3ref, filename, mime_type: mimeTypeOf(file), ...access }
    const saved = await saveFileVersion(http, payload, { owner })
    const [latest] = versionKeys(saved)
    if (latest !== undefined) versions.claim(latest)
    return saved
  }

  async function readBefore(): Promise<FileEntity> {
    try {
      return await getFile(http, fileId, { owner, signal })
    } catch (cause) {
      signal.throwIfAborted()
      // To people it is the saving that does not work.
      const { code, message, status, retryAfterMs } = toFileError(cause, 'save')
      throw new FileError(code, message, { step: 'save', status, retryAfterMs, cause })
    }
  }

  async function look(): Promise<FileEntity | null> {
    const isClaimed = (key: string) => versions.isClaimed(key)
    const lost = { id: fileId, known, filename, sizeBytes: file.size, isClaimed }
    isGone = false
    try {
      const found = await findVersion(lost, { http, owner, signal })
      if (found) versions.claim(found.key)
      return found && found.file
    } catch (cause) {
      isGone = cause instanceof FileError && cause.code === 'not-found'
      // What was deleted meanwhile has no versions.
      if (isGone) return null
      throw cause
    }
  }
}

function noSuchFile(cause: unknown): FileError {
  const message = 'Could not save the version: its file no longer exists.'
  return new FileError('not-found', message, { step: 'save', status: 404, cause })
}
