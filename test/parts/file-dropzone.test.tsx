import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import * as FileDropzone from '../../src/parts/file-dropzone/index.js'
import type { FileDropzoneRootProps } from '../../src/parts/file-dropzone/root.js'
import { aFile } from '../../src/testing.js'

function renderZone(props: Omit<FileDropzoneRootProps, 'onFiles'> = {}) {
  const onFiles = vi.fn<(files: readonly File[]) => void>()
  render(
    <FileDropzone.Root data-testid="zone" {...props} onFiles={onFiles}>
      <FileDropzone.Input />
      <FileDropzone.Icon />
      <FileDropzone.Text>
        <FileDropzone.Title />
        <FileDropzone.Rules>PDF only</FileDropzone.Rules>
      </FileDropzone.Text>
      <FileDropzone.Button />
    </FileDropzone.Root>,
  )
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!
  const names = () => onFiles.mock.calls.map(([files]) => files.map(({ name }) => name))
  return { zone: screen.getByTestId('zone'), input, onFiles, names }
}

/** Counts how often the picker is opened, and keeps the system's own closed. */
function watchPicker(input: HTMLInputElement) {
  const opened = vi.fn((event: Event) => event.preventDefault())
  input.addEventListener('click', opened)
  return opened
}

/** As the browser does it; Testing Library's own drag events carry no real files. */
function drag(
  type: 'dragenter' | 'dragleave' | 'drop',
  target: Element,
  ...files: readonly File[]
): DragEvent {
  const dataTransfer = new DataTransfer()
  for (const file of files) dataTransfer.items.add(file)
  const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer })
  fireEvent(target, event)
  return event
}

it('takes dropped files', async () => {
  const { zone, names } = renderZone()
  drag('drop', zone, aFile({ name: 'a.pdf' }), aFile({ name: 'b.pdf' }))
  await waitFor(() => expect(names()).toEqual([['a.pdf', 'b.pdf']]))
})

it('takes picked files, and the same one again', async () => {
  const { input, names } = renderZone()
  const file = aFile({ name: 'a.pdf' })
  for (const times of [1, 2]) {
    await userEvent.upload(input, file)
    await waitFor(() => expect(names()).toHaveLength(times))
    expect(input.files).toHaveLength(0)
  }
  expect(names()).toEqual([['a.pdf'], ['a.pdf']])
})

it('takes pasted files', async () => {
  const { names } = renderZone()
  const clipboardData = new DataTransfer()
  clipboardData.items.add(aFile({ name: 'a.png' }))
  fireEvent(screen.getByRole('button'), new ClipboardEvent('paste', { bubbles: true, clipboardData }))
  await waitFor(() => expect(names()).toEqual([['a.png']]))
})

it('opens the picker once, by keyboard, by its button and by a click beside it', async () => {
  const { input } = renderZone()
  const opened = watchPicker(input)
  await userEvent.tab()
  await userEvent.keyboard('{Enter}')
  expect(opened).toHaveBeenCalledTimes(1)
  await userEvent.keyboard(' ')
  expect(opened).toHaveBeenCalledTimes(2)
  await userEvent.click(screen.getByRole('button'))
  expect(opened).toHaveBeenCalledTimes(3)
  await userEvent.click(screen.getByText('Drop files here'))
  expect(opened).toHaveBeenCalledTimes(4)
})

it('takes a drop after the picker was closed without a choice', async () => {
  const { zone, input, names } = renderZone()
  watchPicker(input)
  await userEvent.click(screen.getByRole('button'))
  drag('drop', zone, aFile({ name: 'a.pdf' }))
  await waitFor(() => expect(names()).toEqual([['a.pdf']]))
})

it('is one tab stop', async () => {
  renderZone()
  await userEvent.tab()
  expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus()
  await userEvent.tab()
  expect(document.body).toHaveFocus()
})

it('says how many files are dragged over it, for as long as they are', async () => {
  const { zone } = renderZone()
  const dragged = [aFile(), aFile({ name: 'b.pdf' }), aFile({ name: 'c.pdf' })]

  drag('dragenter', zone, ...dragged)
  await waitFor(() => expect(zone).toHaveAttribute('data-drag', 'accept'))
  expect(zone).toHaveTextContent('Drop to add 3 files')

  drag('dragleave', zone, ...dragged)
  await waitFor(() => expect(zone).not.toHaveAttribute('data-drag'))
  expect(zone).toHaveTextContent('Drop files here')
})

it('takes none of two files where there is room for one, and says so', async () => {
  const { zone, onFiles } = renderZone({ multiple: false })
  const two = [aFile(), aFile({ name: 'b.pdf' })]
  drag('dragenter', zone, ...two)
  await waitFor(() => expect(zone).toHaveAttribute('data-drag', 'reject'))

  drag('drop', zone, ...two)
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Only one file can be added here'))
  expect(zone).toHaveAttribute('data-tone', 'error')
  expect(onFiles).not.toHaveBeenCalled()

  drag('drop', zone, aFile())
  await waitFor(() => expect(onFiles).toHaveBeenCalledTimes(1))
  expect(screen.queryByRole('alert')).not.toBeInTheDocument()
})

it('takes nothing while it is disabled, and the page stays', async () => {
  const { zone, input, onFiles } = renderZone({ disabled: true })
  const opened = watchPicker(input)
  expect(zone).toHaveAttribute('data-disabled')
  expect(screen.getByRole('button')).toHaveAttribute('aria-disabled', 'true')
  expect(zone).toHaveTextContent('You can’t add files here')

  const drop = drag('drop', zone, aFile())
  await userEvent.click(screen.getByText('PDF only'))
  await userEvent.click(screen.getByRole('button'))
  await act(() => Promise.resolve())

  expect(drop.defaultPrevented).toBe(true)
  expect(opened).not.toHaveBeenCalled()
  expect(onFiles).not.toHaveBeenCalled()
})

it('hints at types in the picker, and refuses none', async () => {
  const { zone, input, names } = renderZone({ accept: 'image/*,.pdf' })
  expect(input).toHaveAttribute('accept', 'image/*,.pdf')
  drag('drop', zone, aFile({ name: 'a.csv', type: 'text/csv' }))
  await waitFor(() => expect(names()).toEqual([['a.csv']]))
})

it('has no styles in its markup, for strict security policies', () => {
  const { zone } = renderZone()
  expect(zone.outerHTML).not.toContain('style=')
})

it('takes what is dropped anywhere in its area, once', async () => {
  const onFiles = vi.fn()
  render(
    <FileDropzone.Area onFiles={onFiles} data-testid="area">
      <p>Far away</p>
      <FileDropzone.Root>
        <FileDropzone.Input />
        <FileDropzone.Button />
      </FileDropzone.Root>
      <FileDropzone.Overlay />
    </FileDropzone.Area>,
  )
  drag('dragenter', screen.getByText('Far away'), aFile())
  await waitFor(() => expect(screen.getByTestId('area')).toHaveTextContent('Drop to attach 1 file'))
  drag('drop', screen.getByText('Far away'), aFile())
  await waitFor(() => expect(onFiles).toHaveBeenCalledTimes(1))
  expect(screen.getByTestId('area')).not.toHaveTextContent('Drop to attach')

  drag('drop', screen.getByRole('button'), aFile())
  await waitFor(() => expect(onFiles).toHaveBeenCalledTimes(2))
})

it('tells the developer of a part without its zone', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => render(<FileDropzone.Button />)).toThrow(/Put it inside <FileDropzone.Root>/)
})

it('keeps its files to itself inside an area for the whole page', async () => {
  const [page, inner] = [vi.fn(), vi.fn()]
  render(
    <FileDropzone.Area onFiles={page}>
      <FileDropzone.Root data-testid="inner" onFiles={inner}>
        <FileDropzone.Input />
        <FileDropzone.Button />
      </FileDropzone.Root>
    </FileDropzone.Area>,
  )

  drag('drop', screen.getByTestId('inner'), aFile())
  await waitFor(() => expect(inner).toHaveBeenCalledTimes(1))
  await userEvent.upload(screen.getByLabelText('Choose files'), aFile())

  expect(inner).toHaveBeenCalledTimes(2)
  expect(page).not.toHaveBeenCalled()
})
