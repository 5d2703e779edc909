import { act, screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { expect, it } from 'vitest'
import type { FileEntity } from '../../src/index.js'
import * as FileList from '../../src/parts/file-list/index.js'
import { aPhoto } from '../support/a-photo.js'
import { createApp } from '../support/render-with-files.js'

function setUp({ preview = true } = {}) {
  let held: Promise<void> | undefined
  const app = createApp({
    async fetch(input, init) {
      const until = held
      held = undefined
      await until
      return app.server.fetch(input, init)
    },
  })
  /** Keeps the next call back. */
  const hold = () => {
    let now = () => {}
    held = new Promise<void>((resolve) => (now = resolve))
    return { now: () => now(), isHeld: () => held === undefined }
  }
  const view = (files: readonly FileEntity[]) => (
    <div data-testid="scroller" style={{ height: 400, overflow: 'auto' }}>
      <FileList.Root aria-label="Files">
        {files.map((file) => (
          <FileList.Item key={file._id} file={file}>
            <FileList.Thumb data-testid="thumb" preview={preview} />
            <FileList.Name />
          </FileList.Item>
        ))}
      </FileList.Root>
    </div>
  )
  const show = (files: readonly FileEntity[]) => {
    const { container, rerender } = app.render(view(files))
    const pictures = () => [...container.querySelectorAll<HTMLCanvasElement>('canvas[data-image]')]
    return { container, pictures, showAgain: (again: readonly FileEntity[]) => rerender(view(again)) }
  }
  const calls = () => app.server.ledger.calls('previewFile')
  return { ...app, show, calls, hold }
}

it('shows the picture of a saved file, as decoration', async () => {
  const { server, show, calls } = setUp()
  const { container, pictures } = show([
    server.addFile({ filename: 'plan.pdf' }, { preview: await aPhoto({ type: 'image/png' }) }),
  ])

  await waitFor(() => expect(pictures()).toHaveLength(1))
  const pixel = pictures()[0]?.getContext('2d')?.getImageData(20, 20, 1, 1).data
  expect([...(pixel ?? [])]).toEqual([200, 30, 30, 255])
  expect(screen.getByRole('listitem').textContent).toBe('plan.pdf')
  expect(calls()).toHaveLength(1)
  expect((await axe.run(container)).violations).toEqual([])
})

it('shows a page from its top and a photo from its middle', async () => {
  const { server, show } = setUp()
  const { pictures } = show([
    server.addFile({ filename: 'letter.pdf' }, { preview: await aPage() }),
    server.addFile({ filename: 'photo.jpg', mime_type: 'image/jpeg' }, { preview: await aPage() }),
  ])

  await waitFor(() => expect(pictures()).toHaveLength(2))
  const bottoms = pictures().map((canvas) => canvas.getContext('2d')?.getImageData(20, 35, 1, 1).data ?? [])
  expect(bottoms[0]?.[0]).toBeGreaterThan(150)
  expect(bottoms[1]?.[2]).toBeGreaterThan(150)
})

it('asks only for the pictures of rows in view, a few at a time', async () => {
  const { server, show, calls } = setUp()
  const preview = await aPhoto()
  const files = Array.from({ length: 100 }, (_, index) =>
    server.addFile({ filename: `${index}.pdf` }, { preview }),
  )
  const { pictures } = show(files)

  const inView = Math.ceil(400 / 56) + 1
  await waitFor(() => expect(pictures().length).toBeGreaterThan(5))
  await quiet()
  expect(calls().length).toBeLessThanOrEqual(inView)

  screen.getByTestId('scroller').scrollTop = 80 * 57
  await waitFor(() => expect(calls().some(({ url }) => url.includes(files[82]?._id ?? '?'))).toBe(true))
  await quiet()
  expect(calls().length).toBeLessThanOrEqual(inView * 2)
})

it('asks for nothing unless it is told to: in a portal epilot would refuse', async () => {
  const { server, show, calls } = setUp({ preview: false })
  show([server.addFile({ filename: 'plan.pdf' }, { preview: await aPhoto() })])
  await quiet()
  expect(calls()).toEqual([])
})

it.each([
  ['there is none', { status: 404 }],
  ['epilot fails', { status: 500 }],
  ['it is broken', { status: 200, body: 'no picture' }],
])('keeps the glyph where %s', async (_, fault) => {
  const { server, show, calls } = setUp()
  server.failNext('previewFile', fault)
  const { pictures } = show([server.addFile({ filename: 'plan.pdf' })])

  await waitFor(() => expect(calls().at(0)?.status).toBe(fault.status))
  await quiet()

  expect(pictures()).toEqual([])
  expect(screen.getByTestId('thumb').querySelector('svg')).toBeVisible()
  expect(calls()).toHaveLength(1)
})

it('asks once however often the list is loaded, and anew for a new version', async () => {
  const { server, show, calls } = setUp()
  const file = server.addFile({ filename: 'plan.pdf' }, { preview: await aPhoto() })
  const { pictures, showAgain } = show([file])
  await waitFor(() => expect(pictures()).toHaveLength(1))
  const [picture] = pictures()

  showAgain([{ ...file, _updated_at: '2026-03-14T09:00:00Z' }])
  await quiet()
  expect(pictures()).toEqual([picture])
  expect(calls()).toHaveLength(1)

  showAgain([{ ...file, versions: [{}, ...(file.versions ?? [])] }])
  await waitFor(() => expect(calls()).toHaveLength(2))
})

it('keeps the picture of a version where the one before turns out to have none', async () => {
  const { server, show, calls, hold } = setUp()
  const file = server.addFile({ filename: 'plan.pdf' }, { preview: await aPhoto() })
  const release = hold()
  const { pictures, showAgain } = show([file])
  await waitFor(() => expect(release.isHeld()).toBe(true))
  showAgain([{ ...file, versions: [{}, ...(file.versions ?? [])] }])
  await waitFor(() => expect(pictures()).toHaveLength(1))

  server.failNext('previewFile', { status: 404 })
  release.now()
  await waitFor(() => expect(calls().at(-1)?.status).toBe(404))
  await quiet()

  expect(pictures()).toHaveLength(1)
})

it('draws it anew, from a larger one, where its row becomes a card', async () => {
  const { server, show, calls } = setUp()
  const { pictures } = show([
    server.addFile({ filename: 'plan.pdf' }, { preview: await aPhoto({ width: 400, height: 300 }) }),
  ])
  await waitFor(() => expect(pictures()).toHaveLength(1))

  screen.getByTestId('thumb').style.cssText = 'width: 200px; height: 150px'

  await waitFor(() => expect(pictures()[0]?.width).toBe(Math.ceil(200 * devicePixelRatio)))
  expect(pictures()[0]?.height).toBe(Math.ceil(150 * devicePixelRatio))
  expect(calls().map(({ url }) => new URL(url).searchParams.get('w'))).toEqual(['128', '640'])
})

/** Four times as high as wide, red above blue. */
async function aPage(): Promise<Blob> {
  const canvas = new OffscreenCanvas(100, 400)
  const context = canvas.getContext('2d')!
  for (const [colour, y] of [['#c81e1e', 0] as const, ['#1e1ec8', 200] as const]) {
    context.fillStyle = colour
    context.fillRect(0, y, 100, 200)
  }
  return canvas.convertToBlob({ type: 'image/png' })
}

/** Until nothing has been drawn for some frames: pictures are made off the main thread. */
async function quiet() {
  await act(async () => {
    for (let frames = 0; frames < 20; frames++) await new Promise(requestAnimationFrame)
  })
}
