import { toFileError } from '../api/errors.js'
import { deleteFile } from '../api/file-api.js'
import type { FileEntity } from '../api/types.js'
import type { OnceContext } from './call-once.js'
import { isAmbiguous } from './call-once.js'

/** Deletes what an upload has saved. */
export function deleteSaved({ _id }: FileEntity, { job, ports, persist }: OnceContext): Promise<void> {
  const { mode, entity, owner, signal } = job
  let mayBeGone = false

  return persist('delete', async () => {
    try {
      await ports.lanes.remove.run(remove, signal)
    } catch (cause) {
      const error = toFileError(cause, 'delete')
      // What a call has deleted whose answer got lost is not found by the next.
      if (mayBeGone && error.code === 'not-found') return
      mayBeGone ||= isAmbiguous(error)
      throw error
    }
  })

  async function remove(): Promise<void> {
    if (mode !== 'portal' || !entity) return deleteFile(ports.http, _id, {}, { owner })
    const { deleteEntityFile } = await import('../api/portal-api.js')
    await deleteEntityFile(ports.http, entity, [_id], { owner })
  }
}
