import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, it } from 'vitest'
import { AttachToEntity } from '../../src/components/attach-to-entity.js'
import { EntityFiles } from '../../src/components/entity-files/entity-files.js'
import type { FileEntity } from '../../src/index.js'
import { anEntity } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()
const picker = () => within(screen.getByRole('dialog', { name: 'Attach existing files' }))
const row = (name: string) => picker().getByTitle(name).closest('li') as HTMLElement
const names = () =>
  [...picker().getByRole('list', { name: 'Found files' }).querySelectorAll('.ef-name')].map(
    (name) => name.textContent,
  )

/** An entity that has "here.pdf", and the picker open on it. */
async function open(
  elsewhere: readonly Partial<FileEntity>[],
  { ui = <EntityFiles entity={entity} />, _tags = ['Contract'] } = {},
) {
  const app = createApp({ retry: () => null })
  const here = app.server.addFile({ filename: 'here.pdf', _tags })
  app.server.relate(entity, [here])
  const files = elsewhere.map((file) => app.server.addFile(file))
  const user = userEvent.setup()
  const view = app.render(ui)
  const searches = () =>
    app.server.ledger.calls('searchEntities').map(({ body }) => (body as { readonly q: string }).q)
  return { ...app, ...view, files, user, searches }
}

/** A panel that asks for no relations itself. */
const forNew = <AttachToEntity entity={{ slug: 'opportunity' }} onRelationChange={() => {}} />

async function openPicker(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: /^Attach existing/ }))
  await screen.findByRole('list', { name: 'Found files' })
}

it('says of each file what it is attached to, and moves no row by it', async () => {
  const { server, files, user } = await open(
    ['offer.pdf', 'roof.jpg', 'site.dwg'].map((filename) => ({
      filename,
      _created_at: '2026-03-12T10:00:00Z',
    })),
  )
  const [offer, roof, site] = files
  const contact = anEntity({ slug: 'contact' })
  server.nameEntity(contact, 'Emre Yıldız')
  server.nameEntity(entity, '#1043')
  server.relate(contact, [roof!])
  for (const other of [anEntity({ slug: 'order' }), anEntity({ slug: 'order' })])
    server.relate(other, [roof!])
  server.relate({ ...entity, attribute: 'offer' }, [site!])
  await screen.findByRole('list', { name: 'Files' })
  server.failNext('getRelationsV3', { status: 403 })
  await openPicker(user)
  const reverse = () =>
    server.ledger.calls('getRelationsV3').filter(({ url }) => url.includes('mode=reverse'))
  const heights = () =>
    ['roof.jpg', 'site.dwg', 'offer.pdf', 'here.pdf'].map((name) => row(name).offsetHeight)
  const before = heights()

  await waitFor(() => expect(row('roof.jpg')).toHaveTextContent('Emre Yıldız and 2 more'))
  await waitFor(() => expect(row('site.dwg')).toHaveTextContent('Opportunity #1043'))
  expect(row('offer.pdf')).toHaveTextContent('Mar 12, 2026')
  expect(reverse()[0]).toMatchObject({ status: 403, url: expect.stringContaining(offer!._id) as string })
  expect(row('here.pdf')).toHaveTextContent('Already here')
  expect(heights()).toEqual(before)
  expect(picker().queryByRole('alert')).not.toBeInTheDocument()
  expect(reverse()).toHaveLength(3)
})

it('keeps the height of a row however long its words are', async () => {
  const tags = Array.from({ length: 12 }, (_, index) => `A long tag ${index}`)
  const { server, files, user } = await open([
    { filename: 'roof.jpg', _tags: tags },
    { filename: 'site.dwg' },
    { filename: 'draft.pdf', _tags: tags },
  ])
  const contact = anEntity({ slug: 'contact' })
  server.nameEntity(contact, 'Stadtwerke '.repeat(40))
  server.relate(contact, files.slice(0, 2))
  await openPicker(user)

  await waitFor(() => expect(row('roof.jpg')).toHaveTextContent('Stadtwerke'))
  await waitFor(() => expect(row('site.dwg')).toHaveTextContent('Stadtwerke'))
  expect(row('roof.jpg').offsetHeight).toBe(row('here.pdf').offsetHeight)
  expect(row('site.dwg').offsetHeight).toBe(row('here.pdf').offsetHeight)
  const where = await within(row('draft.pdf')).findByText('Not attached yet')
  expect(where.scrollWidth).toBeLessThanOrEqual(where.clientWidth)
  const { right } = row('draft.pdf').getBoundingClientRect()
  const size = row('draft.pdf').querySelector('.ef-size')
  expect(size?.getBoundingClientRect().right).toBeLessThan(right)
})

it('asks what files are attached to for rows in view only, a few at a time, and not again', async () => {
  const many = Array.from({ length: 25 }, (_, index) => ({ filename: `scan-${index}.pdf` }))
  const { server, user } = await open([...many, { filename: 'roof.jpg' }], { ui: forNew })
  const asked = () => server.ledger.calls('getRelationsV3')
  server.failNext('getRelationsV3', 'hang', 3)
  await openPicker(user)
  await waitFor(() => expect(asked()).toHaveLength(3))

  await user.type(picker().getByRole('searchbox'), 'roof')
  await waitFor(() => expect(row('roof.jpg')).toHaveTextContent('Not attached yet'))

  const count = asked().length
  expect(asked().slice(0, 3)).toMatchObject([{ status: 0 }, { status: 0 }, { status: 0 }])
  expect(count).toBeLessThan(20)
  await user.type(picker().getByRole('searchbox'), 's')
  await picker().findByText('No file called “roofs”')
  await user.keyboard('{Backspace}')
  await waitFor(() => expect(row('roof.jpg')).toHaveTextContent('Not attached yet'))
  expect(asked()).toHaveLength(count)
})

it('filters by type and tag in the search itself, so that pages and numbers stay true', async () => {
  const plans = Array.from({ length: 30 }, (_, index) => ({
    filename: `plan_${index}.dwg`,
    mime_type: '',
    _tags: index < 28 ? ['Plan'] : ['Draft'],
  }))
  const scans = Array.from({ length: 30 }, (_, index) => ({ filename: `scan ${index}.pdf`, _tags: ['Scan'] }))
  const { user } = await open([...plans, ...scans])
  await openPicker(user)
  expect(picker().getByText('25 of 61 found')).toBeInTheDocument()

  await user.click(picker().getByRole('button', { name: 'Type' }))
  const types = within(screen.getByRole('dialog', { name: 'Type' }))
  await user.click(types.getByRole('checkbox', { name: 'Plans (CAD)' }))
  await user.click(await types.findByRole('button', { name: 'Show 30 files' }))
  const type = picker().getByRole('button', { name: 'Type: Plans (CAD)' })
  expect(type).toHaveFocus()
  expect(type).toHaveTextContent('1')
  expect(picker().getByText('25 of 30 found')).toBeInTheDocument()
  await user.click(picker().getByRole('button', { name: 'Show more' }))
  await picker().findByText('30 of 30 found')

  await user.click(picker().getByRole('button', { name: 'Tag' }))
  const tags = within(screen.getByRole('dialog', { name: 'Tag' }))
  expect(tags.getAllByRole('checkbox').map(({ parentElement }) => parentElement?.textContent)).toEqual([
    'Contract',
    'Draft',
    'Plan',
  ])
  await user.click(tags.getByRole('checkbox', { name: 'Draft' }))
  await waitFor(() => expect(names()).toEqual(['plan_28.dwg', 'plan_29.dwg']))
  await user.click(tags.getByRole('checkbox', { name: 'Contract' }))
  await user.click(tags.getByRole('button', { name: 'Clear' }))
  await tags.findByRole('button', { name: 'Show 30 files' })
  await user.keyboard('{Escape}')

  expect(picker().getByRole('button', { name: 'Tag' })).toHaveFocus()
})

it('says by which filters nothing was found, takes them away, and goes on where one types', async () => {
  const { user } = await open([{ filename: 'roof.pdf', _tags: ['Roof'] }])
  await openPicker(user)
  await user.click(picker().getByRole('button', { name: 'Type' }))
  await user.click(picker().getByRole('checkbox', { name: 'Videos' }))
  await user.keyboard('{Escape}')
  await picker().findByText('No file matches the filters')
  expect(picker().getByText('Filter: Videos')).toBeInTheDocument()
  const search = picker().getByRole('searchbox')
  await user.type(search, 'roof')
  await picker().findByText('No file called “roof”')
  expect(picker().getByText('Filter: Videos')).toBeInTheDocument()

  await user.click(picker().getByRole('button', { name: 'Clear filters' }))

  await waitFor(() => expect(names()).toEqual(['roof.pdf']))
  expect(row('roof.pdf').querySelector('mark')).toHaveTextContent('roof')
  expect(search).toHaveFocus()
  expect(picker().getByRole('button', { name: 'Type' })).toBeInTheDocument()
})

it('keeps what was chosen while filters come and go', async () => {
  const { server, user } = await open([
    { filename: 'roof.jpg', mime_type: 'image/jpeg' },
    { filename: 'site.dwg' },
  ])
  await openPicker(user)
  await user.click(picker().getByRole('checkbox', { name: 'Select roof.jpg' }))
  await user.click(picker().getByRole('button', { name: 'Type' }))
  await user.click(picker().getByRole('checkbox', { name: 'Plans (CAD)' }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(names()).toEqual(['site.dwg']))
  await user.click(picker().getByRole('checkbox', { name: 'Select site.dwg' }))

  await user.click(picker().getByRole('button', { name: 'Attach 2 files' }))

  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(3))
})

it('says so where there are no tags to filter by', async () => {
  const { user } = await open([{ filename: 'roof.pdf' }], { ui: forNew, _tags: [] })
  await openPicker(user)
  await user.click(picker().getByRole('button', { name: 'Tag' }))

  const tags = within(screen.getByRole('dialog', { name: 'Tag' }))
  expect(tags.getByText('None of the files found has a tag')).toBeVisible()
  expect(tags.getByRole('button', { name: 'Show 2 files' })).toBeVisible()
})

it('goes on in all of epilot with what is not here, and keeps the focus when it was attached', async () => {
  const { server, user, searches } = await open([{ filename: 'Site plan.pdf' }, { filename: 'roof.pdf' }])
  const search = await screen.findByRole('searchbox')
  await user.type(search, 'site')
  await user.click(await screen.findByRole('button', { name: 'Search in all files' }))
  await screen.findByRole('list', { name: 'Found files' })

  expect(picker().getByRole('searchbox')).toHaveValue('site')
  expect(picker().getByRole('searchbox')).toHaveFocus()
  expect(names()).toEqual(['Site plan.pdf'])
  expect(searches()).toEqual(['_schema:file AND site*'])
  await user.keyboard('{ArrowDown} ')
  await user.click(picker().getByRole('button', { name: 'Attach 1 file' }))

  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(2))
  expect(await screen.findByTitle('Site plan.pdf')).toBeVisible()
  await waitFor(() => expect(document.body).not.toHaveFocus())
})

it('shows all files again where nothing is called so, whoever may attach others', async () => {
  const { user, rerender } = await open([])
  await user.type(await screen.findByRole('searchbox'), 'wallbox')
  await screen.findByRole('button', { name: 'Search in all files' })

  rerender(<EntityFiles entity={entity} existing={false} />)
  expect(screen.queryByRole('button', { name: 'Search in all files' })).not.toBeInTheDocument()
  rerender(<EntityFiles entity={entity} readOnly />)
  expect(screen.queryByRole('button', { name: 'Search in all files' })).not.toBeInTheDocument()
  rerender(<EntityFiles entity={entity} />)
  await user.click(screen.getByRole('button', { name: 'Show all' }))

  expect(await screen.findByTitle('here.pdf')).toBeVisible()
})

it('begins with no text where it is opened by its button', async () => {
  const { user, searches } = await open([{ filename: 'roof.pdf' }])
  await openPicker(user)

  expect(picker().getByRole('searchbox')).toHaveValue('')
  expect(searches()).toEqual(['_schema:file'])
})

it('has no barrier that axe finds, nor have its filters', async () => {
  const { user, container } = await open([{ filename: 'roof.pdf', _tags: ['Roof'] }])
  await openPicker(user)
  await waitFor(() => expect(row('roof.pdf')).toHaveTextContent('Not attached yet'))
  expect((await axe.run(container)).violations).toEqual([])

  await user.click(picker().getByRole('button', { name: 'Tag' }))
  await user.click(screen.getByRole('checkbox', { name: 'Roof' }))
  expect((await axe.run(container)).violations).toEqual([])
})

it('shows a file before it is chosen, and goes on at the row of the one shown last', async () => {
  const { user } = await open(
    ['one.pdf', 'two.pdf'].map((filename, day) => ({
      filename,
      _created_at: `2026-03-1${2 - day}T10:00:00Z`,
    })),
  )
  await openPicker(user)

  await user.click(picker().getByRole('button', { name: 'Preview, one.pdf' }))
  const viewer = await screen.findByRole('dialog', { name: 'one.pdf' })
  expect(viewer).toBeVisible()
  await user.keyboard('{ArrowRight}{Escape}')

  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'two.pdf' })).not.toBeInTheDocument())
  // Escape has closed the viewer alone.
  expect(row('two.pdf')).toHaveFocus()
  await user.keyboard(' ')
  expect(picker().getByRole('button', { name: 'Attach 1 file' })).toBeEnabled()
})
