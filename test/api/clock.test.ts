import { afterEach, expect, it, vi } from 'vitest'
import { systemClock } from '../../src/api/clock.js'

const dayMs = 86_400_000

afterEach(() => {
  vi.useRealTimers()
})

it('waits for as long as it is told, also for longer than a timer of the browser can', () => {
  vi.useFakeTimers()
  const rang: string[] = []
  systemClock.setTimeout(() => rang.push('after 60 days'), 60 * dayMs)
  systemClock.setTimeout(() => rang.push('never'), Infinity)

  vi.advanceTimersByTime(60 * dayMs - 1)
  expect(rang).toEqual([])

  vi.advanceTimersByTime(1)
  expect(rang).toEqual(['after 60 days'])
})

it('calls a long wait off, however much of it is over', () => {
  vi.useFakeTimers()
  const rang: string[] = []
  const callOff = systemClock.setTimeout(() => rang.push('it rang'), 60 * dayMs)

  vi.advanceTimersByTime(40 * dayMs)
  callOff()
  vi.advanceTimersByTime(40 * dayMs)

  expect(rang).toEqual([])
})
