import type { Changeset } from './changesets.js'

/** The files whose relation waits to be confirmed, by id. */
export interface PendingRelations {
  /** Will be attached. */
  readonly attaching: readonly string[]
  /** Still attached, will be detached. */
  readonly detaching: readonly string[]
}

/**
 * What a pending change of a relation attribute would attach and detach. `related` are the ids that are attached now.
 *
 * @example
 * const changesets = await listChangesets(client.http, entity)
 * const { attaching } = pendingRelations(changesets._files, relations.map(({ _id }) => _id))
 */
export function pendingRelations(
  changeset: Changeset | undefined,
  related: readonly string[],
): PendingRelations {
  const proposed = idsOf(changeset?.proposed_value)
  if (!changeset || !proposed) return { attaching: [], detaching: [] }
  const now = new Set(related)
  // What was attached since then is no part of the change, and stays.
  const before = idsOf(changeset.previous_value) ?? now
  return {
    attaching: [...proposed].filter((id) => !now.has(id)),
    detaching: related.filter((id) => before.has(id) && !proposed.has(id)),
  }
}

function idsOf(value: unknown): ReadonlySet<string> | undefined {
  const { $relation } = (value ?? {}) as { $relation?: unknown }
  if (!Array.isArray($relation)) return undefined
  const ids = $relation.map((item: { entity_id?: unknown } | null) => item?.entity_id)
  return new Set(ids.filter((id) => typeof id === 'string'))
}
