import type { Clock } from '../../api/clock.js'
import type { Messages } from '../../locales/messages.js'
import { timeOfDay } from '../../locales/time-of-day.js'
import type { Notice } from '../../uploads/notice.js'

/** A notice in the words of a language: as `details` below its title, or `said` to who listens. */
export function noticeInWords(
  notice: Notice,
  form: 'details' | 'said',
  { notices, locale }: Messages,
  clock: Clock,
): string {
  const time = notice.kind === 'busy' ? timeOfDay(notice.until, clock, locale) : ''
  return notices[notice.kind][form](notice.count, time)
}
