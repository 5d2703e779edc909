import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import type { ReactElement } from 'react'
import { cloneElement } from 'react'
import { describe, expect, it } from 'vitest'
import type { EntityRef } from '../../src/index.js'
import { AttachToEntity, EntityFiles } from '../../src/index.js'
import { aFile, anEntity } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const plan: EntityRef = { ...anEntity(), attribute: 'plan' }

describe.each<[string, ReactElement<{ entity: EntityRef }>]>([
  ['AttachToEntity', <AttachToEntity key="a" entity={plan} />],
  ['EntityFiles', <EntityFiles key="e" entity={plan} />],
])('%s for an attribute that holds one file', (_name, ui) => {
  it('asks before the file is replaced, and uploads nothing meanwhile', async () => {
    const { server, container } = await open(ui)

    await pick(aFile({ name: 'new.pdf' }))

    const question = await screen.findByRole('alertdialog', { name: 'Replace old.pdf?' })
    expect(question).toHaveAccessibleDescription(/new\.pdf.*Ready to replace.*old\.pdf.*Stays in all files/)
    expect(within(question).getByRole('button', { name: 'Keep the old one' })).toHaveFocus()
    expect(server.ledger.count('uploadFileV2')).toBe(0)
    await Promise.all(document.getAnimations().map(({ finished }) => finished))
    expect((await axe.run(container)).violations).toEqual([])
  })

  it('uploads and attaches the new one first, then takes the old one off, and back', async () => {
    const { server, put } = await open(ui)
    await pick(aFile({ name: 'new.pdf' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Replace' }))
    const sending = await put.next()
    expect(names(server)).toEqual(['old.pdf'])
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
    expect(document.body).not.toHaveFocus()

    await act(async () => sending.finish())

    expect(await screen.findByText('new.pdf replaces old.pdf')).toBeInTheDocument()
    expect(screen.getByText('new.pdf replaces old.pdf. Undo is available.')).toBeInTheDocument()
    expect(names(server)).toEqual(['new.pdf'])
    expect(server.files()).toHaveLength(2)
    expect(server.files()[1]).toMatchObject({ access_control: 'public-read' })
    const order = server.ledger.calls().map(({ operation }) => operation)
    expect(order.indexOf('addRelations')).toBeLessThan(order.indexOf('deleteRelation'))
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))

    await waitFor(() => expect(names(server)).toEqual(['old.pdf']))
    expect(await screen.findByTitle('old.pdf')).toBeInTheDocument()
  })

  it('keeps the old one where that is wanted', async () => {
    const { server } = await open(ui)
    await pick(aFile({ name: 'new.pdf' }))
    await screen.findByRole('button', { name: 'Keep the old one' })

    await userEvent.keyboard('{Escape}')

    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
    expect(await screen.findByTitle('old.pdf')).toBeInTheDocument()
    expect(document.body).not.toHaveFocus()
    expect(server.ledger.count('uploadFileV2')).toBe(0)
  })

  it('leaves the old one where the new one is refused', async () => {
    const { server, put } = await open(ui)
    server.failNext('addRelations', { status: 403 })
    await pick(aFile({ name: 'new.pdf' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Replace' }))
    const sending = await put.next()
    await act(async () => sending.finish())

    await userEvent.click(await screen.findByRole('button', { name: /Keep unattached, new\.pdf/ }))

    await waitFor(() => expect(server.files()).toHaveLength(2))
    expect(names(server)).toEqual(['old.pdf'])
    expect(server.ledger.count('deleteRelation')).toBe(0)
  })

  it('says that the old one could not be taken off', async () => {
    const { server, put } = await open(ui)
    server.failNext('deleteRelation', { status: 403 })
    await pick(aFile({ name: 'new.pdf' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Replace' }))
    const sending = await put.next()
    await act(async () => sending.finish())

    expect(
      await screen.findByText(
        /^new\.pdf added, but old\.pdf could not be removed\. You don’t have the right/,
      ),
    ).toBeInTheDocument()
    expect(names(server)).toEqual(['old.pdf', 'new.pdf'])
  })

  it('finishes what was begun also when nobody looks any more', async () => {
    const { server, put, unmount } = await open(ui)
    await pick(aFile({ name: 'new.pdf' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Replace' }))
    const sending = await put.next()

    unmount()
    await act(async () => sending.finish())

    await waitFor(() => expect(names(server)).toEqual(['new.pdf']))
  })

  it('refuses what the schema refuses before it asks', async () => {
    await open(ui)

    await pick(aFile({ name: 'new.png', type: 'image/png' }))

    expect(await screen.findByText(/new\.png.? is of another type/)).toBeInTheDocument()
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  })

  it('asks the same of a file that epilot has', async () => {
    const { server } = await open(ui)
    server.addFile({ filename: 'known.pdf' })
    await userEvent.click(screen.getByRole('button', { name: /^Attach existing/ }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Attach existing files' }))
    await userEvent.click(await dialog.findByRole('checkbox', { name: 'Select known.pdf' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Attach 1 file' }))
    const question = within(await screen.findByRole('alertdialog', { name: 'Replace old.pdf?' }))

    await userEvent.click(question.getByRole('button', { name: 'Replace' }))

    expect(await screen.findByText('known.pdf replaces old.pdf')).toBeInTheDocument()
    await waitFor(() => expect(names(server)).toEqual(['known.pdf']))
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(names(server)).toEqual(['old.pdf']))
  })

  it('says in the form what a link replaces', async () => {
    const { server } = await open(ui)
    await userEvent.click(screen.getByRole('button', { name: 'Add a link' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Add an external file' }))
    expect(dialog.getByText('Replaces old.pdf, which stays in all files.')).toBeInTheDocument()

    await userEvent.type(dialog.getByLabelText('Address'), 'https://archive.example/plan.pdf')
    await userEvent.click(dialog.getByRole('button', { name: 'Replace' }))

    expect(await screen.findByText('plan.pdf replaces old.pdf')).toBeInTheDocument()
    await waitFor(() => expect(names(server)).toEqual(['plan.pdf']))
  })

  it('takes off what it has asked for, not what has come meanwhile', async () => {
    const { server, queryClient } = await open(ui)
    const known = server.addFile({ filename: 'known.pdf' })
    await userEvent.click(screen.getByRole('button', { name: /^Attach existing/ }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Attach existing files' }))
    await userEvent.click(await dialog.findByRole('checkbox', { name: `Select ${known.filename}` }))
    await userEvent.click(dialog.getByRole('button', { name: 'Attach 1 file' }))
    const question = within(await screen.findByRole('alertdialog', { name: 'Replace old.pdf?' }))
    server.relate(plan, [server.addFile({ filename: 'of-somebody-else.pdf' })])
    await act(() => queryClient.invalidateQueries())

    await userEvent.click(question.getByRole('button', { name: 'Replace' }))

    expect(await screen.findByText('known.pdf replaces old.pdf')).toBeInTheDocument()
    await waitFor(() => expect(names(server)).toEqual(['of-somebody-else.pdf', 'known.pdf']))
  })

  it.each(['drop', 'existing'])(
    'tells that the old one waits for approval to be taken off (%s)',
    async (way) => {
      const { server, put } = await open(ui)
      server.failBy((operation) => {
        // From now on somebody has to approve.
        if (operation === 'deleteRelation') server.addSchema(schemaOf({ edit_mode: 'approval' }))
        return undefined
      })
      if (way === 'drop') await pick(aFile({ name: 'new.pdf' }))
      else {
        server.addFile({ filename: 'new.pdf' })
        await userEvent.click(screen.getByRole('button', { name: /^Attach existing/ }))
        const dialog = within(await screen.findByRole('dialog', { name: 'Attach existing files' }))
        await userEvent.click(await dialog.findByRole('checkbox', { name: 'Select new.pdf' }))
        await userEvent.click(dialog.getByRole('button', { name: 'Attach 1 file' }))
      }
      await userEvent.click(await screen.findByRole('button', { name: 'Replace' }))
      if (way === 'drop') {
        const sending = await put.next()
        await act(async () => sending.finish())
      }

      expect(await screen.findAllByText(/^Removing 1 file waits for approval/)).not.toEqual([])
      expect(screen.queryByText(/new\.pdf replaces old\.pdf/)).not.toBeInTheDocument()
      expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
    },
  )

  it('asks nothing of somebody who looks at another entity by then', async () => {
    const { server, rerender } = await open(ui)
    const other = { ...anEntity(), id: 'another', attribute: 'plan' }
    server.relate(other, [server.addFile({ filename: 'others.pdf' })])
    await pick(aFile({ name: 'new.pdf' }))
    await screen.findByRole('alertdialog', { name: 'Replace old.pdf?' })

    rerender(cloneElement(ui, { entity: other }))

    expect(await screen.findByTitle('others.pdf')).toBeInTheDocument()
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
    rerender(ui)
    expect(await screen.findByTitle('old.pdf')).toBeInTheDocument()
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
    expect(server.ledger.count('uploadFileV2')).toBe(0)
  })

  it('replaces nothing for somebody else than it was chosen by', async () => {
    let owner = 'jana'
    const { server } = await open(ui, { owner: () => owner })
    await pick(aFile({ name: 'new.pdf' }))
    const replace = await screen.findByRole('button', { name: 'Replace' })

    owner = 'emre'
    await userEvent.click(replace)

    expect(await screen.findByText(/^Someone else is signed in now/)).toBeInTheDocument()
    expect(names(server)).toEqual(['old.pdf'])
    expect(server.ledger.count('uploadFileV2')).toBe(0)
  })

  it('asks nothing where there is none yet', async () => {
    const { put, server } = await open(ui, { isFull: false })

    await pick(aFile({ name: 'new.pdf' }))
    const sending = await put.next()
    await act(async () => sending.finish())

    await waitFor(() => expect(names(server)).toEqual(['new.pdf']))
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  })

  it('takes one of several that are dropped', async () => {
    await open(ui)
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(aFile({ name: 'one.pdf' }))
    dataTransfer.items.add(aFile({ name: 'two.pdf' }))

    const target = screen.getByTitle('old.pdf')
    fireEvent(target, new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))

    expect(await screen.findByText('Only one file can be added here')).toBeInTheDocument()
    expect(screen.queryByRole('alertdialog')).not.toBeInTheDocument()
  })
})

it('takes the file off the entity that it was meant for, whatever is shown by then', async () => {
  const { server, put, rerender } = await open(<AttachToEntity entity={plan} />)
  const other = { ...anEntity(), id: 'another', attribute: 'plan' }
  server.relate(other, [server.addFile({ filename: 'others.pdf' })])
  await pick(aFile({ name: 'new.pdf' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Replace' }))
  const sending = await put.next()

  rerender(<AttachToEntity entity={other} />)
  await screen.findByTitle('others.pdf')
  await act(async () => sending.finish())

  await waitFor(() => expect(names(server)).toEqual(['new.pdf']))
  expect(server.filesOf(other)).toMatchObject([{ filename: 'others.pdf' }])
})

interface Scene {
  readonly isFull?: boolean
  readonly owner?: () => string
}

function schemaOf(more: { readonly edit_mode?: 'approval' } = {}) {
  const attribute = { name: 'plan', multiple: false, allowed_extensions: ['pdf'], ...more }
  return { slug: plan.slug, attributes: [{ ...attribute, default_access_control: 'public-read' as const }] }
}

async function open(ui: ReactElement, { isFull = true, owner }: Scene = {}) {
  const app = createApp({ ...(owner && { owner }) })
  app.server.addSchema(schemaOf())
  if (isFull) app.server.relate(plan, [app.server.addFile({ filename: 'old.pdf' })])
  const view = app.render(ui)
  if (isFull) await screen.findByTitle('old.pdf')
  await screen.findAllByText('PDF · one file')
  return { ...app, ...view }
}

async function pick(file: File) {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!
  await userEvent.setup({ applyAccept: false }).upload(input, file)
}

function names(server: ReturnType<typeof createApp>['server']) {
  return server.filesOf(plan).map(({ filename }) => filename)
}
