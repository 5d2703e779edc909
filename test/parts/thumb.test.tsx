import { act, screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useFileUpload } from '../../src/hooks/use-file-upload.js'
import * as FileList from '../../src/parts/file-list/index.js'
import { aFile } from '../../src/testing.js'
import { aPhoto } from '../support/a-photo.js'
import { createApp } from '../support/render-with-files.js'

const decode = globalThis.createImageBitmap
/** The files whose pictures were made, in their order. */
const made: File[] = []
let open: ImageBitmap[] = []

beforeEach(() => {
  made.length = 0
  open = []
  vi.spyOn(globalThis, 'createImageBitmap').mockImplementation(async (...args: unknown[]) => {
    if (args[0] instanceof File) made.push(args[0])
    const bitmap = await (decode as (...all: unknown[]) => Promise<ImageBitmap>)(...args)
    open.push(bitmap)
    return bitmap
  })
})

afterEach(() => void vi.restoreAllMocks())

const aPicture = () => aPhoto({ name: 'photo.png', type: 'image/png' })

function setUp() {
  const app = createApp()
  function Uploads() {
    const { uploads } = useFileUpload({ scope: 's' })
    return (
      <div data-testid="scroller" style={{ height: 400, overflow: 'auto' }}>
        <FileList.Root aria-label="Uploads">
          {uploads.map((upload) => (
            <FileList.Item key={upload.id} upload={upload}>
              <FileList.Thumb data-testid="thumb" />
              <FileList.Name />
            </FileList.Item>
          ))}
        </FileList.Root>
      </div>
    )
  }
  const { container } = app.render(<Uploads />)
  const add = (files: readonly File[]) =>
    act(async () => {
      app.client.uploads.add(files, { scope: 's', autoStart: false })
    })
  const pictures = () => [...container.querySelectorAll<HTMLCanvasElement>('canvas[data-image]')]
  return { ...app, container, add, pictures }
}

it('shows the middle of a picture as a square, as decoration', async () => {
  const { add, pictures, container } = setUp()
  const photo = await aPicture()
  await add([photo])

  await waitFor(() => expect(pictures()).toHaveLength(1))
  const [canvas] = pictures()
  expect(canvas!.width).toBe(canvas!.height)
  expect(canvas!.width).toBe(Math.ceil(40 * devicePixelRatio))
  expect([...canvas!.getContext('2d')!.getImageData(20, 20, 1, 1).data]).toEqual([200, 30, 30, 255])
  expect(screen.getByTestId('thumb').getBoundingClientRect()).toMatchObject({ width: 40, height: 40 })
  expect(screen.getByRole('listitem').textContent).toBe('photo.png')
  expect((await axe.run(container)).violations).toEqual([])
})

it('stands a photo upright that the camera has stored lying', async () => {
  const { add, pictures } = setUp()
  await add([await aPhoto({ width: 400, height: 200, colours: ['#c81e1e', '#1e1ec8'], orientation: 6 })])

  await waitFor(() => expect(pictures()).toHaveLength(1))
  const context = pictures()[0]!.getContext('2d')!
  const [top, bottom] = [8, 32].map((y) => [...context.getImageData(20, y, 1, 1).data])
  expect(top![0]).toBeGreaterThan(150)
  expect(bottom![2]).toBeGreaterThan(150)
})

it('makes pictures only of the rows in view: 300 images cost a dozen', async () => {
  const { add, pictures } = setUp()
  const photo = await aPicture()
  await add(
    Array.from({ length: 300 }, (_, index) => new File([photo], `${index}.png`, { type: photo.type })),
  )

  await waitFor(() => expect(pictures().length).toBeGreaterThan(5))
  await quiet()
  const inView = Math.ceil(400 / 56) + 1
  expect(made.length).toBeLessThanOrEqual(inView)
  expect(made[0]!.name).toBe('0.png')

  screen.getByTestId('scroller').scrollTop = 100 * 57
  await waitFor(() => expect(made.some(({ name }) => name === '102.png')).toBe(true))
  await quiet()
  expect(made.length).toBeLessThanOrEqual(inView * 2)
})

it('keeps the glyph where the browser cannot show the file, and tries but once', async () => {
  const { add, pictures, client } = setUp()
  const broken = aFile({ name: 'IMG_4417.heic', type: 'image/heic', content: 'no picture' })
  await add([broken])
  await waitFor(() => expect(made).toHaveLength(1))
  await quiet()
  expect(pictures()).toHaveLength(0)
  expect(screen.getByTestId('thumb').querySelector('svg')).toBeVisible()

  act(() => client.uploads.remove(client.uploads.all()))
  await add([broken])
  await quiet()
  expect(made).toHaveLength(1)
})

it('does not even try what is no picture, an SVG, empty, or too large', async () => {
  const { add } = setUp()
  await add([
    aFile({ name: 'a.pdf' }),
    aFile({ name: 'a.svg', type: 'image/svg+xml' }),
    aFile({ name: 'a.jpg', type: 'image/jpeg', sizeBytes: 0 }),
    aFile({ name: 'b.jpg', type: 'image/jpeg', sizeBytes: 70_000_000 }),
  ])
  await quiet()
  expect(made).toEqual([])
})

it('makes no picture of a row that went before its turn', async () => {
  const { add, client } = setUp()
  const photo = await aPicture()
  await add(Array.from({ length: 6 }, (_, index) => new File([photo], `${index}.png`, { type: photo.type })))
  act(() => client.uploads.remove(client.uploads.all()))
  await quiet()
  expect(made.length).toBeLessThanOrEqual(2)
})

it('draws a row that comes back from memory, and gives back what it no longer needs', async () => {
  const { add, pictures, client } = setUp()
  const photo = await aPicture()
  await add([photo])
  await waitFor(() => expect(pictures()).toHaveLength(1))
  act(() => client.uploads.remove(client.uploads.all()))
  await add([photo])
  await waitFor(() => expect(pictures()).toHaveLength(1))

  expect(made).toEqual([photo])
  // The picture it was cut from is closed, which leaves it without a width.
  expect(open.map(({ width }) => width > 0)).toEqual([false, true])
})

/** Until nothing has been drawn for some frames: pictures are made off the main thread. */
async function quiet() {
  await act(async () => {
    for (let frames = 0; frames < 20; frames++) await new Promise(requestAnimationFrame)
  })
}
