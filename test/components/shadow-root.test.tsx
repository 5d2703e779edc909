import { act, fireEvent, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { AttachToEntity } from '../../src/components/attach-to-entity.js'
import { FileUpload } from '../../src/components/file-upload.js'
import { aFile, anEntity } from '../../src/testing.js'
import { renderInShadowRoot } from '../support/render-in-shadow-root.js'

const pdf = (name: string) => aFile({ name, sizeBytes: 1000 })

it('has its colours and its look by a stylesheet of the shadow root alone', () => {
  const { host, mount, screen } = renderInShadowRoot(<FileUpload />)
  const button = screen.getByRole('button', { name: 'Choose files' })
  const zone = mount.querySelector('.ef-dropzone')!
  expect(getComputedStyle(button).getPropertyValue('--ef-accent')).not.toBe('')
  expect(getComputedStyle(zone).borderTopStyle).toBe('dashed')

  const title = screen.getByText('Drop files here')
  const light = getComputedStyle(title).color
  host.className = 'dark'
  expect(getComputedStyle(title).color).not.toBe(light)
  host.className = ''
  expect(getComputedStyle(title).color).toBe(light)
  host.dataset['theme'] = 'dark'
  expect(getComputedStyle(title).color).not.toBe(light)
})

it('takes what is dropped, once, and covers itself while files are over it', async () => {
  const entity = anEntity()
  const { server, put, mount, screen } = renderInShadowRoot(<AttachToEntity entity={entity} />)
  await screen.findByRole('heading', { name: 'Files' })
  const area = mount.querySelector('.ef-drop-area')!

  drag(area, 'dragenter', pdf('a.pdf'))
  drag(area, 'dragover', pdf('a.pdf'))
  await waitFor(() => expect(screen.getByText(/^Drop to attach/)).toBeVisible())
  drag(area, 'drop', pdf('a.pdf'))

  // Not inside act: it sets out only once the schema has been rendered.
  const sending = await put.next()
  await act(async () => sending.finish())
  await waitFor(() => expect(server.filesOf(entity).map(({ filename }) => filename)).toEqual(['a.pdf']))
  expect(screen.queryByText(/^Drop to attach/)).not.toBeInTheDocument()
})

it('takes what is dropped beside the shadow root where it takes the whole page', async () => {
  const { server, put, mount } = renderInShadowRoot(<FileUpload page />)
  drag(document.body, 'drop', pdf('beside.pdf'))
  await act(async () => (await put.next()).finish())
  drag(mount.querySelector('.ef-dropzone')!, 'drop', pdf('inside.pdf'))
  await act(async () => (await put.next()).finish())

  await waitFor(() =>
    expect(server.files().map(({ filename }) => filename)).toEqual(['beside.pdf', 'inside.pdf']),
  )
  expect(server.ledger.count('uploadFileV2')).toBe(2)
})

it('is worked by keyboard, speaks, and keeps the focus when the row under it goes', async () => {
  const { put, shadow, screen } = renderInShadowRoot(<FileUpload />)
  await userEvent.upload(screen.getByLabelText('Choose files', { selector: 'input' }), pdf('a.pdf'))
  const sending = await put.next()
  const choose = screen.getByRole('button', { name: 'Choose files' })
  act(() => choose.focus())
  await userEvent.keyboard('{Tab}')
  expect(shadow.activeElement).toHaveAccessibleName('Pause, a.pdf')

  await act(async () => sending.finish())
  await waitFor(() => expect(screen.getByRole('listitem')).toHaveAttribute('data-status', 'done'))
  const spoken = () => screen.getAllByRole('status').map(({ textContent }) => textContent)
  await waitFor(() => expect(spoken().join()).toContain('1 of 1 uploaded'))

  const remove = screen.getByRole('button', { name: 'Remove, a.pdf' })
  act(() => remove.focus())
  await userEvent.keyboard('{Enter}')
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument()
  await waitFor(() => expect(shadow.activeElement).toBe(choose))
})

it('keeps the focus in the row when its button is replaced by another', async () => {
  const { put, shadow, screen } = renderInShadowRoot(<FileUpload />)
  await userEvent.upload(screen.getByLabelText('Choose files', { selector: 'input' }), pdf('a.pdf'))
  await put.next()
  act(() => screen.getByRole('button', { name: 'Cancel, a.pdf' }).focus())
  await userEvent.keyboard('{Enter}')

  await waitFor(() => expect(screen.getByRole('listitem')).toHaveAttribute('data-status', 'canceled'))
  await waitFor(() =>
    expect(screen.getByRole('listitem')).toContainElement(shadow.activeElement as HTMLElement),
  )
})

function drag(target: Element, type: 'dragenter' | 'dragover' | 'drop', file: File): void {
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(file)
  const options = { bubbles: true, cancelable: true, composed: true, dataTransfer }
  fireEvent(target, new DragEvent(type, options))
}
