import { expect, it } from 'vitest'
import { uploadLink } from '../../src/transfer/presigned-url.js'

const s3ref = { bucket: 'b', key: 'k' }

it.each([
  { life: 900, startWithin: 840_000, why: 'a minute is left for sending' },
  { life: 120, startWithin: 60_000, why: 'a minute is left, which is half' },
  { life: 60, startWithin: 30_000, why: 'half a short life is left' },
  { life: 3, startWithin: 1500, why: 'half a very short life is left' },
])('lets a PUT start within $startWithin ms of $life s: $why', ({ life, startWithin }) => {
  const link = uploadLink({ s3ref, url: `https://s3.test/k?X-Amz-Expires=${life}`, now: 5000 })

  expect(link.startBefore).toBe(5000 + startWithin)
})

it.each(['https://s3.test/k', 'https://s3.test/k?X-Amz-Expires=soon', 'https://s3.test/k?X-Amz-Expires=0'])(
  'takes six minutes where the URL does not tell: %s',
  (url) => {
    expect(uploadLink({ s3ref, url, now: 0 }).startBefore).toBe(300_000)
  },
)

it('does not care what the URL says of the time of day', () => {
  const url = 'https://s3.test/k?X-Amz-Date=19990101T000000Z&X-Amz-Expires=900'

  expect(uploadLink({ s3ref, url, now: 0 }).startBefore).toBe(840_000)
})
