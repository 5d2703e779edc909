import { expect } from 'vitest'
import type { StoreRequest } from './store-gate.js'

/** S3 gets the Content-Type that was signed, and else only what a browser says by itself: no token, no cookie. */
export function expectOnlyContentType(requests: readonly StoreRequest[]): void {
  const puts = requests.filter(({ method }) => method === 'PUT')
  expect(puts.length).toBeGreaterThan(0)
  for (const { headers } of puts) {
    const added = Object.keys(headers).filter((name) => !byTheBrowser.test(name))
    expect(added).toEqual(['content-type'])
  }
  for (const { headers } of requests) {
    expect(headers).not.toHaveProperty('authorization')
    // A download is a navigation, to which browsers add the cookies of its host by themselves.
    if (headers['sec-fetch-dest'] === 'empty') expect(headers).not.toHaveProperty('cookie')
  }
}

const byTheBrowser =
  /^(?:host|connection|content-length|user-agent|accept|accept-encoding|accept-language|origin|referer|sec-fetch-\w+|sec-ch-ua(?:-\w+)*)$/
