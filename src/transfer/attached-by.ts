import type { RelationOutcome } from '../api/changesets.js'
import { pendingRelations } from '../api/pending-relations.js'
import type { RelationItem } from '../api/types.js'

/** Whether a file is related now, or will be once somebody approves. */
export type Attached = 'applied' | 'pending'

/** What the outcome of a call means for one of its items; attributes need not all wait for approval. */
export function attachedBy(outcome: RelationOutcome, { attribute, entity_id }: RelationItem): Attached {
  const changeset = outcome.status === 'pending' ? outcome.changesets[attribute] : undefined
  if (!changeset) return 'applied'
  const { attaching } = pendingRelations(changeset, [])
  // A proposal that nobody can read is one all the same.
  return attaching.length === 0 || attaching.includes(entity_id) ? 'pending' : 'applied'
}
