import { createStore } from 'zustand/vanilla'
import type { Clock } from '../api/clock.js'
import type { Candidate } from '../intake/candidate.js'
import { candidateAgain, candidatesOf } from '../intake/candidate.js'
import type { Existing } from '../intake/check-limits.js'
import { checkLimits } from '../intake/check-limits.js'
import type { IntakeReport, Refusal } from '../intake/intake-report.js'
import type { IntakeRules } from '../intake/intake-rules.js'
import { emptyReport, mergeReports, withoutRefusals } from '../intake/merge-reports.js'
import { runIntake } from '../intake/run-intake.js'
import type { AddOptions, Uploads } from './create-uploads.js'
import { keepTally } from './keep-tally.js'
import type { ReadonlyStore } from './readonly-store.js'

/** What an intake tells. */
export interface IntakeState {
  /** `null` where nothing was refused, or nothing of it is left to tell. */
  readonly report: IntakeReport | null
  /** Some files are still being looked at. */
  readonly isChecking: boolean
  /** What is worth saying aloud once all are looked at: how many were refused; `round` tells one such time from all others. */
  readonly news: { readonly refused: number; readonly round: number } | null
}

/** What files are taken in with. */
export interface IntakeOptions extends Omit<AddOptions, 'scope'> {
  readonly rules?: IntakeRules | undefined
  /** Asked at the moment of adding. */
  readonly existing: () => Existing
  /** Takes files that may come in, instead of having them added; answers whether it does. */
  readonly hold?: ((files: readonly File[]) => boolean) | undefined
  /** Who adds a refused file anyway wants just this of it, whatever the list does by then. */
  readonly isOwnWay?: boolean | undefined
  readonly clock: Clock
}

/** What comes into one scope, and what does not. */
export interface Intake {
  readonly state: ReadonlyStore<IntakeState>
  add(files: readonly File[], options: IntakeOptions): Promise<IntakeReport>
  /** Adds what was refused, without the rule that refused it; the other rules hold. */
  addAnyway(refusals: readonly Refusal[], options: IntakeOptions): void
  /** Takes refusals out of the report. */
  readonly remove: (refusals: readonly Refusal[]) => void
  readonly dismiss: () => void
  /** Says how the list takes files in. */
  takeBy(how: () => IntakeOptions): void
  /** How it does, as it was said last. */
  how(): IntakeOptions | undefined
}

/**
 * The intake of a scope; a component that is mounted again finds the same. Adding files begins a new report, so the last
 * one is gone once a person has tried again; files that are added while others are still being looked at share theirs.
 */
export function intakeOf(uploads: Uploads, scope: string): Intake {
  const intakes = known.get(uploads) ?? new Map<string, Intake>()
  known.set(uploads, intakes)
  const intake = intakes.get(scope) ?? createIntake(uploads, scope)
  intakes.set(scope, intake)
  return intake
}

const known = new WeakMap<Uploads, Map<string, Intake>>()

let rounds = 0

function createIntake(uploads: Uploads, scope: string): Intake {
  const state = createStore<IntakeState>(() => ({ report: null, isChecking: false, news: null }))
  const tallies = keepTally(uploads, scope)
  let report = emptyReport
  /** How files were taken in that are to be no files of their own, such as new versions, and were refused. */
  const ownWays = new WeakMap<Refusal, IntakeOptions>()
  let underWay = 0
  let untold = 0

  let how: (() => IntakeOptions) | undefined

  return { state, add, addAnyway, remove, dismiss, takeBy: (now) => void (how = now), how: () => how?.() }

  function add(files: readonly File[], options: IntakeOptions): Promise<IntakeReport> {
    if (underWay === 0 && files.length > 0) report = emptyReport
    return takeIn(candidatesOf(files), options)
  }

  function addAnyway(refusals: readonly Refusal[], options: IntakeOptions): void {
    const held = new Set(report.refused)
    const again = refusals.filter((refusal) => refusal.mayAdd && held.has(refusal))
    report = withoutRefusals(report, again)
    const whole = again.filter((refusal) => !ownWays.has(refusal))
    if (whole.length > 0) void takeIn(whole.map(candidateAgain), options)
    for (const refusal of again) {
      const how = ownWays.get(refusal)
      if (how) void takeIn([candidateAgain(refusal)], how)
    }
  }

  function remove(refusals: readonly Refusal[]): void {
    report = withoutRefusals(report, refusals)
    show({})
  }

  function dismiss(): void {
    report = emptyReport
    untold = 0
    show({ news: null })
  }

  function takeIn(candidates: readonly Candidate[], how: IntakeOptions): Promise<IntakeReport> {
    const { rules = {}, existing, hold, clock, isOwnWay, ...options } = how
    let mine = emptyReport
    underWay++
    const looking = look()
    if (!looking) return Promise.resolve(end())
    show({ isChecking: true })
    return looking.then(end, (error: unknown) => {
      end()
      throw error
    })

    function look(): Promise<void> | undefined {
      const ports = { clock, signal: uploads.closing, add: addNow, onRefused }
      try {
        return runIntake(candidates, rules, ports)
      } catch (error) {
        return Promise.reject(error) // of the caller's `save`, which is theirs to hear of
      }
    }
    function addNow(batch: readonly Candidate[]): void {
      // What an interrupted upload waits for is no new one.
      const fresh = batch.filter(({ file }) => !uploads.giveBack(file, { ...options, scope }))
      const refused = options.versionOf === undefined ? addWithinLimits(fresh) : addAll(fresh)
      tell({ added: batch.length - refused.length, refused })
    }
    function addWithinLimits(fresh: readonly Candidate[]): readonly Refusal[] {
      const tally = tallies.now()
      const { welcome, refused } = checkLimits(fresh, rules, { tally, existing: existing() })
      if (welcome.length > 0 && !hold?.(welcome)) uploads.add(welcome, { ...options, scope })
      tallies.keep(tally)
      return refused
    }
    /** A new version takes the place of what counts already, and the same file may be one once more. */
    function addAll(fresh: readonly Candidate[]): readonly Refusal[] {
      const files = fresh.map(({ file }) => file)
      if (files.length > 0) uploads.add(files, { ...options, scope })
      return []
    }
    function onRefused(refused: readonly Refusal[]): void {
      tell({ added: 0, refused })
    }
    function tell(more: IntakeReport): void {
      if (isOwnWay || options.versionOf !== undefined)
        for (const refusal of more.refused) ownWays.set(refusal, how)
      mine = mergeReports(mine, more)
      report = mergeReports(report, more)
      // The last one is told at the end, so that a moment's news come in one piece.
      if (state.getState().isChecking) show({})
    }
    function end(): IntakeReport {
      underWay--
      untold += mine.refused.length
      if (underWay > 0) return mine
      tallies.forget()
      // Said once: what is added anyway later is not the others' being refused again.
      const old = report.refused.length > 0 ? state.getState().news : null
      const news = untold > 0 ? { refused: untold, round: ++rounds } : old
      untold = 0
      show({ isChecking: false, news })
      return mine
    }
  }

  function show(change: Partial<IntakeState>): void {
    state.setState({ ...change, report: report.refused.length > 0 ? report : null })
  }
}
