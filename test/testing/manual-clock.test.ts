import { expect, it } from 'vitest'
import { createManualClock } from '../../src/testing.js'

it('stands still until it is moved', async () => {
  const clock = createManualClock()
  const fired: string[] = []
  clock.setTimeout(() => fired.push('late'), 1000)

  await clock.advance(999)
  expect(fired).toEqual([])
  await clock.advance(1)

  expect(fired).toEqual(['late'])
  expect(clock.now()).toBe(1000)
  expect(clock.pending).toBe(0)
})

it('fires timers in the order in which they fall due', async () => {
  const clock = createManualClock()
  const fired: string[] = []
  clock.setTimeout(() => fired.push(`third at ${clock.now()}`), 30)
  clock.setTimeout(() => fired.push(`first at ${clock.now()}`), 10)
  clock.setTimeout(() => fired.push(`second at ${clock.now()}`), 10)

  await clock.advance(100)

  expect(fired).toEqual(['first at 10', 'second at 10', 'third at 30'])
})

it('fires what is set on the way, after promises have settled', async () => {
  const clock = createManualClock()
  const fired: number[] = []
  const work = async () => {
    for (const _ of [1, 2, 3]) {
      await new Promise<void>((resolve) => clock.setTimeout(resolve, 10))
      fired.push(clock.now())
    }
  }
  void work()

  await clock.advance(25)

  expect(fired).toEqual([10, 20])
  expect(clock.pending).toBe(1)
})

it('forgets a timer that is called off', async () => {
  const clock = createManualClock()
  let fired = false
  const callOff = clock.setTimeout(() => (fired = true), 10)

  callOff()
  await clock.advance(10)

  expect(fired).toBe(false)
  expect(clock.pending).toBe(0)
})
