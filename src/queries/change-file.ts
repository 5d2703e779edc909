import { checkFileName } from '../api/check-file-name.js'
import { FileError, restate, toFileError } from '../api/errors.js'
import { getFile } from '../api/file-api.js'
import type { FileEntity } from '../api/types.js'
import type { FileChange } from '../api/update-file.js'
import { updateFile } from '../api/update-file.js'
import { isAmbiguous } from '../transfer/call-once.js'
import { queriesWith } from './cached-file.js'
import { inTurn } from './in-turn.js'
import { queryKeys } from './query-keys.js'
import type { ChangeScene } from './show-change.js'
import { fieldsOf, isSo, showChange } from './show-change.js'
import { takeTurn } from './take-turn.js'

/** Which file, and what is to be changed of it. */
export interface FileUpdate {
  readonly file: Pick<FileEntity, '_id'>
  readonly change: FileChange
}

/** A change that takes another one back: only where nobody has made a third since. */
export interface UpdateBack extends FileUpdate {
  readonly onlyFrom: FileChange
}

/** What became of it, and what takes just that back. */
export interface ChangedFile {
  readonly file: FileEntity
  /** `null` where nothing had to be changed. */
  readonly back: UpdateBack | null
}

/**
 * Changes what is said of a file. It shows at once wherever the file does, and as it was when it is refused. The file is read
 * right before: what others have changed since it was loaded stays. Of two changes of one file the later one wins.
 */
export async function changeFile(scene: ChangeScene, update: FileUpdate | UpdateBack): Promise<ChangedFile> {
  const { client } = scene
  const { file, change } = update
  const { _id: id } = file
  const problem = change.filename === undefined ? null : checkFileName(change.filename)
  if (problem) {
    throw new FileError('bad-request', `Could not rename: the name is "${problem}".`, { step: 'update' })
  }
  const call = { owner: client.currentOwner() }
  const turn = takeTurn(client, queryKeys.file(id), [id])
  const shown = await showChange(scene, id, change)
  try {
    await turn.come
    const { clock } = client
    let changed: ChangedFile | undefined
    const [reason] = (await inTurn([file], { clock, step: 'update', act, onRefused() {} })).values()
    if (reason) throw reason
    if (!changed) throw new Error('The change has ended without an outcome.')
    return changed

    async function act() {
      const before = await read()
      shown.learn(before)
      if ('onlyFrom' in update && !isSo(before, update.onlyFrom)) shown.revert()
      else if (!isSo(before, change)) {
        const back = { file: { _id: id }, change: fieldsOf(before, change), onlyFrom: change }
        changed = { file: await save(before), back }
        return
      }
      changed = { file: before, back: null }
    }
  } catch (cause) {
    shown.revert()
    throw restate(toFileError(cause, 'update'), { step: 'update' })
  } finally {
    turn.end()
    shown.close()
  }

  /** An answer that is lost says nothing, so that the file itself is asked; the same change twice does no harm. */
  async function save(before: FileEntity): Promise<FileEntity> {
    try {
      return await updateFile(client.http, before, change, call)
    } catch (cause) {
      if (!isAmbiguous(toFileError(cause, 'update'))) throw cause
      const now = await read()
      return isSo(now, change) ? now : updateFile(client.http, now, change, call)
    }
  }

  function read(): Promise<FileEntity> {
    return getFile(client.http, id, call)
  }
}

/** Asks anew for everything that holds the file; a search may find it now, or not any more. */
export async function refetchFile({ queryClient }: ChangeScene, id: string): Promise<void> {
  const queries = new Set(queriesWith(queryClient, id))
  const isFound = (kind: unknown) => kind === queryKeys.allFoundFiles[1]
  await queryClient.invalidateQueries({
    queryKey: queryKeys.all,
    predicate: (query) => queries.has(query) || isFound(query.queryKey[1]),
  })
}
