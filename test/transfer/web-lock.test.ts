import { afterEach, expect, it, vi } from 'vitest'
import { webLock } from '../../src/transfer/web-lock.js'

afterEach(() => vi.unstubAllGlobals())

it('runs what has one name one after the other, also after one has failed', async () => {
  const seen: string[] = []
  const task = (name: string) => async () => {
    seen.push(`${name} begins`)
    await new Promise((resolve) => setImmediate(resolve))
    seen.push(`${name} ends`)
    if (name === 'a') throw new Error('no')
    return name
  }

  const [a, b] = [webLock('file', task('a'), never), webLock('file', task('b'), never)]

  await expect(a).rejects.toThrow('no')
  expect(await b).toBe('b')
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

it('leaves the line with the reason why it was aborted', async () => {
  let end = () => {}
  const held = webLock('file', () => new Promise<void>((resolve) => (end = resolve)), never)
  const abort = new AbortController()
  const task = vi.fn(async () => {})
  const inLine = webLock('file', task, abort.signal)

  abort.abort(new Error('canceled'))

  await expect(inLine).rejects.toThrow('canceled')
  end()
  await held
  expect(task).not.toHaveBeenCalled()
})

it.each([
  ['is none', undefined],
  ['has no locks', {}],
  [
    'does not let them be used',
    { locks: { request: () => Promise.reject(new DOMException('', 'SecurityError')) } },
  ],
])('goes on without where the browser %s', async (_, browser) => {
  vi.stubGlobal('navigator', browser)

  expect(await webLock('file', async () => 'done', never)).toBe('done')
})

const never = new AbortController().signal
