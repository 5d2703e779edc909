import { afterEach, expect, it, vi } from 'vitest'
import { resizePhotos } from '../../src/transfer/resize-photos.js'
import { aFile } from '../../src/testing.js'
import { aPhoto } from '../support/a-photo.js'

const goOn = new AbortController().signal

afterEach(() => void vi.restoreAllMocks())

it('makes a large photo smaller, and keeps its name and date', async () => {
  const photo = await aPhoto({ name: 'Dach.JPG', width: 1600, height: 800, paddingBytes: 2_000_000 })

  const small = await resizePhotos({ maxEdgePx: 400 })(photo, { signal: goOn })

  expect(small.size).toBeLessThan(100_000)
  expect(small).toMatchObject({ name: 'Dach.JPG', type: 'image/jpeg', lastModified: photo.lastModified })
  expect(await sizeOf(small)).toEqual([400, 200])
})

it('makes a narrow strip smaller, down to one pixel', async () => {
  const strip = await aPhoto({ width: 2, height: 6000, paddingBytes: 2_000_000 })
  expect(await sizeOf(await resizePhotos({ maxEdgePx: 1000 })(strip, { signal: goOn }))).toEqual([1, 1000])
})

it('stands a photo upright that the camera has stored lying', async () => {
  const photo = await aPhoto({
    width: 1600,
    height: 800,
    colours: ['#c81e1e', '#1e1ec8'],
    orientation: 6,
    paddingBytes: 2_000_000,
  })

  const small = await resizePhotos({ maxEdgePx: 400 })(photo, { signal: goOn })

  expect(await sizeOf(small)).toEqual([200, 400])
  // Turned clockwise the left half comes to the top.
  expect(await colourAt(small, 100, 50)).toBe('red')
  expect(await colourAt(small, 100, 350)).toBe('blue')
})

it('makes a JPEG of other photos, and says so in the name', async () => {
  const photo = await aPhoto({ name: 'Zähler.foto.webp', type: 'image/webp', paddingBytes: 2_000_000 })
  const small = await resizePhotos()(photo, { signal: goOn })
  expect(small).toMatchObject({ name: 'Zähler.foto.jpg', type: 'image/jpeg' })
})

it('leaves alone what is small, no photo, or cannot be shown', async () => {
  const resize = resizePhotos()
  const left = [
    await aPhoto(),
    await aPhoto({ type: 'image/png', name: 'plan.png', paddingBytes: 2_000_000 }),
    aFile({ name: 'a.pdf', sizeBytes: 2_000_000 }),
    aFile({ name: 'a.jpg', type: 'image/jpeg', sizeBytes: 2_000_000 }),
    aFile({ name: 'IMG_4417.heic', type: 'image/heic', sizeBytes: 2_000_000 }),
  ]
  for (const file of left) expect(await resize(file, { signal: goOn })).toBe(file)
})

it('leaves alone what would become larger', async () => {
  const photo = await aPhoto({ width: 800, height: 800 })
  expect(await resizePhotos({ aboveBytes: 0, quality: 1 })(photo, { signal: goOn })).toBe(photo)
})

it('opens two photos at a time, however many are being prepared, and none that was canceled', async () => {
  const decode = globalThis.createImageBitmap
  let [open, most] = [0, 0]
  vi.spyOn(globalThis, 'createImageBitmap').mockImplementation(async (...args: unknown[]) => {
    most = Math.max(most, ++open)
    const bitmap = await (decode as (...all: unknown[]) => Promise<ImageBitmap>)(...args)
    const close = bitmap.close.bind(bitmap)
    bitmap.close = () => {
      open--
      close()
    }
    return bitmap
  })
  const photo = await aPhoto({ width: 400, height: 400, paddingBytes: 2_000_000 })
  const resize = resizePhotos()
  const canceled = new AbortController()

  const all = [1, 2, 3, 4, 5].map(async () => resize(photo, { signal: goOn }))
  const last = Promise.resolve(resize(photo, { signal: canceled.signal }))
  canceled.abort()

  await expect(last).rejects.toThrow('aborted')
  await Promise.all(all)
  expect(most).toBe(2)
  expect(open).toBe(0)
})

async function sizeOf(file: File): Promise<readonly [number, number]> {
  const { width, height } = await createImageBitmap(file)
  return [width, height]
}

async function colourAt(file: File, x: number, y: number): Promise<string> {
  const bitmap = await createImageBitmap(file)
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!
  context.drawImage(bitmap, 0, 0)
  const [red = 0, , blue = 0] = context.getImageData(x, y, 1, 1).data
  return red > blue ? 'red' : 'blue'
}
