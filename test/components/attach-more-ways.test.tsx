import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { AttachToEntity } from '../../src/index.js'
import { aFile, anEntity } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()

it('attaches what epilot has, without sending a byte, and takes it off again', async () => {
  const { server, render } = createApp()
  const plan = server.addFile({ filename: 'plan.pdf', _tags: ['Plan'] })
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  render(<AttachToEntity entity={entity} tags={['Contract']} />)
  await screen.findByText('there.pdf')
  await userEvent.click(await screen.findByRole('button', { name: 'Contract' }))

  await chooseExisting('plan.pdf')

  expect(await screen.findByText('plan.pdf added')).toBeInTheDocument()
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(2))
  expect(server.ledger.count('uploadFileV2')).toBe(0)
  expect(server.world.files.get(plan._id)?._tags).toEqual(['Plan'])
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))

  await waitFor(() => expect(server.filesOf(entity)).toMatchObject([{ filename: 'there.pdf' }]))
})

it.each([
  [403, 'Not added. You don’t have the right to do this. Ask an administrator'],
  [404, 'Not added. It no longer exists in epilot. Reload the page'],
  [409, 'Not added. It was changed by someone else meanwhile. Reload the page'],
])('says why what epilot has was refused with %s', async (status, words) => {
  const { server, render } = createApp()
  server.addFile({ filename: 'plan.pdf' })
  server.failNext('addRelations', { status })
  render(<AttachToEntity entity={entity} />)

  await chooseExisting('plan.pdf')

  expect(await screen.findByText(words)).toBeInTheDocument()
  expect(screen.queryByRole('list', { name: 'Files' })).not.toBeInTheDocument()
})

it('offers neither existing files nor links where it is told not to, nor where nothing may be added', async () => {
  const { render } = createApp()
  const { rerender } = render(<AttachToEntity entity={entity} existing={false} links={false} />)
  await screen.findByText('Drop files or choose them')
  expect(screen.queryByRole('button', { name: 'Attach existing' })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Add a link' })).not.toBeInTheDocument()

  rerender(<AttachToEntity entity={entity} disabled />)

  expect(screen.queryByRole('button', { name: 'Attach existing' })).not.toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Add a link' })).not.toBeInTheDocument()
})

it('reads from the schema what may come in, what it is saved with, and whether anything may', async () => {
  const { server, put, render } = createApp()
  const attribute = { allowed_extensions: ['pdf'], default_access_control: 'public-read' } as const
  server.addSchema({
    slug: entity.slug,
    attributes: [
      { name: 'plans', multiple: true, ...attribute },
      { name: 'approval', multiple: true, readonly: true },
    ],
  })
  const plans = { ...entity, attribute: 'plans' }
  const { rerender } = render(<AttachToEntity entity={plans} />)
  await screen.findByText('PDF')
  const user = userEvent.setup({ applyAccept: false })

  await user.upload(screen.getByLabelText('Choose files'), [
    aFile({ name: 'a.pdf' }),
    aFile({ name: 'b.png' }),
  ])
  const sending = await put.next()
  await act(async () => sending.finish())

  await waitFor(() => expect(server.files()).toMatchObject([{ access_control: 'public-read' }]))
  expect(screen.getByText(/b\.png.? is of another type/)).toBeInTheDocument()
  rerender(<AttachToEntity entity={{ ...entity, attribute: 'approval' }} />)
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Choose files' })).toHaveAttribute('aria-disabled', 'true'),
  )
})

it('lets the caller say otherwise than the schema', async () => {
  const { server, put, render } = createApp()
  const attribute = {
    name: 'plans',
    allowed_extensions: ['pdf'],
    default_access_control: 'public-read',
  } as const
  server.addSchema({ slug: entity.slug, attributes: [{ ...attribute, multiple: false }] })
  const plans = { ...entity, attribute: 'plans' }
  server.relate(plans, [server.addFile({ filename: 'old.pdf' })])
  render(
    <AttachToEntity
      entity={plans}
      multiple
      rules={{ accept: ['.png'] }}
      save={{ access_control: 'private' }}
    />,
  )
  await screen.findByText('old.pdf')

  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'b.png', type: 'image/png' }))
  const sending = await put.next()
  await act(async () => sending.finish())

  await waitFor(() => expect(server.filesOf(plans)).toHaveLength(2))
  expect(server.filesOf(plans)[1]).toMatchObject({ filename: 'b.png', access_control: 'private' })
})

it('gives the chosen tags to what is added next, besides those of the caller', async () => {
  const { server, put, render } = createApp()
  render(<AttachToEntity entity={entity} tags={['Contract', 'Plan']} save={{ _tags: ['portal'] }} />)
  const chips = within(await screen.findByRole('group', { name: 'Tags for new files' }))
  await userEvent.click(chips.getByRole('button', { name: 'Plan' }))
  expect(chips.getByRole('button', { name: 'Plan' })).toHaveAttribute('aria-pressed', 'true')
  act(() => chips.getByRole('button', { name: 'Contract' }).focus())
  await userEvent.keyboard(' ')
  await userEvent.keyboard(' ')
  await userEvent.type(chips.getByRole('textbox', { name: 'New tag' }), 'Netz,')
  expect(chips.getByRole('textbox', { name: 'New tag' })).toHaveValue('')

  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'a.pdf' }))
  const sending = await put.next()
  expect(screen.getByRole('button', { name: 'Edit tags, a.pdf: portal, Plan, Netz' })).toBeInTheDocument()
  await act(async () => sending.finish())

  await waitFor(() => expect(server.filesOf(entity)).toMatchObject([{ _tags: ['portal', 'Plan', 'Netz'] }]))
})

it('lets the tags of a file be changed until it is saved, and says when it is too late', async () => {
  const { server, put, render } = createApp()
  render(<AttachToEntity entity={entity} tags={['Contract', 'Plan']} />)
  await screen.findByText('Drop files or choose them')
  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'a.pdf' }))
  const sending = await put.next()

  await userEvent.click(screen.getByRole('button', { name: 'Edit tags, a.pdf' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Tags of a.pdf' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Plan' }))
  await act(async () => sending.finish())

  expect(await dialog.findByText('The file is saved. Its tags stay as they are.')).toBeInTheDocument()
  await userEvent.click(dialog.getByRole('button', { name: 'Contract' }))
  expect(dialog.getByRole('button', { name: 'Contract' })).toHaveAttribute('aria-pressed', 'false')
  await userEvent.click(dialog.getByRole('button', { name: 'Done' }))
  await waitFor(() => expect(server.filesOf(entity)).toMatchObject([{ _tags: ['Plan'] }]))
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

it('saves a link with the chosen tags, and opens it in a tab of its own', async () => {
  const opened: string[] = []
  const { server, render } = createApp({
    openTab: () => ({ goTo: (url) => void opened.push(url), close() {} }),
  })
  render(<AttachToEntity entity={entity} tags={['Plan']} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Plan' }))

  await userEvent.click(screen.getByRole('button', { name: 'Add a link' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Add an external file' }))
  await userEvent.type(dialog.getByLabelText('Address'), 'https://archive.example/a/plan.pdf?v=1')
  await userEvent.click(dialog.getByRole('button', { name: 'Add link' }))

  expect(await screen.findByText('plan.pdf added')).toBeInTheDocument()
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
  expect(server.filesOf(entity)).toMatchObject([
    { custom_download_url: 'https://archive.example/a/plan.pdf?v=1', _tags: ['Plan'] },
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Open in a new tab, plan.pdf' }))

  await waitFor(() => expect(opened).toHaveLength(1))
  expect(opened[0]).toMatch(/^https:\/\/archive\.example\/a\/plan\.pdf\?v=1&expires_at=\d+&signature=/)
})

it('says in its row why an external file did not open', async () => {
  const { server, render } = createApp({ openTab: () => null })
  server.relate(entity, [
    server.addFile({ filename: 'a.pdf', custom_download_url: 'https://archive.example/a' }),
    server.addFile({
      filename: 'b.pdf',
      custom_download_url: 'https://archive.example/b',
      custom_download_url_auth: 'token',
    }),
  ])
  render(<AttachToEntity entity={entity} />)

  await userEvent.click(await screen.findByRole('button', { name: 'Open in a new tab, a.pdf' }))
  await userEvent.click(screen.getByRole('button', { name: 'Open in a new tab, b.pdf' }))

  expect(await screen.findByText(/The browser did not open a new tab/)).toBeInTheDocument()
  expect(await screen.findByText(/can’t be opened here yet/)).toBeInTheDocument()
  expect(server.ledger.count('downloadFile')).toBe(0)
})

it.each([
  ['there', { allowed_extensions: ['pdf'] }],
  ['read-only', { readonly: true }],
])('judges what is dropped before the schema is known by it, once it is %s', async (_name, rules) => {
  const schema = holdBack('schemas')
  const { server, put, render } = createApp({ fetch: schema.fetch })
  schema.passTo(server.fetch)
  server.addSchema({ slug: entity.slug, attributes: [{ name: 'plans', multiple: true, ...rules }] })
  render(<AttachToEntity entity={{ ...entity, attribute: 'plans' }} />)
  await userEvent
    .setup({ applyAccept: false })
    .upload(await screen.findByLabelText('Choose files'), [
      aFile({ name: 'a.pdf' }),
      aFile({ name: 'b.png', type: 'image/png' }),
    ])
  expect(await screen.findByText('Checking files…')).toBeInTheDocument()
  expect(server.ledger.count('uploadFileV2')).toBe(0)

  await act(async () => schema.letGo())

  await waitFor(() => expect(screen.queryByText('Checking files…')).not.toBeInTheDocument())
  if ('readonly' in rules) {
    expect(screen.queryByRole('list', { name: 'Uploads' })).not.toBeInTheDocument()
    expect(server.ledger.count('uploadFileV2')).toBe(0)
    return
  }
  expect(await screen.findByText(/b\.png.? is of another type/)).toBeInTheDocument()
  const sending = await put.next()
  await act(async () => sending.finish())
  await waitFor(() => expect(server.files()).toMatchObject([{ filename: 'a.pdf' }]))
})

it('asks before it replaces also what was dropped before the schema was known', async () => {
  const schema = holdBack('schemas')
  const { server, render } = createApp({ fetch: schema.fetch })
  schema.passTo(server.fetch)
  const plan = { ...entity, attribute: 'plan' }
  server.addSchema({ slug: entity.slug, attributes: [{ name: 'plan', multiple: false }] })
  server.relate(plan, [server.addFile({ filename: 'old.pdf' })])
  render(<AttachToEntity entity={plan} />)
  await userEvent.upload(await screen.findByLabelText('Choose files'), aFile({ name: 'new.pdf' }))

  await act(async () => schema.letGo())

  expect(await screen.findByRole('alertdialog', { name: 'Replace old.pdf?' })).toBeInTheDocument()
  expect(server.ledger.count('uploadFileV2')).toBe(0)
})

it('takes in what was dropped where nobody may read the schema', async () => {
  const { server, put, render } = createApp()
  server.failNext('getSchema', { status: 403 })
  render(<AttachToEntity entity={entity} />)
  await userEvent.upload(await screen.findByLabelText('Choose files'), aFile({ name: 'a.pdf' }))

  const sending = await put.next()
  await act(async () => sending.finish())

  await waitFor(() => expect(server.filesOf(entity)).toMatchObject([{ filename: 'a.pdf' }]))
})

it('keeps what was dropped early for the entity that it was dropped on', async () => {
  const schema = holdBack('schemas')
  const { server, put, render } = createApp({ fetch: schema.fetch })
  schema.passTo(server.fetch)
  const { rerender } = render(<AttachToEntity entity={entity} />)
  await userEvent.upload(await screen.findByLabelText('Choose files'), aFile({ name: 'a.pdf' }))

  const other = { ...entity, id: 'another' }
  rerender(<AttachToEntity entity={other} />)
  await act(async () => schema.letGo())
  rerender(<AttachToEntity entity={entity} />)

  const sending = await put.next()
  await act(async () => sending.finish())
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(1))
  expect(server.filesOf(other)).toEqual([])
})

it('keeps the focus when it gets too late for the tag that is being typed, and when the dialog closes', async () => {
  const { put, render } = createApp()
  render(<AttachToEntity entity={entity} tags={['Plan']} />)
  await screen.findByText('Drop files or choose them')
  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ name: 'a.pdf' }))
  const sending = await put.next()
  await userEvent.click(await screen.findByRole('button', { name: 'Edit tags, a.pdf' }))
  const dialog = await screen.findByRole('dialog', { name: 'Tags of a.pdf' })
  await userEvent.type(within(dialog).getByRole('textbox', { name: 'New tag' }), 'Net')

  await act(async () => sending.finish())

  expect(await within(dialog).findByText('The file is saved. Its tags stay as they are.')).toBeInTheDocument()
  expect(dialog).toContainElement(document.activeElement as HTMLElement)
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await waitFor(() => expect(document.body).not.toHaveFocus())
})

async function chooseExisting(name: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'Attach existing' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Attach existing files' }))
  await userEvent.click(await dialog.findByRole('checkbox', { name: `Select ${name}` }))
  await userEvent.click(dialog.getByRole('button', { name: 'Attach 1 file' }))
}

/** A network that keeps calls of one kind until it is told to let them go. */
function holdBack(part: string) {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  let pass: typeof fetch = () => Promise.reject(new Error('Nobody answers.'))
  return {
    letGo: () => letGo(),
    passTo: (to: typeof fetch) => void (pass = to),
    fetch: async (...call: Parameters<typeof fetch>) => {
      if (new Request(...call).url.includes(part)) await held
      return pass(...call)
    },
  }
}
