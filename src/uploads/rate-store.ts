import { createStore } from 'zustand/vanilla'
import type { Clock } from '../api/clock.js'
import type { ReadonlyStore } from './readonly-store.js'

/** How fast bytes leave, and how long the rest of them will take. */
export interface TransferRate {
  readonly bytesPerSecond: number
  readonly secondsLeft: number
}

/** `null` while nobody can say: nothing is being sent, it has only just begun, or it stands still. */
export type RateStore = ReadonlyStore<TransferRate | null>

/** What is measured. */
export interface Measure {
  /** Begins to listen; the returned function ends it. */
  readonly begin: (signals: RateSignals) => () => void
  readonly read: (now: number) => TransferRate | null
}

export interface RateSignals {
  readonly onMoved: () => void
  /** Nothing is under way any more. */
  readonly onStopped: () => void
}

/** A rate that is looked at once a second, and only while somebody listens and something moves. */
export function rateStore(clock: Clock, { begin, read }: Measure): RateStore {
  const store = createStore<TransferRate | null>(() => null)
  let listeners = 0
  let end = () => {}
  return {
    ...store,
    subscribe(listener) {
      const unsubscribe = store.subscribe(listener)
      if (++listeners === 1) end = measure()
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        unsubscribe()
        if (--listeners === 0) end()
      }
    },
  }

  function measure(): () => void {
    let hasMoved = false
    let callOff: (() => void) | undefined
    const stop = begin({ onMoved: wake, onStopped: rest })
    if (look() !== null) wake()
    return () => {
      stop()
      callOff?.()
    }

    function look(): TransferRate | null {
      const rate = read(clock.now())
      store.setState(rate, true)
      return rate
    }
    function wake() {
      hasMoved = true
      callOff ??= clock.setTimeout(tick, everyMs)
    }
    /** Goes on while there is something to say, or something may soon be. */
    function tick() {
      callOff = undefined
      const goesOn = hasMoved
      hasMoved = false
      if (look() !== null || goesOn) callOff = clock.setTimeout(tick, everyMs)
    }
    function rest() {
      callOff?.()
      callOff = undefined
      store.setState(null, true)
    }
  }
}

const everyMs = 1000
