import type { Changeset, Changesets, EditMode } from '../api/changesets.js'
import type { EntityRef, RelationItem } from '../api/types.js'
import { schemaOf } from './entity-schemas.js'
import type { ServerParts } from './server-parts.js'
import type { World } from './world.js'
import { entityKey } from './world.js'

/** Whether a change of this attribute waits to be confirmed, by its `edit_mode` in the schema. */
export function isHeld({ world, answers }: ServerParts, { slug }: EntityRef, attribute: string): boolean {
  return answers.relationsEditMode === 'respected' && editModeOf(world, slug, attribute) !== 'direct'
}

/** Proposes the items that the attribute should have; what is proposed already is changed further. */
export function propose(
  { world, today }: ServerParts,
  entity: EntityRef,
  attribute: string,
  change: (items: readonly RelationItem[]) => readonly RelationItem[],
): Changesets {
  const key = entityKey(entity)
  const all = world.changesets.get(key) ?? {}
  const now = itemsOf(world, entity, attribute)
  const changeset: Changeset = {
    proposed_value: toValue(change(proposedBy(all[attribute]) ?? now)),
    previous_value: toValue(now),
    created_at: today().toISOString(),
    edit_mode: editModeOf(world, entity.slug, attribute),
  }
  const changesets = { ...all, [attribute]: changeset }
  world.changesets.set(key, changesets)
  return changesets
}

/** Confirms what waits, or drops it, and answers how many attributes that concerned. */
export function resolveChangesets(world: World, entity: EntityRef, isApplied: boolean): number {
  const key = entityKey(entity)
  const waiting = Object.entries(world.changesets.get(key) ?? {})
  world.changesets.delete(key)
  if (isApplied) {
    for (const [attribute, changeset] of waiting) {
      const others = (world.relations.get(key) ?? []).filter((item) => item.attribute !== attribute)
      const items = (proposedBy(changeset) ?? []).map((item) => ({ ...item, attribute, _schema: 'file' }))
      world.relations.set(key, [...others, ...items])
    }
  }
  return waiting.length
}

function editModeOf(world: World, slug: string, attribute: string): EditMode {
  const { attributes } = schemaOf(world, slug)
  return attributes.find(({ name }) => name === attribute)?.edit_mode ?? 'direct'
}

function itemsOf(world: World, entity: EntityRef, attribute: string): readonly RelationItem[] {
  return (world.relations.get(entityKey(entity)) ?? []).filter((item) => item.attribute === attribute)
}

function toValue(items: readonly RelationItem[]) {
  return { $relation: items.map(({ entity_id, _tags = [] }) => ({ entity_id, _tags })) }
}

function proposedBy(changeset: Changeset | undefined): readonly RelationItem[] | undefined {
  const { $relation } = (changeset?.proposed_value ?? {}) as { $relation?: readonly RelationItem[] } // of our making
  return $relation
}
