import { restate, toFileError } from '../api/errors.js'
import { badAnswer } from '../api/expect.js'
import { saveEntityFile } from '../api/portal-api.js'
import type { PortalFile } from '../api/portal-types.js'
import type { EntityRef, FileEntity } from '../api/types.js'
import type { OnceContext } from './call-once.js'
import { callOnce } from './call-once.js'
import { portalFilesOf } from './portal-files.js'
import type { ToSave } from './save-once.js'

/**
 * Makes one file of bytes at S3, as a portal user and for an entity of theirs. A portal keeps no mark, so after a lost
 * answer the entity's list tells: the file of this name and size that was not there before, and that is nobody else's.
 */
export function savePortalOnce(
  { s3ref, file }: ToSave,
  entity: EntityRef,
  context: OnceContext,
): Promise<FileEntity> {
  const { job, ports, emit } = context
  const { owner, mark, signal, from } = job
  const { http, lanes } = ports
  const portalFiles = portalFilesOf(ports)
  const filename = job.save().filename ?? file.name
  let known: readonly string[] = (from.reached === 'save-sent' && from.known) || []

  return portalFiles.alone(entity, filename, saveAlone, signal)

  function saveAlone(): Promise<FileEntity> {
    return callOnce<FileEntity>(
      {
        step: 'save',
        isSent: from.reached === 'save-sent',
        look,
        // What was saved by a first call has moved by the time of a second one, and browsers themselves repeat calls.
        alsoAmbiguous: 'not-found',
        call: (onSent) => lanes.save.run(() => save(onSent), signal),
      },
      context,
    )
  }

  async function save(onSent: () => void): Promise<FileEntity> {
    known = (await listBefore()).filter(isNamesake).map(({ _id }) => _id)
    emit({ type: 'reached', checkpoint: { reached: 'save-sent', s3ref, mark, known } })
    onSent()
    await ports.journaled()
    const [saved] = await saveEntityFile(http, entity, [{ filename, s3ref }], { owner })
    if (!saved) throw badAnswer('saveEntityFile', 'save', 'the file')
    portalFiles.claim(saved._id)
    return saved
  }

  async function look(): Promise<FileEntity | null> {
    const before = new Set(known)
    const files = await portalFiles.list(entity, { owner, signal })
    const found = files.find(
      (one) => isNamesake(one) && isAsLarge(one) && !before.has(one._id) && !portalFiles.isClaimed(one._id),
    )
    if (!found) return null
    portalFiles.claim(found._id)
    return found
  }

  async function listBefore(): Promise<readonly PortalFile[]> {
    try {
      return await portalFiles.listLately(entity, { owner, signal })
    } catch (cause) {
      signal.throwIfAborted()
      // To people it is the saving that does not work.
      throw restate(toFileError(cause, 'save'), { step: 'save' })
    }
  }

  function isNamesake(one: PortalFile): boolean {
    return one.filename.normalize() === filename.normalize()
  }

  function isAsLarge({ size_bytes = 0 }: PortalFile): boolean {
    return size_bytes === 0 || size_bytes === file.size
  }
}
