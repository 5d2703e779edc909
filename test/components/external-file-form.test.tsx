import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, it, vi } from 'vitest'
import type { ExternalFileFormProps } from '../../src/index.js'
import { ExternalFileForm } from '../../src/index.js'
import { anEntity } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()

it('proposes the name that the address has, until somebody says another', async () => {
  const { address, name } = open()
  await userEvent.type(address(), 'https://archive.example/Netzplan%20S%C3%BCd.pdf')
  expect(name()).toHaveValue('Netzplan Süd.pdf')

  await userEvent.clear(name())
  await userEvent.type(name(), 'Netzplan')
  await userEvent.type(address(), '?v=2')

  expect(name()).toHaveValue('Netzplan')
})

it('says at the field what is wrong, once it is tried, and no longer than it is', async () => {
  const { server, address, name, dialog } = open()
  await userEvent.click(dialog().getByRole('button', { name: 'Add link' }))
  expect(address()).toHaveFocus()
  expect(address()).toHaveAccessibleDescription('Enter the address of the file.')

  await userEvent.type(address(), 'https://jana:secret@archive.example')
  expect(address()).toHaveAccessibleDescription(/user name or a password/)
  await userEvent.clear(address())
  await userEvent.type(address(), 'https://archive.example/{Enter}')

  expect(address()).toBeValid()
  expect(address()).not.toHaveAttribute('aria-describedby')
  expect(name()).toHaveFocus()
  expect(name()).toHaveAccessibleDescription('Enter a name for the file.')
  expect(server.ledger.calls()).toEqual([])
})

it('keeps what was typed where epilot refuses it, and where somebody clicks beside it', async () => {
  const { server, address, dialog, onClose } = open()
  server.failNext('saveFileV2', { status: 403 })
  await userEvent.type(address(), 'https://archive.example/a.pdf{Enter}')

  expect(await dialog().findByRole('alert')).toHaveTextContent('You don’t have the right to do this')
  await userEvent.click(screen.getByRole('dialog'))
  expect(onClose).not.toHaveBeenCalled()
  expect(address()).toHaveValue('https://archive.example/a.pdf')
  await userEvent.click(dialog().getByRole('button', { name: 'Add link' }))

  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(server.filesOf(entity)).toHaveLength(1)
})

it('says that the link is saved where it could only not be attached, and keeps it where that is wanted', async () => {
  const { server, address, dialog, onClose } = open()
  server.failNext('addRelations', { status: 403 }, 2)
  await userEvent.type(address(), 'https://archive.example/a.pdf{Enter}')

  expect(await dialog().findByRole('alert')).toHaveTextContent('Saved, but you can’t add files here')
  await userEvent.click(dialog().getByRole('button', { name: 'Keep unattached' }))

  expect(onClose).toHaveBeenCalledOnce()
  expect(server.files()).toHaveLength(1)
})

it('says that the link was added but the old one is still there, and takes it off when tried again', async () => {
  const { server, dialog, address, onClose } = open({ multiple: false })
  server.relate(entity, [server.addFile({ filename: 'old.pdf' })])
  server.failNext('deleteRelation', { status: 403 })
  await userEvent.type(address(), 'https://archive.example/a.pdf{Enter}')

  expect(await dialog().findByRole('alert')).toHaveTextContent(
    'a.pdf added, but old.pdf could not be removed. You don’t have the right',
  )
  expect(dialog().queryByText(/^Replaces/)).not.toBeInTheDocument()
  await userEvent.click(dialog().getByRole('button', { name: 'Replace' }))

  await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(server.filesOf(entity).map(({ filename }) => filename)).toEqual(['a.pdf'])
  expect(server.ledger.count('saveFileV2')).toBe(1)
})

it('goes on with the same link when it is opened again', async () => {
  const { server, address, dialog, reopen } = open()
  server.failNext('saveFileV2', 'lost-answer')
  server.failNext('searchEntities', { status: 403 })
  await userEvent.type(address(), 'https://archive.example/a.pdf{Enter}')
  await dialog().findByRole('alert')
  reopen()

  await userEvent.type(address(), 'https://archive.example/a.pdf{Enter}')

  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(1))
  expect(server.ledger.count('saveFileV2')).toBe(1)
})

it('is told once it is added', async () => {
  const { address, onAdded } = open()

  await userEvent.type(address(), ' https://archive.example/a.pdf {Enter}')

  await waitFor(() => expect(onAdded).toHaveBeenCalledOnce())
  expect(onAdded.mock.calls[0]?.[0]).toMatchObject({
    file: { filename: 'a.pdf', custom_download_url: 'https://archive.example/a.pdf' },
    outcome: { status: 'applied' },
  })
})

it('goes on when it is closed meanwhile', async () => {
  const { server, address, dialog, unmount } = open()
  await userEvent.type(address(), 'https://archive.example/a.pdf')
  act(() => dialog().getByRole('button', { name: 'Add link' }).click())

  unmount()

  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(1))
})

it('is free of what axe finds', async () => {
  const { address, container } = open()
  await userEvent.type(address(), 'http://intern.local/plan.pdf{Enter}')
  await Promise.all(document.getAnimations().map(({ finished }) => finished))

  expect((await axe.run(container)).violations).toEqual([])
})

function open(props: Partial<ExternalFileFormProps> = {}) {
  const app = createApp()
  const onClose = vi.fn()
  const onAdded = vi.fn()
  const ui = (key: string) => (
    <ExternalFileForm key={key} entity={entity} onClose={onClose} onAdded={onAdded} {...props} />
  )
  const view = app.render(ui('first'))
  const reopen = () => view.rerender(ui('again'))
  const dialog = () => within(screen.getByRole('dialog', { name: 'Add an external file' }))
  const address = () => dialog().getByLabelText('Address')
  const name = () => dialog().getByLabelText('Name')
  return { ...app, ...view, onClose, onAdded, dialog, address, name, reopen }
}
