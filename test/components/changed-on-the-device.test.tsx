import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { expect, it } from 'vitest'
import { AttachToEntity, EntityFiles, FileError, FileField, FileUpload } from '../../src/index.js'
import { aFile, anEntity } from '../../src/testing.js'
import { aFileThatGoes } from '../support/a-file-that-goes.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()
const rules = { accept: ['.pdf'], maxSizeBytes: 10_000, maxCount: 3 }

it.each<[string, ReactElement<object>]>([
  ['FileUpload', <FileUpload key="u" scope="s" rules={rules} />],
  ['AttachToEntity', <AttachToEntity key="a" entity={entity} rules={rules} />],
  ['EntityFiles', <EntityFiles key="e" entity={entity} rules={rules} />],
  ['EntityFiles as cards', <EntityFiles key="g" entity={entity} rules={rules} defaultView="grid" />],
  ['FileField', <FileField key="f" name="contract" label="Contract" rules={rules} />],
])('lets another file take the place of one that changed, by the rules (%s)', async (_name, ui) => {
  const { put, render, container, server } = setUp(ui)
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  render()
  if ('entity' in ui.props) await screen.findByTitle('there.pdf')
  const { file, change } = aFileThatGoes(aFile({ name: 'draft.pdf' }))
  await waitFor(() => expect(container().querySelector('input[type="file"]')).toBeInTheDocument())
  await userEvent.upload(container().querySelector('input[type="file"]') as HTMLInputElement, [
    file,
    aFile({ name: 'plan.pdf' }),
  ])
  change()
  const sending = await put.next()
  await put.next()
  await act(async () => sending.fail(new FileError('network', 'No answer.', { step: 'send' })))
  const again = await screen.findByRole('button', { name: 'Choose again, draft.pdf' })
  expect(screen.getByText('The file changed on your device. Choose it again')).toBeInTheDocument()

  await pick(again, aFile({ name: 'draft.exe' }))
  await waitFor(() => expect(screen.getAllByText(/draft\.exe/)).not.toEqual([]))
  expect(again).toBeInTheDocument()

  await pick(again, aFile({ name: 'signed.pdf', sizeBytes: 5000 }))
  const next = await put.next()
  expect(next.request.body.size).toBe(5000)
  const row = screen.getByTitle('signed.pdf').closest('li') as HTMLElement
  expect(row.parentElement?.firstElementChild).toBe(row)
  expect(within(row).getByText(/5 kB/)).toBeInTheDocument()
  expect(row.contains(document.activeElement)).toBe(true)
  expect(screen.queryByTitle('draft.pdf')).not.toBeInTheDocument()
  await act(async () => next.finish())
  expect(container().querySelector('[data-status="failed"]')).toBeNull()
})

it('shows the size of what has taken its place, also under the same name', async () => {
  const { put, render } = setUp(<FileUpload scope="s" />)
  render()
  const { file, change } = aFileThatGoes(aFile({ name: 'draft.pdf', sizeBytes: 2000 }))
  await userEvent.upload(screen.getByLabelText('Choose files'), file)
  change()
  const sending = await put.next()
  await act(async () => sending.fail(new FileError('network', 'No answer.', { step: 'send' })))
  const again = await screen.findByRole('button', { name: 'Choose again, draft.pdf' })

  await pick(again, aFile({ name: 'draft.pdf', sizeBytes: 7000 }))

  await put.next()
  expect(await screen.findByText('7 kB')).toBeInTheDocument()
})

it('lets it take the place, too, where it is added although it is in the list already', async () => {
  const { put, render } = setUp(<FileUpload scope="s" />)
  render()
  const { file, change } = aFileThatGoes(aFile({ name: 'draft.pdf' }))
  const plan = aFile({ name: 'plan.pdf' })
  await userEvent.upload(screen.getByLabelText('Choose files'), [file, plan])
  change()
  const sending = await put.next()
  await put.next()
  await act(async () => sending.fail(new FileError('network', 'No answer.', { step: 'send' })))
  await pick(await screen.findByRole('button', { name: 'Choose again, draft.pdf' }), plan)

  await userEvent.click(await screen.findByRole('button', { name: /^Add anyway/ }))

  await put.next()
  expect(await screen.findAllByTitle('plan.pdf')).toHaveLength(2)
  expect(screen.queryByTitle('draft.pdf')).not.toBeInTheDocument()
})

it('refuses one that makes all files together too large', async () => {
  const { put, render } = setUp(<FileUpload scope="s" rules={{ maxTotalBytes: 10_000 }} />)
  render()
  const { file, change } = aFileThatGoes(aFile({ name: 'draft.pdf', sizeBytes: 4000 }))
  const plan = aFile({ name: 'plan.pdf', sizeBytes: 5000 })
  await userEvent.upload(screen.getByLabelText('Choose files'), [file, plan])
  change()
  const sending = await put.next()
  await put.next()
  await act(async () => sending.fail(new FileError('network', 'No answer.', { step: 'send' })))
  const again = await screen.findByRole('button', { name: 'Choose again, draft.pdf' })

  await pick(again, aFile({ name: 'large.pdf', sizeBytes: 6000 }))
  await waitFor(() => expect(screen.getAllByText(/large\.pdf/)).not.toEqual([]))
  expect(again).toBeInTheDocument()
  await pick(again, aFile({ name: 'fits.pdf', sizeBytes: 5000 }))

  expect((await put.next()).request.body.size).toBe(5000)
  expect(screen.getByTitle('fits.pdf')).toBeInTheDocument()
})

/** Opens the picker by a button and picks in it. */
async function pick(button: HTMLElement, file: File) {
  await userEvent.click(button)
  const input = document.querySelector<HTMLInputElement>('body > input[type=file]')
  if (!input) throw new Error('No picker is open.')
  await userEvent.upload(input, file)
}

function setUp(ui: ReactElement<object>) {
  const app = createApp({ retry: () => null })
  let container = document.body
  return { ...app, render: () => void (container = app.render(ui).container), container: () => container }
}
