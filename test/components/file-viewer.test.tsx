import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import type { FileClientOptions, FileEntity } from '../../src/index.js'
import { de, FilesProvider, FileViewer } from '../../src/index.js'
import { aPhoto } from '../support/a-photo.js'
import { setPdfViewer } from '../support/pdf-viewer.js'
import { createApp } from '../support/render-with-files.js'
import { renderInShadowRoot } from '../support/render-in-shadow-root.js'

function setUp(options: FileClientOptions = {}) {
  const openDownload = vi.fn<(url: string) => void>()
  const app = createApp({ retry: () => null, openDownload, ...options })
  const onClose = vi.fn<() => void>()
  const view = (files: readonly FileEntity[], first = files[0]) => (
    <Opened files={files} first={first?._id ?? ''} onClose={onClose} />
  )
  return {
    ...app,
    user: userEvent.setup(),
    openDownload,
    onClose,
    view,
    open: (files: readonly FileEntity[], first?: FileEntity) => app.render(view(files, first)),
    pictures: () => app.server.ledger.calls('previewFile').filter(({ url }) => !isThumb(url)),
  }
}

interface OpenedProps {
  readonly files: readonly FileEntity[]
  readonly first: string
  readonly onClose: () => void
}

/** A button that opens it, as in an app. */
function Opened({ files, first, onClose }: OpenedProps) {
  const [fileId, setFileId] = useState<string | null>(first)
  return (
    <>
      <button type="button" onClick={() => setFileId(first)}>
        Show
      </button>
      {fileId !== null && (
        <FileViewer
          files={files}
          fileId={fileId}
          onChange={setFileId}
          onClose={() => {
            onClose()
            setFileId(null)
          }}
        />
      )}
    </>
  )
}

const theFrame = () =>
  waitFor(() => {
    const frame = document.querySelector('iframe')
    expect(frame).not.toBeNull()
    return frame as HTMLIFrameElement
  })
const dialog = (name: string) => screen.findByRole('dialog', { name })
const picture = (name: string) => screen.findByRole<HTMLCanvasElement>('img', { name })
const stage = (name: string) => screen.getByRole('group', { name })
const said = () => screen.getAllByRole('status').at(-1)?.textContent
const colourOf = (canvas: HTMLCanvasElement) =>
  Array.from(canvas.getContext('2d')?.getImageData(5, 5, 1, 1).data ?? []).slice(0, 3)
const isThumb = (url: string) => new URL(url).searchParams.get('w') === '128'
const wide = { type: 'image/png', width: 1280, height: 960 } as const
const red = aPhoto(wide)
const green = aPhoto({ ...wide, colours: ['#1ec81e', '#1ec81e'] })

it('shows the picture of a file as large as there is room, without a URL of its own', async () => {
  setPdfViewer(false)
  const { server, open } = setUp()
  const createUrl = vi.spyOn(URL, 'createObjectURL')
  const { baseElement } = open([server.addFile({ filename: 'plan.pdf' }, { preview: await red })])

  const shown = await picture('plan.pdf')
  expect(colourOf(shown)).toEqual([200, 30, 30])
  const [room, place] = [stage('plan.pdf').getBoundingClientRect(), shown.getBoundingClientRect()]
  expect(place.width === Math.floor(room.width) || Math.abs(place.height - room.height) <= 1).toBe(true)
  expect(place.width / place.height).toBeCloseTo(4 / 3, 1)
  expect(stage('plan.pdf')).toHaveFocus()
  expect(createUrl).not.toHaveBeenCalled()
  expect((await axe.run(baseElement)).violations).toEqual([])
})

it('does not blow up a small picture', async () => {
  const { server, open } = setUp()
  open([server.addFile({ filename: 'logo.png', mime_type: 'image/png' }, { preview: await aPhoto() })])
  expect((await picture('logo.png')).getBoundingClientRect().width).toBe(60)
})

it('walks through the files by keys and buttons, stays at the ends, and says where it is', async () => {
  const { server, open, user } = setUp()
  open(['a.zip', 'b.zip', 'c.zip'].map((filename) => server.addFile({ filename })))
  await dialog('a.zip')
  expect(said()).toBe('')

  await user.keyboard('{ArrowLeft}')
  await user.keyboard('{ArrowRight}')
  await dialog('b.zip')
  expect(said()).toBe('File 2 of 3, b.zip')
  await user.keyboard('{End}{ArrowRight}')
  await dialog('c.zip')
  await user.keyboard('{Home}')
  await dialog('a.zip')

  const next = screen.getByRole('button', { name: 'Next file, b.zip' })
  await user.click(next)
  await user.click(next)
  await dialog('c.zip')
  expect(next).toHaveFocus()
  expect(next).toHaveAttribute('aria-disabled', 'true')
  // No letter and no key that is meant for the browser.
  await user.keyboard('jknp {Alt>}{ArrowLeft}{/Alt}')
  await dialog('c.zip')
})

it('goes on in the direction one reads', async () => {
  const { server, user, view, render: show } = setUp()
  const files = ['a.zip', 'b.zip'].map((filename) => server.addFile({ filename }))
  show(<div dir="rtl">{view(files)}</div>)
  await dialog('a.zip')
  await user.keyboard('{ArrowLeft}')
  await dialog('b.zip')
  await user.keyboard('{ArrowRight}')
  await dialog('a.zip')
})

it('closes by Escape and by its button, and gives the focus back', async () => {
  const { server, open, user, onClose } = setUp()
  open([server.addFile({ filename: 'a.zip' })])
  await dialog('a.zip')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()

  await user.click(screen.getByRole('button', { name: 'Show' }))
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(onClose).toHaveBeenCalledTimes(2)
  expect(screen.getByRole('button', { name: 'Show' })).toHaveFocus()
})

it('zooms by keys while the picture has the focus, and asks for a larger one', async () => {
  const { server, open, user, pictures } = setUp()
  open([server.addFile({ filename: 'roof.jpg', mime_type: 'image/jpeg' }, { preview: await red })])
  const shown = await picture('roof.jpg')
  const { width } = shown.getBoundingClientRect()
  const widths = () => pictures().map(({ url }) => Number(new URL(url).searchParams.get('w')))
  const [first = 0] = widths()

  await user.keyboard('+++')
  await screen.findByText('200 %')
  expect(shown.getBoundingClientRect().width / width).toBeCloseTo(2, 1)
  await waitFor(() => expect(widths().at(-1)).toBeGreaterThan(first))
  expect(await picture('roof.jpg')).toBe(shown)

  await user.keyboard('0-')
  await screen.findByText('75 %')
  await user.click(screen.getByRole('button', { name: 'Zoom in' }))
  await user.keyboard('-')
  await screen.findByText('100 %')
  await user.keyboard('{Control>}+{/Control}')
  await screen.findByText('100 %')
})

it('goes on showing the picture that is there where a larger one does not come', async () => {
  setPdfViewer(false)
  const { server, user, open, pictures } = setUp()
  open([server.addFile({ filename: 'a.pdf' }, { preview: await red })])
  await picture('a.pdf')
  server.failBy((operation) => (operation === 'previewFile' ? { status: 403 } : undefined))

  await user.keyboard('++++++')
  await waitFor(() => expect(pictures().at(-1)?.status).toBe(403))
  await act(async () => {
    for (let frames = 0; frames < 10; frames++) await new Promise(requestAnimationFrame)
  })

  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  expect(colourOf(await picture('a.pdf'))).toEqual([200, 30, 30])
  expect(screen.getByRole('button', { name: 'Zoom out' })).toBeVisible()
})

it('moves a zoomed picture by the arrow keys, and goes on to the next file once it fits again', async () => {
  const { server, open, user } = setUp()
  const files = ['a.jpg', 'b.jpg'].map((filename) => ({ filename, mime_type: 'image/jpeg' }))
  const preview = await red
  open(files.map((file) => server.addFile(file, { preview })))
  await picture('a.jpg')
  expect(stage('a.jpg')).toHaveFocus()
  await user.keyboard('++++')
  await screen.findByText('300 %')
  await user.keyboard('{ArrowRight}')
  expect(screen.getByRole('dialog', { name: 'a.jpg' })).toBeInTheDocument()

  await user.keyboard('0')
  await user.keyboard('{ArrowRight}')
  await dialog('b.jpg')
  await screen.findByText('100 %')
})

it('loses no focus where the button that has it goes', async () => {
  const { server, open, user } = setUp()
  open([
    server.addFile({ filename: 'roof.jpg', mime_type: 'image/jpeg' }, { preview: await red }),
    server.addFile({ filename: 'b.zip' }),
  ])
  await picture('roof.jpg')
  await user.click(screen.getByRole('button', { name: 'Zoom in' }))
  await user.keyboard('{ArrowRight}')
  await screen.findByText('No preview of this kind of file')
  await user.keyboard('{ArrowLeft}')
  await dialog('roof.jpg')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

it('shows a PDF in the viewer of the browser, by a link that is new each time', async () => {
  setPdfViewer(true)
  const { server, open, user } = setUp()
  open([server.addFile({ filename: 'contract.pdf', mime_type: 'application/pdf' })])
  const frame = await theFrame()
  expect(frame.title).toBe('contract.pdf')
  expect(frame).not.toHaveAttribute('sandbox')
  expect(new URL(frame.src).protocol).toBe('https:')
  const [call] = server.ledger.calls('downloadFile')
  expect(call?.url).toContain('attachment=false')
  expect(screen.queryByRole('button', { name: 'Zoom in' })).not.toBeInTheDocument()

  await user.keyboard('{Escape}')
  await user.click(screen.getByRole('button', { name: 'Show' }))
  await waitFor(() => expect(server.ledger.count('downloadFile')).toBe(2))
})

it('opens no page that only calls itself a PDF', async () => {
  setPdfViewer(true)
  const { server, open } = setUp()
  open([server.addFile({ filename: 'invoice.pdf', mime_type: 'text/html' }, { content: '<h1>Sign in</h1>' })])
  await screen.findByText('No preview of this kind of file')
  expect(document.querySelector('iframe')).toBeNull()
})

it('says why a link of a PDF did not come, and tries again', async () => {
  setPdfViewer(true)
  const { server, open, user } = setUp()
  server.failNext('downloadFile', { status: 403 })
  open([server.addFile({ filename: 'contract.pdf', mime_type: 'application/pdf' })])
  expect(await screen.findByRole('alert')).toHaveTextContent('Not shown. You don’t have the right')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await theFrame()
})

it.each([
  ['there is none', { status: 404 }],
  ['it is broken', { status: 200, body: 'no picture', headers: { 'Content-Type': 'image/png' } }],
])('says so where epilot should have a picture and %s', async (_, fault) => {
  setPdfViewer(false)
  const { server, open, openDownload, user } = setUp()
  server.failBy((operation) => (operation === 'previewFile' ? fault : undefined))
  open([server.addFile({ filename: 'plan.pdf' })])
  const words = await screen.findByText('No preview of this kind of file')
  await user.click(
    within(words.closest('.ef-stage') as HTMLElement).getByRole('button', { name: /^Download/ }),
  )
  await waitFor(() => expect(openDownload).toHaveBeenCalledOnce())
  expect(server.ledger.calls('downloadFile').at(0)?.url).toContain('attachment=true')
})

it('says why a picture did not come, and tries again', async () => {
  const { server, open, user } = setUp()
  let isRefused = true
  server.failBy((operation) => (isRefused && operation === 'previewFile' ? { status: 403 } : undefined))
  open([server.addFile({ filename: 'roof.jpg', mime_type: 'image/jpeg' }, { preview: await red })])
  expect(await screen.findByRole('alert')).toHaveTextContent('Not shown. You don’t have the right')
  const again = screen.getByRole('button', { name: 'Try again' })
  isRefused = false
  act(() => again.focus())
  await user.keyboard('{Enter}')
  await picture('roof.jpg')
  // It was lost with the button.
  await waitFor(() =>
    expect(screen.getByRole('dialog')).toContainElement(document.activeElement as HTMLElement),
  )
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

it('says where a file outside of epilot lies, and opens it in a tab', async () => {
  const goTo = vi.fn<(url: string) => void>()
  const { server, open, user } = setUp({ openTab: () => ({ goTo, close() {} }) })
  open([server.addFile({ filename: 'net.pdf', custom_download_url: 'https://files.example.com/net.pdf' })])
  expect(
    await screen.findByText('This file stays outside of epilot, at files.example.com'),
  ).toBeInTheDocument()
  const [inHead] = screen.getAllByRole('button', { name: 'Open in a new tab, net.pdf' })
  await user.click(inHead as HTMLElement)
  await waitFor(() => expect(goTo.mock.lastCall?.[0]).toMatch(/^https:\/\/files\.example\.com\/net\.pdf/))
  expect(server.ledger.count('previewFile')).toBe(0)
})

it('says why a download failed, until another file is shown', async () => {
  const { server, open, user } = setUp()
  server.failNext('downloadFile', { status: 403 })
  open(['a.zip', 'b.zip'].map((filename) => server.addFile({ filename })))
  const [button] = await screen.findAllByRole('button', { name: 'Download, a.zip' })
  await user.click(button as HTMLElement)
  expect(await screen.findByRole('alert')).toHaveTextContent('Not downloaded. You don’t have the right')
  await user.keyboard('{ArrowRight}')
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  expect(button).toHaveFocus()
})

it('has the next picture ready once this one is shown, and no large one', async () => {
  setPdfViewer(false)
  const { server, open, user, pictures } = setUp()
  const preview = await red
  const files = [
    server.addFile({ filename: 'a.jpg', mime_type: 'image/jpeg' }, { preview }),
    server.addFile({ filename: 'b.jpg', mime_type: 'image/jpeg' }, { preview }),
    server.addFile({ filename: 'large.pdf', size_bytes: 90_000_000 }, { preview }),
  ]
  open(files)
  const asked = () => pictures().map(({ url }) => files.findIndex(({ _id }) => url.includes(_id)))
  await picture('a.jpg')
  await waitFor(() => expect(asked()).toEqual([0, 1]))

  await user.keyboard('{ArrowRight}')
  await picture('b.jpg')
  await quiet()
  expect(asked()).toEqual([0, 1])
})

it('never shows the picture of a file that was left', async () => {
  const held = holdPreviews()
  const { server, open, user } = setUp({ fetch: (...request) => held.fetch(server.fetch, request) })
  const [first, second] = [
    server.addFile({ filename: 'a.jpg', mime_type: 'image/jpeg' }, { preview: await red }),
    server.addFile({ filename: 'b.jpg', mime_type: 'image/jpeg' }, { preview: await green }),
  ]
  open([first, second])
  await waitFor(() => expect(held.of(first)).toHaveLength(1))
  expect(stage('a.jpg')).toHaveAttribute('aria-busy', 'true')
  await user.keyboard('{ArrowRight}')
  await waitFor(() => expect(held.of(second)).toHaveLength(1))
  expect(held.of(first)[0]?.signal?.aborted).toBe(true)

  act(() => held.letGo(second))
  expect(colourOf(await picture('b.jpg'))).toEqual([30, 200, 30])
  act(() => held.letGo(first))
  await quiet()
  expect(colourOf(await picture('b.jpg'))).toEqual([30, 200, 30])
})

it('calls off what is on its way when it is closed', async () => {
  const held = holdPreviews()
  const { server, open, user } = setUp({ fetch: (...request) => held.fetch(server.fetch, request) })
  const file = server.addFile({ filename: 'a.jpg', mime_type: 'image/jpeg' }, { preview: await red })
  open([file])
  await waitFor(() => expect(held.of(file)).toHaveLength(1))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(held.of(file)[0]?.signal?.aborted).toBe(true))
})

it('goes on to the next file where the one that is shown leaves, and closes after the last', async () => {
  const { server, view, render: show, onClose } = setUp()
  const [a, b, c] = ['a.zip', 'b.zip', 'c.zip'].map((filename) => server.addFile({ filename })) as [
    FileEntity,
    FileEntity,
    FileEntity,
  ]
  const { rerender } = show(view([a, b, c], b))
  await dialog('b.zip')
  rerender(view([a, c], b))
  await dialog('c.zip')
  expect(said()).toBe('File 2 of 2, c.zip')
  rerender(view([a], b))
  await dialog('a.zip')
  rerender(view([], b))
  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

it('shows nothing of the version before while the picture of a new one is on its way', async () => {
  setPdfViewer(false)
  const { server, open, view } = setUp()
  const file = server.addFile({ filename: 'a.pdf' }, { preview: await red })
  const { rerender } = open([file])
  await picture('a.pdf')
  server.failNext('previewFile', 'hang', 2)

  rerender(view([{ ...file, versions: [{}, ...(file.versions ?? [])] }]))

  await waitFor(() => expect(stage('a.pdf')).toHaveTextContent('Loading'))
  await act(async () => {
    for (let frames = 0; frames < 10; frames++) await new Promise(requestAnimationFrame)
  })
  expect(screen.queryByRole('img', { name: 'a.pdf' })).not.toBeInTheDocument()
})

it('shows a new version as soon as the list knows it', async () => {
  const { server, view, render: show, pictures } = setUp()
  const file = server.addFile({ filename: 'a.jpg', mime_type: 'image/jpeg' }, { preview: await red })
  const { rerender } = show(view([file]))
  await picture('a.jpg')
  rerender(view([{ ...file, versions: [{}, ...(file.versions ?? [])] }]))
  await waitFor(() => expect(pictures()).toHaveLength(2))
})

it('shows a name as text, whatever is in it', async () => {
  const { server, open } = setUp()
  open([server.addFile({ filename: 'gpj.\u202ezip' })])
  expect(await dialog('gpj.\ufffdzip')).toBeInTheDocument()
})

it('speaks German, and the words that it is given', async () => {
  const { server, view, client, user } = setUp()
  const files = ['a.zip', 'b.zip'].map((filename) => server.addFile({ filename }))
  const { rerender } = render(
    <FilesProvider client={client} messages={de}>
      {view(files)}
    </FilesProvider>,
  )
  await user.keyboard('{ArrowRight}')
  expect(said()).toBe('Datei 2 von 2, b.zip')
  const viewer = {
    preview: 'Aperçu',
    previous: 'Fichier précédent',
    next: 'Fichier suivant',
    zoomIn: 'Agrandir',
    zoomOut: 'Réduire',
    fileOf: (place: number, count: number) => `Fichier ${place} sur ${count}`,
    none: 'Pas d’aperçu',
    elsewhere: (place: string) => `Sur ${place}`,
  }
  rerender(
    <FilesProvider client={client} messages={{ ...de, locale: 'fr', viewer }}>
      {view(files)}
    </FilesProvider>,
  )
  expect(screen.getByText('Pas d’aperçu')).toBeInTheDocument()
})

it('works in a shadow root', async () => {
  const onClose = vi.fn<() => void>()
  const files = ['a.zip', 'b.zip'].map((filename, index) => ({ _id: `${index}`, filename }))
  const { screen: inside, shadow } = renderInShadowRoot(<Opened files={files} first="0" onClose={onClose} />)
  const user = userEvent.setup()
  await inside.findByRole('dialog', { name: 'a.zip' })
  expect(shadow.activeElement).toBe(inside.getByRole('group', { name: 'a.zip' }))
  await user.click(inside.getByRole('button', { name: 'Next file, b.zip' }))
  await inside.findByRole('dialog', { name: 'b.zip' })
  expect(getComputedStyle(inside.getByRole('dialog')).display).toBe('flex')
  await user.click(inside.getByRole('button', { name: 'Close' }))
  expect(onClose).toHaveBeenCalledOnce()
})

/** Until nothing has been drawn for some frames: pictures are made off the main thread. */
async function quiet() {
  await act(async () => {
    for (let frames = 0; frames < 20; frames++) await new Promise(requestAnimationFrame)
  })
}

/** Answers to `previewFile` wait until they are let go. */
function holdPreviews() {
  const held: {
    readonly url: string
    readonly signal: AbortSignal | null | undefined
    readonly go: () => void
  }[] = []
  return {
    async fetch(answer: typeof fetch, [input, init]: Parameters<typeof fetch>) {
      const url = input instanceof Request ? input.url : String(input)
      if (url.includes('/preview') && !isThumb(url)) {
        await new Promise<void>((go) => held.push({ url, signal: init?.signal, go }))
      }
      return answer(input, init)
    },
    of: ({ _id }: FileEntity) => held.filter(({ url }) => url.includes(_id)),
    letGo({ _id }: FileEntity) {
      for (const { url, go } of held) if (url.includes(_id)) go()
    },
  }
}
