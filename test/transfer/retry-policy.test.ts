import { expect, it } from 'vitest'
import { FileError } from '../../src/api/errors.js'
import { createRetryPolicy } from '../../src/transfer/retry-policy.js'

const network = new FileError('network', 'no answer')

it('doubles the longest wait with each attempt, up to a limit', () => {
  const retry = createRetryPolicy({ attempts: 9, random: () => 1 })

  const waits = [1, 2, 3, 4, 5, 6, 7].map((attempt) => retry(network, attempt))

  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
})

it('waits anything between nothing and the longest, so that clients come back apart', () => {
  expect(createRetryPolicy({ random: () => 0 })(network, 3)).toBe(0)
  expect(createRetryPolicy({ random: () => 0.25 })(network, 3)).toBe(1000)
})

it('gives up after the last attempt', () => {
  const retry = createRetryPolicy({ attempts: 2 })

  expect(retry(network, 1)).not.toBeNull()
  expect(retry(network, 2)).toBeNull()
})

it('gives up at once on what no waiting cures', () => {
  const retry = createRetryPolicy()

  expect(retry(new FileError('forbidden', 'no'), 1)).toBeNull()
  expect(retry(new FileError('outcome-unknown', 'lost'), 1)).toBeNull()
})

it('waits exactly as long as the server asks for', () => {
  const busy = new FileError('rate-limited', 'busy', { retryAfterMs: 7000 })

  expect(createRetryPolicy({ random: () => 0 })(busy, 1)).toBe(7000)
})
