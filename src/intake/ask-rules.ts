import { isReadable } from '../api/is-readable.js'
import type { Candidate } from './candidate.js'
import { refuse } from './candidate.js'
import type { Refusal } from './intake-report.js'
import type { IntakeRules, Validate } from './intake-rules.js'
import { pathOf } from './path-of.js'

/** Whether a file has to wait for an answer. */
export function hasToAsk({ file }: Candidate, rules: IntakeRules): boolean {
  return Boolean(rules.content ?? rules.validate) || isUnwelcomeEmpty(file, rules)
}

/** The rules that need time: whether there are bytes, what they say, then the caller's own. */
export async function askRules(
  candidate: Candidate,
  rules: IntakeRules,
  signal: AbortSignal,
): Promise<Refusal | null> {
  const { file, waived } = candidate
  const { content, validate } = rules
  if (isUnwelcomeEmpty(file, rules))
    return refuse(candidate, (await isReadable(file)) ? 'empty' : 'unreadable')
  const refusal = content && !waived.has('content') && (await askContent(candidate, content, signal))
  if (refusal) return refusal
  return validate && !waived.has('invalid') ? askCaller(candidate, validate, signal) : null
}

async function askContent(
  candidate: Candidate,
  content: 'warn' | 'refuse',
  signal: AbortSignal,
): Promise<Refusal | null> {
  const { file } = candidate
  try {
    // Knows some hundred formats, so only those load it who have the rule.
    const { findDisguise } = await import('./find-disguise.js')
    const disguise = await findDisguise(file, signal)
    return disguise && refuse(candidate, 'content', { ...disguise, mayAdd: content === 'warn' })
  } catch (error) {
    if (!(await isReadable(file))) return refuse(candidate, 'unreadable')
    // Bytes that cannot be understood tell nothing, and nothing is no reason.
    if (!signal.aborted) reportError(error)
    return null
  }
}

async function askCaller(
  candidate: Candidate,
  validate: Validate,
  signal: AbortSignal,
): Promise<Refusal | null> {
  const { file } = candidate
  try {
    const verdict = await validate(file, { path: pathOf(file), signal })
    if (!verdict) return null
    const { message, mayAdd = false } = typeof verdict === 'string' ? { message: verdict } : verdict
    return refuse(candidate, 'invalid', { message, mayAdd })
  } catch (error) {
    if (!signal.aborted) reportError(error)
    return refuse(candidate, 'invalid')
  }
}

function isUnwelcomeEmpty({ size }: File, { allowEmpty = false }: IntakeRules): boolean {
  return size === 0 && !allowEmpty
}
