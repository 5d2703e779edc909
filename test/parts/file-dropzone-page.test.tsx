import { act, render, screen, waitFor } from '@testing-library/react'
import { createPortal } from 'react-dom'
import { afterEach, expect, it, vi } from 'vitest'
import * as FileDropzone from '../../src/parts/file-dropzone/index.js'
import type { FileDropzoneAreaProps } from '../../src/parts/file-dropzone/area.js'
import { aFile } from '../../src/testing.js'
import { drag, dragItems, paste } from '../support/give-files.js'

afterEach(() => void vi.useRealTimers())

/** A panel that takes what is dropped anywhere. */
function Panel({ name, ...props }: { readonly name: string } & FileDropzoneAreaProps) {
  return (
    <FileDropzone.Area page data-testid={name} {...props}>
      <FileDropzone.Root>
        <FileDropzone.Input />
        <FileDropzone.Title />
        <FileDropzone.Button />
      </FileDropzone.Root>
      <FileDropzone.Overlay target={name} data-testid={`over the page for ${name}`} />
    </FileDropzone.Area>
  )
}

function renderPage(props: Partial<FileDropzoneAreaProps> = {}) {
  const onFiles = vi.fn<(files: readonly File[]) => void>()
  const { unmount } = render(
    <>
      <Panel name="Opportunity 1043" onFiles={onFiles} {...props} />
      <p>Far away</p>
    </>,
  )
  return { onFiles, elsewhere: screen.getByText('Far away'), unmount }
}

function overlay(name = 'Opportunity 1043') {
  return screen.queryByTestId(`over the page for ${name}`)
}

it('takes what is dropped anywhere on the page, and says before where it goes', async () => {
  const { onFiles, elsewhere } = renderPage()
  drag('dragenter', elsewhere, aFile(), aFile({ name: 'b.pdf' }))
  await waitFor(() => expect(overlay()).toHaveTextContent('Drop to attach 2 filesto Opportunity 1043'))
  expect(overlay()).toHaveAttribute('data-page')
  expect(overlay()!.matches(':popover-open')).toBe(true)

  expect(drag('dragover', elsewhere, aFile()).defaultPrevented).toBe(true)
  expect(drag('drop', elsewhere, aFile()).defaultPrevented).toBe(true)
  await waitFor(() => expect(onFiles).toHaveBeenCalledTimes(1))
  expect(overlay()).toBeNull()
})

it('takes what is dropped on it once', async () => {
  const { onFiles } = renderPage()
  drag('drop', screen.getByRole('button'), aFile())
  await waitFor(() => expect(onFiles).toHaveBeenCalled())
  expect(onFiles).toHaveBeenCalledTimes(1)
})

it.each([
  ['the drag leaves the window', (at: Element) => void drag('dragleave', at)],
  ['Escape ends the drag', (at: Element) => void drag('dragleave', at)],
  ['files are dropped where nobody listens', (at: Element) => void drag('drop', at, aFile())],
  ['the pointer moves freely again', (at: Element) => void at.dispatchEvent(pointer('pointermove'))],
  ['a button of the pointer is pressed', (at: Element) => void at.dispatchEvent(pointer('pointerdown'))],
  [
    'the drag ends elsewhere',
    (at: Element) => void at.dispatchEvent(new DragEvent('dragend', { bubbles: true })),
  ],
])('lifts the overlay when %s', async (_, end) => {
  const { elsewhere } = renderPage()
  drag('dragenter', elsewhere, aFile())
  await waitFor(() => expect(overlay()).toBeVisible())
  act(() => end(elsewhere))
  expect(overlay()).toBeNull()
})

it('lifts the overlay when the drag falls silent, and shows it again when it goes on', () => {
  vi.useFakeTimers()
  const { elsewhere } = renderPage()
  drag('dragover', elsewhere, aFile())
  act(() => void vi.advanceTimersByTime(1999))
  expect(overlay()).toBeVisible()
  act(() => void vi.advanceTimersByTime(1))
  expect(overlay()).toBeNull()

  drag('dragover', elsewhere, aFile())
  expect(overlay()).toBeVisible()
})

it('keeps the overlay while the drag goes from one element to the next', () => {
  const { elsewhere } = renderPage()
  drag('dragenter', elsewhere, aFile())
  drag('dragenter', document.body, aFile())
  drag('dragleave', elsewhere, aFile())
  expect(overlay()).toBeVisible()
})

it('leaves to another zone what is dragged over and dropped on it', async () => {
  const { onFiles, elsewhere } = renderPage()
  const other = vi.fn()
  render(<FileDropzone.Root onFiles={other} data-testid="other" />)
  const zone = screen.getByTestId('other')

  drag('dragenter', elsewhere, aFile())
  drag('dragenter', zone, aFile())
  expect(zone).toHaveAttribute('data-drag', 'accept')
  expect(overlay()).toBeNull()
  drag('drop', zone, aFile())

  await waitFor(() => expect(other).toHaveBeenCalledTimes(1))
  expect(onFiles).not.toHaveBeenCalled()
})

it('leaves to foreign code what that takes', () => {
  const { onFiles, elsewhere } = renderPage()
  elsewhere.addEventListener('drop', (event) => event.preventDefault())
  drag('drop', elsewhere, aFile())
  expect(onFiles).not.toHaveBeenCalled()
})

it('leaves to a file input of the app what is dropped on it', () => {
  const { onFiles } = renderPage()
  render(<input type="file" aria-label="Your own" />)
  expect(drag('drop', screen.getByLabelText('Your own'), aFile()).defaultPrevented).toBe(false)
  expect(onFiles).not.toHaveBeenCalled()
})

it('goes to the last zone that was mounted and is not disabled', async () => {
  const { onFiles, elsewhere } = renderPage()
  const second = vi.fn()
  const { rerender } = render(<Panel name="Contact" onFiles={second} />)
  drag('dragenter', elsewhere, aFile())
  expect(overlay('Contact')).toBeVisible()
  expect(overlay()).toBeNull()
  drag('drop', elsewhere, aFile())
  await waitFor(() => expect(second).toHaveBeenCalledTimes(1))

  rerender(<Panel name="Contact" onFiles={second} disabled />)
  drag('drop', elsewhere, aFile())
  await waitFor(() => expect(onFiles).toHaveBeenCalledTimes(1))
})

it('goes past zones that are hidden or beneath a modal dialog', async () => {
  const { onFiles, elsewhere } = renderPage()
  const hidden = vi.fn()
  render(
    <div hidden>
      <Panel name="Hidden" onFiles={hidden} />
    </div>,
  )
  drag('dragenter', elsewhere, aFile())
  expect(overlay()).toBeVisible()

  const dialog = document.body.appendChild(document.createElement('dialog'))
  dialog.showModal()
  drag('dragover', dialog, aFile())
  expect(overlay()).toBeNull()
  expect(drag('drop', dialog, aFile()).defaultPrevented).toBe(true)

  const inDialog = vi.fn()
  render(createPortal(<Panel name="Dialog" onFiles={inDialog} />, dialog))
  drag('drop', elsewhere, aFile())
  await waitFor(() => expect(inDialog).toHaveBeenCalledTimes(1))
  expect([onFiles, hidden].map(({ mock }) => mock.calls.length)).toEqual([0, 0])
  dialog.remove()
})

it('keeps the page where files miss every zone, as long as there is one', () => {
  const { elsewhere, unmount } = renderPage({ page: false })
  expect(drag('dragover', elsewhere, aFile()).defaultPrevented).toBe(true)
  expect(drag('drop', elsewhere, aFile()).defaultPrevented).toBe(true)
  expect(dragItems('drop', elsewhere, (items) => items.add('a', 'text/plain')).defaultPrevented).toBe(false)

  unmount()
  expect(drag('drop', document.body, aFile()).defaultPrevented).toBe(false)
})

it('is not moved by a picture of the page itself', async () => {
  const { onFiles, elsewhere } = renderPage()
  elsewhere.dispatchEvent(new DragEvent('dragstart', { bubbles: true }))
  drag('dragenter', elsewhere, aFile())
  expect(overlay()).toBeNull()
  drag('drop', elsewhere, aFile())
  drag('drop', screen.getByRole('button'), aFile())
  await act(() => Promise.resolve())
  expect(onFiles).not.toHaveBeenCalled()

  act(() => void elsewhere.dispatchEvent(new DragEvent('dragend', { bubbles: true })))
  drag('dragenter', elsewhere, aFile())
  expect(overlay()).toBeVisible()
})

it('says over the page that what is dragged is refused', () => {
  const { elsewhere } = renderPage({ rules: { accept: ['.pdf'] } })
  drag('dragenter', elsewhere, aFile({ name: 'a.png', type: 'image/png' }))
  expect(overlay()).toHaveAttribute('data-drag', 'reject')
  expect(overlay()).toHaveTextContent('This file can’t be added')
})

it('works in a shadow root', async () => {
  const host = document.body.appendChild(document.createElement('div'))
  const container = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))
  const onFiles = vi.fn()
  render(<Panel name="Shadow" onFiles={onFiles} paste="page" />, { container })
  const title = container.querySelector('.ef-dropzone-title')!

  drag('dragenter', title, aFile())
  expect(container.querySelector('.ef-overlay')).not.toBeNull()
  drag('drop', title, aFile())
  await waitFor(() => expect(onFiles).toHaveBeenCalledTimes(1))
  drag('drop', document.body, aFile())
  await waitFor(() => expect(onFiles).toHaveBeenCalledTimes(2))

  const field = container.appendChild(document.createElement('input'))
  paste(field, [aFile()])
  expect(onFiles).toHaveBeenCalledTimes(2)
  paste(title, [aFile()])
  expect(onFiles).toHaveBeenCalledTimes(3)
  host.remove()
})

function pointer(type: string): PointerEvent {
  return new PointerEvent(type, { bubbles: true })
}
