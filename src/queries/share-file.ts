import type { QueryClient } from '@tanstack/react-query'
import { restate, toFileError } from '../api/errors.js'
import type { PublicLink } from '../api/public-links.js'
import { generatePublicLink, listPublicLinksForFile, revokePublicLink } from '../api/public-links.js'
import type { FileClient } from '../create-file-client.js'
import { isAmbiguous } from '../transfer/call-once.js'
import { isNotOffered } from './public-links-query.js'
import { queryKeys } from './query-keys.js'

interface Scene {
  readonly client: FileClient
  readonly queryClient: QueryClient
}

/** Makes a public link to a file. Where the answer is lost, the link is looked for among those of the file. */
export async function shareFile({ client, queryClient }: Scene, fileId: string): Promise<PublicLink> {
  const call = { owner: client.currentOwner() }
  const queryKey = queryKeys.publicLinks(fileId)
  await queryClient.cancelQueries({ queryKey })
  const before = queryClient.getQueryData<readonly PublicLink[]>(queryKey)
  const made = await generatePublicLink(client.http, fileId, call).catch(look)
  queryClient.setQueryData<readonly PublicLink[]>(queryKey, (links = []) => [
    ...links.filter(({ id }) => id !== made.id),
    made,
  ])
  return made

  async function look(cause: unknown): Promise<PublicLink> {
    if (!before || !isAmbiguous(toFileError(cause, 'update'))) throw cause
    const known = new Set(before.map(({ id }) => id))
    const links = await listPublicLinksForFile(client.http, fileId, call).catch(() => before)
    const fresh = links.find(({ id }) => !known.has(id))
    if (!fresh) throw cause
    return fresh
  }
}

/**
 * Revokes all public links to a file, also those that somebody else has made meanwhile; where epilot lists none, those that
 * are known. One that is gone already is no failure.
 */
export async function stopSharing({ client, queryClient }: Scene, fileId: string): Promise<void> {
  const call = { owner: client.currentOwner() }
  const queryKey = queryKeys.publicLinks(fileId)
  await queryClient.cancelQueries({ queryKey })
  const links = await listPublicLinksForFile(client.http, fileId, call).catch(known)
  for (const { id } of links) {
    try {
      await revokePublicLink(client.http, id, call)
    } catch (cause) {
      if (toFileError(cause, 'update').code !== 'not-found') throw cause
    }
    queryClient.setQueryData<readonly PublicLink[]>(queryKey, (links) =>
      links?.filter((one) => one.id !== id),
    )
  }

  function known(cause: unknown): readonly PublicLink[] {
    if (!isNotOffered(cause)) throw restate(toFileError(cause, 'update'), { step: 'update' })
    return queryClient.getQueryData<readonly PublicLink[]>(queryKey) ?? []
  }
}
