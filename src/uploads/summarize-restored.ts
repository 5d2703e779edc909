import type { Interrupted, Need, RestoredGroup, RestoredSummary } from './restored-summary.js'
import type { Upload } from './upload.js'

/** Counts them all; of a scope, or of all. */
export function summarize(
  members: ReadonlyMap<Upload, Interrupted>,
  hidden: ReadonlySet<Upload>,
  scope: string | undefined,
): RestoredSummary {
  const groups = new Map<string, RestoredGroup & { readonly uploads: Upload[] }>()
  const counts = { ...noCounts }
  let [count, discarded, interruptedAt, keptUntil] = [0, 0, 0, Infinity]
  for (const [upload, member] of members) {
    if (scope !== undefined && upload.scope !== scope) continue
    if (hidden.has(upload)) {
      discarded++
      continue
    }
    const key = groupOf(upload)
    const group = groups.get(key) ?? { key, entity: upload.entity, scope: upload.scope, uploads: [] }
    groups.set(key, group)
    group.uploads.push(upload)
    count++
    add(counts, member.need, 1)
    interruptedAt = Math.max(interruptedAt, member.interruptedAt)
    if (isKept(member.need)) keptUntil = Math.min(keptUntil, upload.keptUntil ?? Infinity)
  }
  return {
    ...counts,
    groups: [...groups.values()],
    count,
    interruptedAt: count > 0 ? interruptedAt : null,
    keptUntil: keptUntil < Infinity ? keptUntil : null,
    discarded,
  }
}

/** The summary after one of its uploads needs something else, or is over: without a look at the others. */
export function afterChange(
  before: RestoredSummary,
  upload: Upload,
  { from, to }: { readonly from: Need; readonly to: Need | null },
): RestoredSummary {
  const { goingOn, paused, needFile, expired } = before
  const counts = { goingOn, paused, needFile, expired }
  add(counts, from, -1)
  if (to) add(counts, to, 1)
  const standsStill = counts.paused + counts.needFile - counts.expired > 0
  const entered = to && isKept(to) ? (upload.keptUntil ?? Infinity) : Infinity
  const keptUntil = Math.min(before.keptUntil ?? Infinity, entered)
  const count = before.count - (to ? 0 : 1)
  return {
    ...before,
    ...counts,
    count,
    groups: to ? before.groups : without(before.groups, upload),
    interruptedAt: count > 0 ? before.interruptedAt : null,
    keptUntil: standsStill && keptUntil < Infinity ? keptUntil : null,
  }
}

function without(groups: readonly RestoredGroup[], upload: Upload): readonly RestoredGroup[] {
  const key = groupOf(upload)
  return groups
    .map((group) =>
      group.key === key ? { ...group, uploads: group.uploads.filter((other) => other !== upload) } : group,
    )
    .filter(({ uploads }) => uploads.length > 0)
}

function groupOf({ entity, scope }: Upload): string {
  return entity ? `${entity.slug}/${entity.id}` : scope
}

type Counts = Pick<RestoredSummary, 'goingOn' | 'paused' | 'needFile' | 'expired'>
const noCounts: Counts = { goingOn: 0, paused: 0, needFile: 0, expired: 0 }

function add(counts: { -readonly [Key in keyof Counts]: number }, need: Need, by: 1 | -1): void {
  for (const key of countedAs[need]) counts[key] += by
}

const countedAs: Readonly<Record<Need, readonly (keyof Counts)[]>> = {
  nothing: ['goingOn'],
  continue: ['paused'],
  file: ['needFile'],
  expired: ['needFile', 'expired'],
  attention: [],
}

/** It is offered until its time is over; what has expired is not. */
function isKept(need: Need): boolean {
  return need === 'continue' || need === 'file'
}
