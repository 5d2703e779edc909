import { FileError, restate, toFileError } from '../api/errors.js'
import { badAnswer } from '../api/expect.js'
import { saveEntityFile } from '../api/portal-api.js'
import type { PortalFile } from '../api/portal-types.js'
import type { EntityRef, FileEntity } from '../api/types.js'
import type { OnceContext } from './call-once.js'
import { callOnce } from './call-once.js'
import type { PortalFiles } from './portal-files.js'
import { portalFilesOf } from './portal-files.js'
import type { ToSave } from './save-once.js'
import type { UploadEvent } from './transition.js'

/**
 * Makes one file of bytes at S3, as a portal user and for an entity of theirs. A portal keeps no mark, so after a lost
 * answer the entity's list tells: the file of this name and size that was not there before, and that is nobody else's. One
 * at a time for each name, since two at once could not be told apart.
 */
export function savePortalOnce(
  { s3ref, file }: ToSave,
  entity: EntityRef,
  context: OnceContext,
): Promise<FileEntity> {
  const { job, ports, emit } = context
  const { id, owner, mark, signal, from } = job
  const { http, lanes, made } = ports
  const portalFiles = portalFilesOf(ports)
  const filename = job.save().filename ?? file.name
  const place = { entity, filename }
  const known = new Set((from.reached === 'save-sent' && from.known) || [])
  const listNow: PortalFiles['list'] = (...request) => portalFiles.list(...request)
  let list: PortalFiles['list'] = (...request) => portalFiles.listLately(...request)

  // After a reload the latest one is first to come here.
  if (from.reached === 'save-sent' && !portalFiles.isFollowed(place, id)) portalFiles.noteSent(place, id)

  return callOnce<FileEntity>(
    {
      step: 'save',
      isSent: from.reached === 'save-sent',
      isDropped: job.isDropped,
      look,
      // What was saved by a first call has moved by the time of a second one, and browsers themselves repeat calls.
      alsoAmbiguous: 'not-found',
      call: (onSent) => lanes.save.run(() => save(onSent), signal),
      alone: (attempt) => portalFiles.alone(place, attempt, signal),
    },
    { ...context, emit: tell },
  )

  function tell(event: UploadEvent): void {
    if (event.type === 'absent') portalFiles.noteSettled(place, id)
    emit(event)
  }

  async function save(onSent: () => void): Promise<FileEntity> {
    await noteKnown()
    // Others may have been told meanwhile to leave epilot in peace, and what was read is old by then.
    while (lanes.save.isResting) {
      await lanes.save.rest(signal)
      list = listNow
      await noteKnown()
    }
    // Lists lag behind, and this one may be a moment old.
    for (const one of portalFiles.claimed(place)) known.add(one)
    const checkpoint = { reached: 'save-sent', s3ref, mark, known: [...known], sentAt: Date.now() } as const
    emit({ type: 'reached', checkpoint })
    onSent()
    portalFiles.noteSent(place, id)
    // Before it is tried again, others of this name may have had their turn.
    list = listNow
    await ports.journaled()
    const [saved] = await saveEntityFile(http, entity, [{ filename, s3ref }], { owner })
    if (!saved) throw badAnswer('saveEntityFile', 'save', 'the file')
    return claim(saved)
  }

  async function look(): Promise<FileEntity | null> {
    const claimed = new Set(portalFiles.claimed(place))
    const files = await portalFiles.list(entity, { owner, signal })
    const found = files.find(
      (one) =>
        isNamesake(one) && isAsLarge(one) && !known.has(one._id) && !claimed.has(one._id) && isFree(one),
    )
    if (found && portalFiles.isFollowed(place, id)) throw mayBeAnothers()
    return found ? claim(found) : null
  }

  function claim<T extends FileEntity>(saved: T): T {
    portalFiles.claim(place, saved._id)
    portalFiles.noteSettled(place, id)
    return saved
  }

  async function noteKnown(): Promise<void> {
    try {
      for (const one of await list(entity, { owner, signal })) if (isNamesake(one)) known.add(one._id)
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

  /** Whether no other upload, of another tab or page load, is known to have made it. */
  function isFree({ _id }: PortalFile): boolean {
    return (made.get(_id) ?? id) === id
  }
}

function mayBeAnothers(): FileError {
  const message = 'A file is there that may be another upload’s of the same name. Check that one first.'
  return new FileError('outcome-unknown', message, { step: 'save' })
}
