import type { Refusal, RefusalReason } from './intake-report.js'

/** Files that were refused for the same reason, at the same limit. */
export interface RefusalGroup {
  /** The same for the same reason, also in a later report. */
  readonly key: string
  readonly reason: RefusalReason
  readonly mayAdd: boolean
  readonly refusals: readonly [Refusal, ...Refusal[]]
}

/**
 * Puts equal reasons together, in the order in which they first came up.
 *
 * @example
 * groupRefusals(report.refused).map((group) => <li>{describeRefusals(group, messages)}</li>)
 */
export function groupRefusals(refusals: readonly Refusal[]): readonly RefusalGroup[] {
  const groups = new Map<string, RefusalGroup & { readonly refusals: Refusal[] }>()
  for (const refusal of refusals) {
    const { reason, mayAdd, limit, accept, message } = refusal
    const key = [reason, mayAdd, limit, accept, message].join()
    const group = groups.get(key)
    if (group) group.refusals.push(refusal)
    else groups.set(key, { key, reason, mayAdd, refusals: [refusal] })
  }
  return [...groups.values()]
}
