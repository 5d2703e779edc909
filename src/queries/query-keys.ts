import type { PortalFileSearch, PortalRef } from '../api/portal-types.js'
import type { FileSearch } from '../api/search-files.js'
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
  /** The file lists of all entities. */
  allEntityFiles: ['epilot-files', 'entity-files'] as const,
  /** What waits for approval at one attribute of an entity; without an attribute at `_files`. */
  pendingRelations: ({ slug, id, attribute = '_files' }: EntityRef) =>
    ['epilot-files', 'pending-relations', slug, id, attribute] as const,
  /** What a file was to take the place of, and could not be taken off. */
  stillAttached: ({ slug, id, attribute = '_files' }: EntityRef) =>
    ['epilot-files', 'still-attached', slug, id, attribute] as const,
  /** The schema of a kind of entity. */
  schema: (slug: string) => ['epilot-files', 'schema', slug] as const,
  /** The files that a portal user may see: of one entity or of all, by the words of their name. */
  portalFiles: ({ entity, text = '', sort = '' }: PortalFilesKey = {}) =>
    ['epilot-files', 'portal-files', entity?.slug ?? '', entity?.id ?? '', text, sort] as const,
  /** All file lists of a portal user. */
  allPortalFiles: ['epilot-files', 'portal-files'] as const,
  /** Files that were looked for by what somebody typed, of some types and tags or of all. */
  foundFiles: (text: string, { types = [], tags = [], anyOfTags = [] }: FoundFilesFilter = {}) =>
    ['epilot-files', 'found-files', text, types, tags, anyOfTags] as const,
  /** The business entities that a file is attached to. */
  attachedTo: (fileId: string) => ['epilot-files', 'attached-to', fileId] as const,
  /** Pictures of a file, as epilot draws them. */
  filePreview: (id: string) => ['epilot-files', 'file-preview', id] as const,
  /** All that was looked for. */
  allFoundFiles: ['epilot-files', 'found-files'] as const,
  /** The links by which anyone gets a file. */
  publicLinks: (fileId: string) => ['epilot-files', 'public-links', fileId] as const,
  /** How a file can be shown in a portal. */
  portalPreview: (id: string) => ['epilot-files', 'portal-preview', id] as const,
  /** The public settings of a portal. */
  portalConfig: (portal: PortalRef) => ['epilot-files', 'portal-config', portal] as const,
}

/** What tells one list of a portal user's files from another. */
export type PortalFilesKey = Pick<PortalFileSearch, 'entity' | 'text' | 'sort'>

/** What tells one search for files from another, besides what is typed. */
export type FoundFilesFilter = Pick<FileSearch, 'types' | 'tags' | 'anyOfTags'>
