import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ObjectStore } from './support/object-store.js'
import { bucket, startObjectStore } from './support/object-store.js'

// The other tests prove something only as long as their store refuses what S3 refuses.

let store: ObjectStore
beforeAll(async () => (store = await startObjectStore()))
afterAll(() => store.close())

const photo = { bucket, key: '123/temp/meter%20photo.jpg' }

it('takes and gives back what a link was signed for', async () => {
  expect(await put(await presign())).toBe(200)
  const url = await store.storage.presignGet({
    s3ref: photo,
    filename: 'Zähler.jpg',
    attachment: true,
    expiresInSeconds: 60,
  })
  const answer = await fetch(url)
  expect(await answer.text()).toBe('bytes')
  expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename*=UTF-8''Z%C3%A4hler.jpg`)
})

it('refuses a request without a signature', async () => {
  const [bare = ''] = (await presign()).split('?')
  expect(await put(bare)).toBe(403)
  expect((await fetch(bare)).status).toBe(403)
})

it('refuses a link that was changed', async () => {
  const url = await presign()
  expect(await put(url.replace('photo', 'video'))).toBe(403)
  expect(await put(url.replace(/(X-Amz-Signature=)./, '$1_'))).toBe(403)
})

it('refuses another Content-Type than the one that was signed', async () => {
  expect(await put(await presign(), { 'Content-Type': 'text/html' })).toBe(403)
})

it('refuses a link whose time is over', async () => {
  expect(await put(await presign({ expiresInSeconds: -1 }))).toBe(403)
})

it('refuses a preflight that asks for more than Content-Type', async () => {
  expect(await preflight('content-type')).toBe(200)
  expect(await preflight('authorization,content-type')).toBe(403)
})

it('keeps what is put at the moment when all of its neighbours go', async () => {
  const lost: string[] = []
  for (let round = 0; round < 100; round += 1) {
    const going = { bucket, key: `456/temp/going-${round}/a.pdf` }
    const coming = { bucket, key: `456/temp/coming-${round}/a.pdf` }
    await put(await presign({ s3ref: going }))
    const status = put(await presign({ s3ref: coming }))
    // Each round hits another moment of the PUT.
    await new Promise((resolve) => setTimeout(resolve, round % 3))
    await store.storage.delete(going)
    if ((await status) !== 200 || (await store.storage.size(coming)) !== 5) lost.push(coming.key)
    await store.storage.delete(coming)
  }
  expect(lost).toEqual([])
})

function presign({ s3ref = photo, expiresInSeconds = 60 } = {}): Promise<string> {
  return Promise.resolve(store.storage.presignPut({ s3ref, contentType: 'image/jpeg', expiresInSeconds }))
}

async function put(url: string, headers = { 'Content-Type': 'image/jpeg' }): Promise<number> {
  return (await fetch(url, { method: 'PUT', headers, body: new TextEncoder().encode('bytes') })).status
}

async function preflight(headers: string): Promise<number> {
  const answer = await fetch(await presign(), {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://app.example',
      'Access-Control-Request-Method': 'PUT',
      'Access-Control-Request-Headers': headers,
    },
  })
  return answer.status
}
