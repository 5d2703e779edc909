import type { Call, Http } from './http.js'
import type { EntityRef } from './types.js'

/** Whether a change of an attribute takes effect at once, or waits for another system or for a person's approval. */
export type EditMode = 'direct' | 'external' | 'approval'

/** A change of one attribute that waits to be confirmed. The attribute itself is as it was. */
export interface Changeset {
  /** For a relation attribute the whole `{ $relation }` as it would become. */
  readonly proposed_value?: unknown
  readonly previous_value?: unknown
  /** ISO 8601. */
  readonly created_at?: string
  /** `external`: another system confirms it; `approval`: a person does. */
  readonly edit_mode?: EditMode
  /** Where it came from, for example `end_customer_portal`. */
  readonly source?: string
}

/** The changes of an entity that wait to be confirmed, by attribute: one each at most, the later one replaces. */
export type Changesets = Readonly<Record<string, Changeset>>

/** What became of a change of a relation. */
export type RelationOutcome =
  | { readonly status: 'applied' }
  /** Nothing has changed yet: it waits to be confirmed. `changesets` holds only the attributes that were asked for. */
  | { readonly status: 'pending'; readonly changesets: Changesets }

/**
 * `listChangesets`: the changes of an entity that wait for approval or for another system. `pendingRelations` reads
 * from it which files that concerns.
 *
 * @example
 * const { _files } = await listChangesets(client.http, { slug: 'opportunity', id })
 */
export async function listChangesets(http: Http, { slug, id }: EntityRef, call?: Call): Promise<Changesets> {
  const path = `/v1/entity/${encodeURIComponent(slug)}/${encodeURIComponent(id)}/changesets`
  return toChangesets(await http({ operation: 'listChangesets', step: 'list', host: 'entity', path }, call))
}

/** Reads of the answer to a change whether it waits for approval: then it is the entity, with `_changesets`. */
export function outcomeOf(body: unknown, attributes: readonly string[]): RelationOutcome {
  const { _changesets } = (body ?? {}) as { _changesets?: unknown }
  const changesets = toChangesets(_changesets, (attribute) => attributes.includes(attribute))
  return Object.keys(changesets).length > 0 ? { status: 'pending', changesets } : { status: 'applied' }
}

/** Leaves out what is no changeset. */
function toChangesets(value: unknown, isAsked = (_attribute: string) => true): Changesets {
  const entries = Object.entries(value ?? {}) as [string, Changeset | null][] // null stands for anything else
  return Object.fromEntries(
    entries.filter((entry): entry is [string, Changeset] => isAsked(entry[0]) && entry[1] instanceof Object),
  )
}
