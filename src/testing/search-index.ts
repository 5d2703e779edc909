import type { ServerParts } from './server-parts.js'
import type { DeletedFile } from './world.js'

/** What a search knows, which lags behind: what was just saved is not in it yet, what was just deleted still is. */
export function searchIndex<File extends { readonly _created_at?: string }>(
  { world, answers, today }: Pick<ServerParts, 'world' | 'answers' | 'today'>,
  files: Iterable<File>,
  asItWas: (deleted: DeletedFile) => File | undefined,
): readonly File[] {
  const indexedUntil = new Date(today().getTime() - answers.searchLagMs).toISOString()
  const stillThere = [...world.deleted.values()].filter(({ deletedAt }) => deletedAt > indexedUntil)
  return [...files, ...stillThere.flatMap((deleted) => asItWas(deleted) ?? [])].filter(
    ({ _created_at = '' }) => _created_at <= indexedUntil,
  )
}
