import { act, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { UploadRow } from '../../src/components/upload-row.js'
import { useFileUpload } from '../../src/hooks/use-file-upload.js'
import * as FileList from '../../src/parts/file-list/index.js'
import { aFile, anEntity } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

interface UploadsProps {
  readonly virtual?: boolean
  readonly onChooseAnother?: () => void
}

function Uploads({ virtual, onChooseAnother }: UploadsProps) {
  const { uploads } = useFileUpload({ scope: 's' })
  return (
    <FileList.Root aria-label="Uploads">
      <FileList.Rows items={uploads} keyOf={(upload) => upload.id} {...(virtual && { virtual })}>
        {(upload) => <UploadRow {...{ upload, onChooseAnother }} />}
      </FileList.Rows>
    </FileList.Root>
  )
}

function setUp({ virtual = false } = {}) {
  const app = createApp()
  const { unmount } = app.render(<Uploads virtual={virtual} />)
  const add = (count: number) =>
    act(async () => {
      const files = Array.from({ length: count }, (_, index) => aFile({ name: `${index}.pdf` }))
      app.client.uploads.add(files, { scope: 's', autoStart: false })
    })
  const places = () => screen.getAllByRole('listitem').map((row) => row.dataset.enter)
  return { ...app, add, places, unmount }
}

it('comes in one after the other with the first eight of a batch', async () => {
  const { add, places } = setUp()
  await add(10)
  expect(places()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '7', '7'])

  await expect.poll(places, { timeout: 3000 }).toEqual(Array(10).fill(undefined))
  await add(2)
  expect(places().slice(-3)).toEqual([undefined, '0', '1'])
})

it('comes in but once, however often it is shown', async () => {
  const { add, places, unmount, render } = setUp()
  await add(2)
  unmount()
  render(<Uploads />)
  expect(places()).toEqual([undefined, undefined])
})

it('is simply there where rows come and go as one scrolls', async () => {
  const { add, places } = setUp({ virtual: true })
  await add(2)
  expect(places()).toEqual([undefined, undefined])
})

it('draws its check where one sees it happen, not where it was done before', async () => {
  const { client, put, render, unmount } = setUp()
  await act(async () => void client.uploads.add([aFile({ name: 'a.pdf' })], { scope: 's' }))
  await act(async () => (await put.next()).finish())
  await screen.findByText('Uploaded')
  const check = () => document.querySelector('.ef-status > .ef-icon')
  expect(check()).toHaveAttribute('data-draw')

  unmount()
  render(<Uploads />)
  expect(check()).not.toHaveAttribute('data-draw')
})

it.each([300, 500])(
  'keeps the frame of a focused choice off the words above it, %i px wide',
  async (width) => {
    const { client, render, server, put } = createApp()
    server.failNext('addRelations', { status: 403 })
    render(
      <div className="ef-panel" style={{ width }}>
        <Uploads onChooseAnother={() => {}} />
      </div>,
    )
    act(() => void client.uploads.add([aFile()], { scope: 's', entity: anEntity() }))
    const sending = await put.next()
    await act(async () => sending.finish())
    const button = await screen.findByRole('button', { name: /^Choose another/ })

    await userEvent.tab()

    expect(button).toHaveFocus()
    const status = within(screen.getByRole('listitem')).getByText(/you can’t add files/)
    expect(frameTop(button)).toBeGreaterThanOrEqual(status.getBoundingClientRect().bottom)
  },
)

it('keeps the frame of a single action off the words above it', async () => {
  const { client, render, server } = createApp()
  server.failNext('uploadFileV2', { status: 403 })
  render(
    <div className="ef-panel" style={{ width: 300 }}>
      <Uploads />
    </div>,
  )
  act(() => void client.uploads.add([aFile()], { scope: 's' }))
  const button = await screen.findByRole('button', { name: /^Try again/ })

  await userEvent.tab()

  expect(button).toHaveFocus()
  const status = within(screen.getByRole('listitem')).getByText(/have the right/)
  expect(frameTop(button)).toBeGreaterThanOrEqual(status.getBoundingClientRect().bottom)
})

function frameTop(element: Element): number {
  const { outlineOffset, outlineWidth } = getComputedStyle(element)
  return element.getBoundingClientRect().top - parseFloat(outlineOffset) - parseFloat(outlineWidth)
}
