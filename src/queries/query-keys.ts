import type { EntityRef } from '../api/types.js'

/**
 * The keys under which this library keeps server state in TanStack Query.
 *
 * @example
 * queryClient.invalidateQueries({ queryKey: queryKeys.entityFiles({ slug: 'opportunity', id }) })
 */
export const queryKeys = {
  /** Everything of this library. */
  all: ['epilot-files'] as const,
  /** One File entity. */
  file: (id: string) => ['epilot-files', 'file', id] as const,
  /** The files of one entity; without an attribute those of `_files`. */
  entityFiles: ({ slug, id, attribute = '_files' }: EntityRef) =>
    ['epilot-files', 'entity-files', slug, id, attribute] as const,
}
