import type { UploadSummary } from '../../uploads/upload-summary.js'

/** How a list of uploads stands as a whole. */
export type Phase = 'empty' | 'live' | 'paused' | 'failed' | 'done'

export function phaseOf({ live, paused, failed, done }: UploadSummary): Phase {
  if (live > 0) return paused === live ? 'paused' : 'live'
  if (failed > 0) return 'failed'
  return done > 0 ? 'done' : 'empty'
}
