/** The days in which files were added, until now. */
export type AddedPeriod = 'week' | 'month'

/** Since when files were added. Chosen once: it moves on no further while somebody looks at what it has found. */
export interface AddedSince {
  readonly period: AddedPeriod
  /** Its first moment, where the person is. */
  readonly at: number
}

/** The seven days before today or the month so far, as the calendar has them: `now` is the time of day. */
export function addedSince(period: AddedPeriod, now: number): AddedSince {
  const today = new Date(now)
  const day = period === 'week' ? today.getDate() - 7 : 1
  return { period, at: new Date(today.getFullYear(), today.getMonth(), day).valueOf() }
}

/** The same days. */
export function isSameSince(one: AddedSince | null, other: AddedSince | null): boolean {
  return one?.period === other?.period && one?.at === other?.at
}
