import type { QueryClient } from '@tanstack/react-query'
import type { FileEntity } from '../api/types.js'
import type { FileChange } from '../api/update-file.js'
import type { FileClient } from '../create-file-client.js'
import { cachedFile, mapCachedFile, queriesWith } from './cached-file.js'
import { beginChange } from './changes-under-way.js'

/** Where a change is made. */
export interface ChangeScene {
  readonly client: FileClient
  readonly queryClient: QueryClient
}

/** A change of a file that shows before it is made. */
export interface ShownChange {
  /** The file has turned out to be so before. */
  learn(before: FileEntity): void
  /** It was refused; what was changed once more since then stays so. */
  revert(): void
  /** The server has answered. */
  close(): void
}

/** Lets a change of a file show wherever the file does, also in lists that are answered before it is made. */
export async function showChange(
  { client, queryClient }: ChangeScene,
  id: string,
  change: FileChange,
): Promise<ShownChange> {
  // Nothing that was asked for before the change may overwrite it.
  await Promise.all(
    queriesWith(queryClient, id).map(({ queryKey }) => queryClient.cancelQueries({ queryKey })),
  )
  let before = cachedFile(queryClient, id)
  let isMeant = true
  const changed = <File extends FileEntity>(file: File): File => ({ ...file, ...change })
  mapCachedFile(queryClient, id, changed)
  const end = beginChange(client, null, (page) =>
    page.map((file) => (isMeant && file._id === id ? changed(file) : file)),
  )
  return {
    learn: (file) => void (before = file),
    revert() {
      isMeant = false
      if (!before) return
      const was = fieldsOf(before, change)
      mapCachedFile(queryClient, id, (file) => (isSo(file, change) ? { ...file, ...was } : file))
    },
    close: end,
  }
}

/** Whether a file is as a change would make it. */
export function isSo(file: FileEntity, change: FileChange): boolean {
  return JSON.stringify(fieldsOf(file, change)) === JSON.stringify(fieldsOf(change, change))
}

/** What a file has where a change would have something else; nothing said is what epilot takes it for. */
export function fieldsOf(file: FileChange, change: FileChange): FileChange {
  const { filename, _tags = [], access_control = 'private' } = file
  return {
    ...(change.filename !== undefined && filename !== undefined && { filename }),
    ...(change._tags && { _tags }),
    ...(change.access_control && { access_control }),
  }
}
