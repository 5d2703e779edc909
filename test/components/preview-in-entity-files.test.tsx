import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { EntityFiles } from '../../src/components/entity-files/entity-files.js'
import { anEntity } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()

async function open(count = 3, ui = <EntityFiles entity={entity} />) {
  const app = createApp({ retry: () => null })
  const saved = Array.from({ length: count }, (_, index) =>
    app.server.addFile({
      filename: `${index + 1}.zip`,
      _created_at: new Date(Date.UTC(2026, 2, 12) - index * 60_000).toISOString(),
    }),
  )
  app.server.relate(entity, saved)
  const view = app.render(ui)
  await screen.findByRole('list', { name: 'Files' })
  return { ...app, ...view, saved, user: userEvent.setup() }
}

const row = (name: string) => screen.getByTitle(name).closest('li') as HTMLElement
const focusRow = (name: string) => act(() => row(name).focus())
const viewer = (name: string) => screen.findByRole('dialog', { name })
const noViewer = () => waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())

it('shows a file by Enter on its row, and gives the focus back to it', async () => {
  const { user } = await open()
  focusRow('2.zip')
  await user.keyboard('{Enter}')
  expect(await viewer('2.zip')).toHaveTextContent('File 2 of 3')
  await user.keyboard('{Escape}')
  await noViewer()
  expect(row('2.zip')).toHaveFocus()
})

it('goes back to the row of the file that was shown last', async () => {
  const { user } = await open()
  focusRow('1.zip')
  await user.keyboard('{Enter}')
  await viewer('1.zip')
  await user.keyboard('{End}')
  await viewer('3.zip')
  await user.keyboard('{Escape}')
  await noViewer()
  expect(row('3.zip')).toHaveFocus()
  expect(row('3.zip')).toHaveAttribute('tabindex', '0')
})

it('goes back to a row that was far out of view', async () => {
  const { user } = await open(150)
  await waitFor(() => expect(screen.getByTitle('1.zip')).toBeInTheDocument())
  await user.type(screen.getByRole('searchbox'), 'zip')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument())
  focusRow('1.zip')
  await user.keyboard('{Enter}')
  await viewer('1.zip')
  await user.keyboard('{End}')
  await viewer('150.zip')
  await user.keyboard('{Escape}')
  await noViewer()
  await waitFor(() => expect(row('150.zip')).toHaveFocus())
})

it('shows a file from its menu and by its eye', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('button', { name: 'More actions, 1.zip' }))
  const [first] = screen.getAllByRole('menuitem')
  expect(first).toHaveAccessibleName('Preview')
  expect(first).toHaveTextContent('PreviewEnter')
  await user.keyboard('{Enter}')
  await viewer('1.zip')
  await user.keyboard('{Escape}')
  await noViewer()
  expect(screen.getByRole('button', { name: 'More actions, 1.zip' })).toHaveFocus()

  await user.click(screen.getByRole('button', { name: 'Preview, 2.zip', hidden: true }))
  await viewer('2.zip')
})

it('leaves Enter to the buttons of a row, and Space to choosing', async () => {
  const { user } = await open()
  focusRow('1.zip')
  await user.keyboard(' ')
  expect(screen.getByRole('checkbox', { name: 'Select 1.zip' })).toBeChecked()
  act(() => screen.getByRole('checkbox', { name: 'Select 1.zip' }).focus())
  await user.keyboard('{Enter}')
  act(() => screen.getByRole('button', { name: 'More actions, 1.zip' }).focus())
  await user.keyboard('{Enter}')
  expect(screen.getByRole('menu')).toBeInTheDocument()
  expect(screen.queryByRole('dialog', { name: '1.zip' })?.querySelector('h2')).toBeFalsy()
})

it('shows files in the order of the list, only those that were found, as cards too', async () => {
  const { user } = await open(3, <EntityFiles entity={entity} defaultView="grid" />)
  await user.click(screen.getByRole('button', { name: 'Sort' }))
  await user.click(screen.getByRole('menuitemradio', { name: 'Oldest first' }))
  focusRow('3.zip')
  await user.keyboard('{Enter}')
  await viewer('3.zip')
  await user.keyboard('{ArrowRight}')
  await viewer('2.zip')
  await user.keyboard('{Escape}')
  await noViewer()
  expect(row('2.zip')).toHaveFocus()
})

it('goes on where somebody else takes off the file that is shown, and closes where none is left', async () => {
  const { user, server, queryClient, saved } = await open()
  const leave = async (fileId: string | undefined) => {
    server.world.files.delete(fileId ?? '')
    await act(() => queryClient.invalidateQueries())
  }
  focusRow('1.zip')
  await user.keyboard('{Enter}')
  await viewer('1.zip')

  await leave(saved[0]?._id)
  await viewer('2.zip')
  await leave(saved[2]?._id)
  await leave(saved[1]?._id)
  await noViewer()
  expect(document.activeElement).not.toBe(document.body)
})
