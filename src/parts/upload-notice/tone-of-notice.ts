import type { NoticeKind } from '../../uploads/notice.js'

/** One notice, one tone. */
export function toneOfNotice(kind: NoticeKind): 'warning' | 'accent' | 'error' {
  if (kind === 'other-owner') return 'error'
  return kind === 'back-online' ? 'accent' : 'warning'
}
