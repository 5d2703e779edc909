'use client'
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { PublicLink } from '../api/public-links.js'
import { isNotOffered, publicLinksQuery } from '../queries/public-links-query.js'
import { queryKeys } from '../queries/query-keys.js'
import { shareFile, stopSharing } from '../queries/share-file.js'
import { useFileClient } from './files-provider.js'
import { mutationOf } from './use-way-back.js'

/** What `usePublicLinks` answers. */
export interface PublicLinks {
  /** The links as far as they are known; those made here are, also where epilot lists none. */
  readonly query: UseQueryResult<readonly PublicLink[]>
  /** epilot does not tell which links there are (status 501): there may be some. */
  readonly isUnknown: boolean
  /** Makes one more link. */
  readonly create: UseMutationResult<PublicLink, Error, void>
  /** Revokes all there are, or all that are known where epilot lists none. There is no way back: another link is another address. */
  readonly revoke: UseMutationResult<void, Error, void>
}

/**
 * The links by which anyone gets a file without a login (`listPublicLinksForFile`), to make one (`generatePublicLink`) and to
 * revoke them (`revokePublicLink`). They work until they are revoked; none is made before `create` is called.
 *
 * @example
 * const { query, create, revoke } = usePublicLinks(file._id)
 * const [link] = query.data ?? []
 */
export function usePublicLinks(fileId: string): PublicLinks {
  const client = useFileClient()
  const queryClient = useQueryClient()
  const scene = { client, queryClient }
  const query = useQuery(publicLinksQuery(client, fileId))
  const isUnknown = isNotOffered(query.error)
  const queryKey = queryKeys.publicLinks(fileId)
  const settled = {
    onSettled: () => void (isUnknown || queryClient.invalidateQueries({ queryKey })),
  }
  const create = useMutation({
    ...mutationOf(queryKey, 'create'),
    ...settled,
    mutationFn: () => shareFile(scene, fileId),
  })
  const revoke = useMutation({
    ...mutationOf(queryKey, 'revoke'),
    ...settled,
    mutationFn: () => stopSharing(scene, fileId),
  })
  return { query, isUnknown, create, revoke }
}
