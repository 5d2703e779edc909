import { abortable } from '../api/abortable.js'
import type { Clock } from '../api/clock.js'
import { askRules, hasToAsk } from './ask-rules.js'
import type { Candidate } from './candidate.js'
import { checkFile } from './check-file.js'
import { breathe, inSlices } from './in-slices.js'
import type { Refusal } from './intake-report.js'
import type { IntakeRules } from './intake-rules.js'

/** What the intake needs of those who keep the files. */
export interface IntakePorts {
  /** Adds what may be added now; called with many at once. */
  readonly add: (candidates: readonly Candidate[]) => void
  readonly onRefused: (refusals: readonly Refusal[]) => void
  readonly clock: Clock
  readonly signal: AbortSignal
}

/**
 * Judges files by the rules of each single one and hands the good ones on, the first slice of them at once. Answers
 * nothing where nothing was left to wait for.
 */
export function runIntake(
  candidates: readonly Candidate[],
  rules: IntakeRules,
  ports: IntakePorts,
): Promise<void> | undefined {
  const toAsk: Candidate[] = []
  const looking = inSlices(
    candidates,
    (slice) => {
      const { good, refused } = sort(slice, (candidate) => checkFile(candidate, rules))
      if (refused.length > 0) ports.onRefused(refused)
      const welcome: Candidate[] = []
      for (const candidate of good) (hasToAsk(candidate, rules) ? toAsk : welcome).push(candidate)
      if (welcome.length > 0) ports.add(welcome)
    },
    ports.signal,
  )
  if (!looking && toAsk.length === 0) return undefined
  return Promise.resolve(looking).then(() => askAll(toAsk, rules, ports))
}

function sort(slice: readonly Candidate[], check: (candidate: Candidate) => Refusal | null) {
  const good: Candidate[] = []
  const refused: Refusal[] = []
  for (const candidate of slice) {
    const refusal = check(candidate)
    if (refusal) refused.push(refusal)
    else good.push(candidate)
  }
  return { good, refused }
}

/** A few at a time. Those that are found good do not wait for one whose answer does not come. */
async function askAll(
  candidates: readonly Candidate[],
  rules: IntakeRules,
  { add, onRefused, clock, signal }: IntakePorts,
): Promise<void> {
  let next = 0
  let breathed = performance.now()
  let good: number[] = []
  let refused: Refusal[] = []
  let callOff: (() => void) | undefined

  async function askOn(): Promise<void> {
    for (let index = next++; index < candidates.length && !signal.aborted; index = next++) {
      const candidate = candidates[index] as Candidate // there are that many
      const refusal = await askRules(candidate, rules, signal)
      if (refusal) refused.push(refusal)
      else good.push(index)
      callOff ??= clock.setTimeout(tell, tellMs)
      if (performance.now() - breathed < breathMs) continue
      await breathe()
      breathed = performance.now()
    }
  }
  function takeGood(count: number): Candidate[] {
    // Answers come in any order, files in the one they were picked in.
    const all = good.sort((a, b) => a - b)
    good = all.slice(count)
    return all.slice(0, count).map((index) => candidates[index] as Candidate) // there are that many
  }
  function tell(): void {
    callOff = undefined
    if (signal.aborted) return
    if (refused.length > 0) onRefused(refused)
    refused = []
    const batch = takeGood(mostAtOnce)
    if (batch.length > 0) add(batch)
    if (good.length > 0) callOff = clock.setTimeout(tell, tellMs)
  }

  const asking = Promise.all(Array.from({ length: atATime }, askOn))
  // Who is asked may never answer, also when the client closes.
  await abortable<unknown>(signal, (resolve, reject) => {
    asking.then(resolve, reject)
    return () => {}
  }).catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
  callOff?.()
  if (signal.aborted) return
  if (refused.length > 0) onRefused(refused)
  await inSlices(takeGood(good.length), (slice) => slice.length > 0 && add(slice), signal)
}

const atATime = 6
const tellMs = 100
const mostAtOnce = 200
const breathMs = 8
