import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, it, vi } from 'vitest'
import { FileUpload } from '../../src/components/file-upload.js'
import { FilesProvider } from '../../src/hooks/files-provider.js'
import { de } from '../../src/locales/de.js'
import { aFile } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

// In the dialog a person can ask for all files.
const pick = (...names: readonly string[]) =>
  userEvent.setup({ applyAccept: false }).upload(
    screen.getByLabelText('Choose files'),
    names.map((name) => aFile({ name, sizeBytes: 1000 })),
  )
const rows = () => screen.queryAllByRole('listitem').map((row) => row.getAttribute('data-status'))

it('uploads what is picked, says when it is saved and lets it be removed', async () => {
  const { server, put, render } = createApp()
  const onDone = vi.fn()
  render(<FileUpload onDone={onDone} />)

  await pick('a.pdf')
  const sending = await put.next()
  await waitFor(() => expect(rows()).toEqual(['uploading']))
  await act(async () => sending.finish())

  await waitFor(() => expect(rows()).toEqual(['done']))
  expect(screen.getByRole('listitem')).toHaveTextContent('Uploaded')
  expect(server.files()).toMatchObject([{ filename: 'a.pdf' }])
  expect(onDone).toHaveBeenCalledTimes(1)

  await userEvent.click(screen.getByRole('button', { name: 'Remove, a.pdf' }))
  expect(rows()).toEqual([])
  await waitFor(() => expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus())
})

it('uploads what is dropped', async () => {
  const { put, render } = createApp()
  render(<FileUpload />)
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(aFile({ name: 'a.pdf' }))
  const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer })
  fireEvent(screen.getByText('Drop files here'), drop)

  const { request } = await put.next()
  expect((request.body as File).name).toBe('a.pdf')
})

it('can be worked by keyboard alone', async () => {
  const { put, render } = createApp()
  render(<FileUpload />)
  const opened = vi.fn((event: Event) => event.preventDefault())
  screen.getByLabelText('Choose files').addEventListener('click', opened)
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(opened).toHaveBeenCalledTimes(1)

  screen.getByLabelText('Choose files').removeEventListener('click', opened)
  await pick('a.pdf')
  await put.next()
  await screen.findByRole('button', { name: 'Pause, a.pdf' })
  act(() => screen.getByRole('button', { name: 'Choose files' }).focus())
  await userEvent.tab()
  expect(screen.getByRole('button', { name: 'Pause, a.pdf' })).toHaveFocus()
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(rows()).toEqual(['canceled'])
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(rows()).toEqual(['uploading']))
})

it('tries again from where it had come to', async () => {
  const { server, put, render } = createApp({ retry: () => null })
  server.failNext('saveFileV2', { status: 403 })
  render(<FileUpload />)
  await pick('a.pdf')
  const sending = await put.next()
  await act(async () => sending.finish())
  await waitFor(() =>
    expect(screen.getByRole('listitem')).toHaveTextContent(
      'Uploaded, but not saved. You don’t have the right',
    ),
  )

  await userEvent.click(screen.getByRole('button', { name: 'Try again, a.pdf' }))

  await waitFor(() => expect(rows()).toEqual(['done']))
  expect(server.ledger.count('put')).toBe(1)
})

it('sums up many, and stops, resumes and repeats them together', async () => {
  const { server, put, render } = createApp({ retry: () => null })
  render(<FileUpload />)
  await pick('a.pdf', 'b.pdf', 'c.pdf')
  await Promise.all([put.next(), put.next(), put.next()])
  const bar = screen.getByRole('group', { name: 'All uploads' })
  expect(bar).toHaveTextContent('Uploading 3 files')
  expect(bar).toHaveAttribute('data-tone', 'accent')

  await userEvent.click(screen.getByRole('button', { name: 'Pause all' }))
  expect(bar).toHaveTextContent('3 uploads paused')
  server.failNext('saveFileV2', { status: 403 }, 2)
  await userEvent.click(screen.getByRole('button', { name: 'Resume all' }))
  const sendings = await Promise.all([put.next(), put.next(), put.next()])
  await act(async () => sendings.forEach((sending) => sending.finish()))
  await waitFor(() => expect(bar).toHaveTextContent('1 uploaded, 2 need attention'))
  expect(bar).toHaveAttribute('data-tone', 'error')

  await userEvent.click(screen.getByRole('button', { name: 'Try 2 again' }))
  await waitFor(() => expect(bar).toHaveTextContent('3 files uploaded'))
  expect(bar).toHaveAttribute('data-tone', 'success')

  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
  expect(rows()).toEqual([])
  expect(bar).not.toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus())
})

it('cancels all at once', async () => {
  const { put, render } = createApp()
  render(<FileUpload />)
  await pick('a.pdf', 'b.pdf')
  await Promise.all([put.next(), put.next()])
  await userEvent.click(screen.getByRole('button', { name: 'Cancel all' }))
  expect(rows()).toEqual(['canceled', 'canceled'])
  expect(screen.queryByRole('group', { name: 'All uploads' })).not.toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus())
})

it('goes on sending when it leaves the page, and shows it again', async () => {
  const { server, put, render } = createApp()
  const { unmount } = render(<FileUpload scope="meter" />)
  await pick('a.pdf')
  const sending = await put.next()
  unmount()
  render(<FileUpload scope="meter" />)
  expect(rows()).toEqual(['uploading'])

  await act(async () => sending.finish())

  await waitFor(() => expect(rows()).toEqual(['done']))
  expect(server.files()).toHaveLength(1)
})

it('takes one file where it is told so', async () => {
  const { render } = createApp()
  render(<FileUpload multiple={false} />)
  expect(screen.getByLabelText('Choose a file')).not.toHaveAttribute('multiple')
  expect(screen.getByText('Drop a file here')).toBeInTheDocument()
})

it('downloads what is done, and shows why it cannot', async () => {
  const openDownload = vi.fn()
  const { server, put, render } = createApp({ openDownload })
  render(<FileUpload />)
  await pick('a.pdf')
  const sending = await put.next()
  await act(async () => sending.finish())
  const download = await screen.findByRole('button', { name: 'Download, a.pdf' })

  server.failNext('downloadFile', { status: 404 })
  await userEvent.click(download)
  await waitFor(() =>
    expect(within(screen.getByRole('listitem')).getByRole('alert')).toHaveTextContent(
      'Not downloaded. It no longer exists in epilot',
    ),
  )
  expect(download).toHaveAccessibleDescription(/no longer exists/)
  expect(download).toHaveFocus()

  await userEvent.click(download)
  await waitFor(() => expect(openDownload).toHaveBeenCalledTimes(1))
  expect(within(screen.getByRole('listitem')).queryByRole('alert')).not.toBeInTheDocument()
})

it('speaks German', async () => {
  const { client, put, server, render } = createApp({ retry: () => null })
  server.failNext('saveFileV2', { status: 413 })
  render(
    <FilesProvider client={client} messages={de}>
      <FileUpload />
    </FilesProvider>,
  )
  expect(screen.getByText('Dateien hier ablegen')).toBeInTheDocument()
  await userEvent.upload(screen.getByLabelText('Dateien wählen'), aFile({ name: 'a.pdf' }))
  const sending = await put.next()
  await act(async () => sending.finish())
  await waitFor(() =>
    expect(screen.getByRole('listitem')).toHaveTextContent(
      'Hochgeladen, aber nicht gespeichert. Die Datei ist zu groß. Wählen Sie eine kleinere',
    ),
  )
  expect(screen.getByRole('button', { name: 'Entfernen, a.pdf' })).toBeInTheDocument()
})

it('has nothing for axe to complain of, empty and at work', async () => {
  const { server, put, render } = createApp({ retry: () => null })
  const { container } = render(<FileUpload label="Meter photos" help="JPG or HEIC" />)
  expect(await violations(container)).toEqual([])

  server.failNext('saveFileV2', { status: 403 })
  await pick('a.pdf', 'b.pdf', 'c.pdf')
  const [first, second] = await Promise.all([put.next(), put.next(), put.next()])
  await act(async () => first.finish())
  await act(async () => second.finish())
  await waitFor(() => expect(rows()).toEqual(['failed', 'done', 'uploading']))
  expect(await violations(container)).toEqual([])
  expect(screen.getByRole('group', { name: 'Meter photos' })).toBeInTheDocument()
})

async function violations(container: Element) {
  // Rows fade in: half seen, they have half the contrast.
  const arriving = container.ownerDocument.getAnimations().filter(isFinite)
  await Promise.all(arriving.map(({ finished }) => finished))
  const { violations: found } = await axe.run(container, { resultTypes: ['violations'] })
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)
}

function isFinite({ effect }: Animation): boolean {
  return effect?.getTiming().iterations !== Infinity
}

it('offers to try those again that may succeed, and no others', async () => {
  const { server, put, render } = createApp()
  render(<FileUpload scope="s" />)
  server.failNext('uploadFileV2', { status: 413 })
  await userEvent.upload(screen.getByLabelText('Choose files'), [
    aFile({ name: 'huge.mov' }),
    aFile({ name: 'a.pdf' }),
  ])
  server.failNext('saveFileV2', { status: 403 })
  await act(async () => (await put.next()).finish())

  expect(await screen.findByRole('button', { name: 'Try 1 again' })).toBeInTheDocument()
})

it('says what may come in before the pick, and reports what broke the rules below the drop zone', async () => {
  const { put, render } = createApp()
  render(<FileUpload rules={{ accept: ['.pdf'], maxSizeBytes: 1_000_000 }} />)
  expect(screen.getByText(/^PDF · up to 1\sMB each$/)).toBeInTheDocument()

  await pick('a.pdf', 'b.exe')

  expect((await put.next()).request.body).toMatchObject({ name: 'a.pdf' })
  const report = screen.getByRole('region', { name: 'Result of adding files' })
  expect(report).toHaveTextContent('1 added, 1 needs attention')
  expect(rows()).toContain('uploading')

  const opened = vi.fn((event: Event) => event.preventDefault())
  screen.getByLabelText('Choose files').addEventListener('click', opened)
  await userEvent.click(within(report).getByRole('button', { name: /^Choose others/ }))
  expect(opened).toHaveBeenCalledTimes(1)
  screen.getByLabelText('Choose files').removeEventListener('click', opened)
  await pick('c.pdf')
  expect(report).not.toBeInTheDocument()
})

it('lets help stand in the place of the rules in words', () => {
  const { render } = createApp()
  render(<FileUpload rules={{ accept: ['.pdf'] }} help="Only contracts" />)
  expect(screen.getByText('Only contracts')).toBeInTheDocument()
  expect(screen.queryByText('PDF')).not.toBeInTheDocument()
})

it('offers to choose others only while there is room for them', async () => {
  const { render } = createApp()
  const rules = { accept: ['.pdf'], maxCount: 1 }
  const { rerender } = render(<FileUpload scope="s" rules={rules} />)
  await pick('a.pdf', 'b.exe')
  expect(screen.getByText(/^\u2068b.exe\u2069 is of another type/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: /^Choose others/ })).not.toBeInTheDocument()

  rerender(<FileUpload scope="s" rules={{ ...rules, maxCount: 2 }} />)
  expect(screen.getByRole('button', { name: /^Choose others/ })).toBeInTheDocument()
  rerender(<FileUpload scope="s" rules={{ ...rules, maxCount: 2 }} disabled />)
  expect(screen.queryByRole('button', { name: /^Choose others/ })).not.toBeInTheDocument()
})

it('shows the first of thousands of different reasons, and how many files more there are', async () => {
  const { render } = createApp()
  const validate = ({ name }: File) => `${name} has no order of that number`
  render(<FileUpload rules={{ validate }} />)

  await pick(...Array.from({ length: 300 }, (_, index) => `${index}.pdf`))

  await waitFor(() => expect(screen.queryByText('Checking files…')).not.toBeInTheDocument())
  const report = screen.getByRole('region', { name: 'Result of adding files' })
  expect(within(report).getAllByRole('button', { name: /^Choose others/ })).toHaveLength(50)
  expect(report).toHaveTextContent('and 250 more')
})
