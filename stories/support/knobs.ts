import type { Answers } from '../../src/testing.js'
import type { FaultKind, FaultStep } from './fault-kinds.js'

/** What the console sets. */
export interface Knobs {
  readonly network: Network
  /** How likely each fault is, in percent of the calls it can meet. */
  readonly percent: Readonly<Record<FaultKnob, number>>
  readonly isSignedOut: boolean
  readonly isFull: boolean
  readonly hasSecondTab: boolean
  readonly searchLags: boolean
  /** How long after a save a search finds the file, where it lags. */
  readonly lagMs: number
  /** What a second save of the same bytes brings. */
  readonly secondSave: Answers['secondSave']
  /** What befalls the next calls at their steps, whatever chance says. */
  readonly next: readonly NextFault[]
}

export interface NextFault {
  readonly step: FaultStep
  readonly kind: FaultKind
}

export type Network = 'good' | '3g' | 'offline'
export type FaultKnob = 'cut' | 'lostAnswer' | 'expired' | 'busy' | 'refused'
/** What is either so or not. */
export type Switch = 'isSignedOut' | 'isFull' | 'hasSecondTab' | 'searchLags'

export const faultKnobs: readonly FaultKnob[] = ['cut', 'lostAnswer', 'expired', 'busy', 'refused']
export const switches: readonly Switch[] = ['isSignedOut', 'isFull', 'hasSecondTab', 'searchLags']

export const noFaults: Knobs = {
  network: 'good',
  percent: { cut: 0, lostAnswer: 0, expired: 0, busy: 0, refused: 0 },
  isSignedOut: false,
  isFull: false,
  hasSecondTab: false,
  searchLags: false,
  lagMs: 2000,
  secondSave: 'not-found',
  next: [],
}

/** How long the server asks to be left in peace. */
export const busySeconds = 5
