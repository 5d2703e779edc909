import { afterEach, expect, it, vi } from 'vitest'
import { systemClock } from '../../src/api/clock.js'

const dayMs = 86_400_000

afterEach(() => {
  vi.useRealTimers()
})

it.each([30 * dayMs, Infinity])(
  'fires no timer at once that is longer than a browser can count: %d ms',
  (delayMs) => {
    vi.useFakeTimers()
    const rang: string[] = []
    const callOff = systemClock.setTimeout(() => rang.push('it rang'), delayMs)

    vi.advanceTimersByTime(24 * dayMs)
    expect(rang).toEqual([])

    callOff()
    vi.advanceTimersByTime(dayMs)
    expect(rang).toEqual([])
  },
)
