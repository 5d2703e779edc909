import { expect, it } from 'vitest'
import { Lane } from '../../src/transfer/lane.js'

it('lets in as many as there are places, first come first served', () => {
  const lane = new Lane(2)
  const started: string[] = []
  const leave: Record<string, () => void> = {}
  for (const name of ['a', 'b', 'c', 'd']) {
    lane.enter((leaveLane) => {
      started.push(name)
      leave[name] = leaveLane
    })
  }

  expect(started).toEqual(['a', 'b'])
  leave['b']?.()
  expect(started).toEqual(['a', 'b', 'c'])
  leave['a']?.()
  expect(started).toEqual(['a', 'b', 'c', 'd'])
})

it('counts a place only once, however often it is left', () => {
  const lane = new Lane(1)
  const leave: (() => void)[] = []
  for (let i = 0; i < 3; i++) lane.enter((leaveLane) => leave.push(leaveLane))

  leave[0]?.()
  leave[0]?.()

  expect(leave).toHaveLength(2)
})

it('takes 100,000 that leave at once without running out of stack', () => {
  const lane = new Lane(1)
  let passed = 0
  let open = () => {}
  lane.enter((leave) => (open = leave))
  for (let i = 0; i < 100_000; i++) {
    lane.enter((leave) => {
      passed += 1
      leave()
    })
  }

  open()

  expect(passed).toBe(100_000)
})

it('gives the place of a task to the next one, also when the task fails', async () => {
  const lane = new Lane(1)
  const { signal } = new AbortController()

  const failing = lane.run(() => Promise.reject(new Error('no')), signal)
  const next = lane.run(() => Promise.resolve('yes'), signal)

  await expect(failing).rejects.toThrow('no')
  await expect(next).resolves.toBe('yes')
})

it('lets go at once of whoever is called off in line, and gives the place to the next', async () => {
  const lane = new Lane(1)
  const stop = new AbortController()
  let leave = () => {}
  lane.enter((leaveLane) => (leave = leaveLane))

  const calledOff = lane.run(() => Promise.resolve('never'), stop.signal)
  const next = lane.run(() => Promise.resolve('next'), new AbortController().signal)
  stop.abort()

  await expect(calledOff).rejects.toThrow()
  leave()
  await expect(next).resolves.toBe('next')
})
