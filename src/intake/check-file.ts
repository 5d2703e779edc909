import { accepts } from './accepts.js'
import type { Candidate } from './candidate.js'
import { refuse } from './candidate.js'
import type { Refusal } from './intake-report.js'
import type { IntakeRules } from './intake-rules.js'
import { maxPutBytes } from './intake-rules.js'
import { isUnreadable } from './unreadable.js'

/** The rules that a file answers by itself and at once. */
export function checkFile(candidate: Candidate, rules: IntakeRules): Refusal | null {
  const { file } = candidate
  const { accept = [], minSizeBytes = 0, maxSizeBytes = maxPutBytes } = rules
  const largest = Math.min(maxSizeBytes, maxPutBytes)
  if (isUnreadable(file)) return refuse(candidate, 'unreadable')
  if (accept.length > 0 && !accepts(file, accept)) return refuse(candidate, 'type', { accept })
  // Whether it is empty or only gone is asked later.
  if (file.size === 0) return null
  if (file.size < minSizeBytes) return refuse(candidate, 'too-small', { limit: minSizeBytes })
  if (file.size > largest) return refuse(candidate, 'too-large', { limit: largest })
  return null
}
