import type { QueryClient } from '@tanstack/react-query'
import type { EntityRef, FileEntity, RelatedFile } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import { entityFilesQuery } from '../queries/entity-files-query.js'
import type { AddOptions } from '../uploads/create-uploads.js'
import { takeOnReplacing } from '../queries/replaced-files.js'
import type { Upload } from '../uploads/upload.js'
import { isAttached } from './is-attached.js'

export { ReplaceQuestion } from './replace-question.js'

interface Scene {
  readonly client: FileClient
  readonly queryClient: QueryClient
  readonly entity: EntityRef
}

/** What an attribute of one file holds; none where nobody can tell: then nothing is taken off. */
export async function findReplaced({ client, queryClient, entity }: Scene): Promise<readonly RelatedFile[]> {
  const query = entityFilesQuery(client, entity)
  try {
    return query.select(await queryClient.ensureInfiniteQueryData(query)).files
  } catch {
    return []
  }
}

/** Uploads what may come in; tells once it is attached here. */
export function send(
  { client, entity }: Pick<Scene, 'client' | 'entity'>,
  file: File,
  options: AddOptions,
  onAttached?: (file: FileEntity) => unknown,
): void {
  const [added] = client.uploads.add([file], {
    ...options,
    onDone(result, upload) {
      options.onDone?.(result, upload)
      if (isAttached(result, upload, entity)) void finish(upload, result.file)
    },
  })
  // Here it can be undone.
  if (added && onAttached) takeOnReplacing(added)

  async function finish(upload: Upload, file: FileEntity): Promise<void> {
    await onAttached?.(file)
    if (upload.replaces) upload.endReplacing()
  }
}
