import type { QueryClient } from '@tanstack/react-query'
import type { EntityRef, FileEntity, RelatedFile } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import type { EntityFilesData } from './entity-files-query.js'
import { cachedFiles, entityPages, isOf } from './entity-files-query.js'
import { itemsToTake, withItemsBack, withoutItems } from './paged-items.js'
import { queryKeys } from './query-keys.js'

/** Where a change is made. */
export interface RelationScene {
  readonly client: FileClient
  readonly queryClient: QueryClient
  readonly entity: EntityRef
}

/** The cached list of an entity, while it is being changed. */
export interface OpenList {
  files(): readonly RelatedFile[]
  change(to: (data: EntityFilesData | undefined) => EntityFilesData | undefined): void
  /** Returns the function that puts some of them back where they stood. */
  takeOut(files: readonly Pick<FileEntity, '_id'>[]): (ids: readonly string[]) => void
}

/** Nothing that was asked for before the change may overwrite it. */
export async function openList({ queryClient, entity }: RelationScene): Promise<OpenList> {
  const queryKey = queryKeys.entityFiles(entity)
  await queryClient.cancelQueries({ queryKey })
  const read = () => queryClient.getQueryData<EntityFilesData>(queryKey)
  const change: OpenList['change'] = (to) => void queryClient.setQueryData<EntityFilesData>(queryKey, to)
  return {
    change,
    files: () => cachedFiles(read(), entity),
    takeOut(files) {
      const ids = new Set(files.map(({ _id }) => _id))
      const goes = (file: RelatedFile) => ids.has(file._id) && isOf(file, entity.attribute)
      const taken = itemsToTake(read(), goes, entityPages)
      change((data) => withoutItems(data, goes, entityPages))
      return (back) => {
        const ids = new Set(back)
        const returning = taken.filter(({ item }) => ids.has(item._id))
        change((data) => withItemsBack(data, returning, entityPages))
      }
    },
  }
}
