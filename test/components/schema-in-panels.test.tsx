import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import type { FormEvent, ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { AttachToEntityProps } from '../../src/index.js'
import { AttachToEntity, de, EntityFiles, FilesProvider } from '../../src/index.js'
import { aFile, anEntity } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const site = { ...anEntity(), attribute: 'site_photos' }
const plan = { ...site, attribute: 'plan' }
type Words = Pick<AttachToEntityProps, 'title' | 'describe'>

describe.each<[string, (words: Words) => ReactElement]>([
  ['AttachToEntity', (words) => <AttachToEntity entity={site} {...words} />],
  ['EntityFiles', (words) => <EntityFiles entity={site} {...words} />],
  [
    'AttachToEntity without an id',
    (words) => <AttachToEntity entity={{ ...site, id: undefined }} onRelationChange={() => {}} {...words} />,
  ],
])('%s', (_name, ui) => {
  it('is called as the schema calls the attribute, and says that files are required', async () => {
    const { render, client } = setUp()
    const { rerender } = render(ui({}))
    expect(await screen.findByRole('heading', { name: 'Photos of the site (required)' })).toBeVisible()
    expect(screen.getByRole('region', { name: /^Photos of the site/ })).toBeVisible()

    rerender(
      <FilesProvider client={client} messages={de}>
        {ui({ title: 'Bilder' })}
      </FilesProvider>,
    )

    expect(await screen.findByRole('heading', { name: 'Bilder (Pflichtfeld)' })).toBeVisible()
  })

  it('says what the schema describes the attribute by, where somebody has words for it', async () => {
    const { render } = setUp()
    const keys: string[] = []
    const { rerender } = render(ui({ describe: (key) => (keys.push(key), 'All sides of the house') }))
    expect(await screen.findByText('All sides of the house')).toBeVisible()
    expect(new Set(keys)).toEqual(new Set(['file.site_photos.description_text']))

    rerender(ui({ describe: (key) => key }))

    expect(screen.queryByText(/description_text/)).not.toBeInTheDocument()
  })
})

it('calls the files of all entities by a word of the page', async () => {
  const { render, client, server } = setUp()
  const entity = anEntity()
  server.relate(entity, [server.addFile({ filename: 'a.pdf' })])
  render(
    <FilesProvider client={client} messages={de}>
      <EntityFiles entity={entity} />
    </FilesProvider>,
  )

  await screen.findByTitle('a.pdf')
  expect(screen.getByRole('heading', { name: 'Dateien 1' })).toBeVisible()
})

it('shows pictures in landscape format where the schema says so', async () => {
  const { server, render } = setUp()
  server.relate(site, [server.addFile({ filename: 'roof.jpg' })])
  render(<EntityFiles entity={site} defaultView="grid" />)
  await screen.findByTitle('roof.jpg')
  const list = screen.getByRole('list', { name: 'Files' })
  expect(list).toHaveAttribute('data-shape', 'landscape')

  await userEvent.click(screen.getByRole('button', { name: 'List' }))

  expect(list).not.toHaveAttribute('data-shape')
})

it('holds back the form of an entity yet to be created while a file is missing that the schema requires', async () => {
  const { render, put } = setUp()
  const onSubmit = vi.fn((event: FormEvent) => event.preventDefault())
  const { container } = render(
    <form onSubmit={onSubmit}>
      <AttachToEntity entity={{ ...site, id: undefined }} onRelationChange={() => {}} />
      <button>Create</button>
    </form>,
  )
  await screen.findByRole('heading', { name: /required/ })
  await waitFor(() => expect(container.querySelector('.ef-required')).toBeInTheDocument())
  const create = screen.getByRole('button', { name: 'Create' })

  await userEvent.click(create)

  expect(onSubmit).not.toHaveBeenCalled()
  expect(screen.getAllByText('Add a file here to continue')[0]).toBeVisible()
  expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus()
  expect((await axe.run(container)).violations).toEqual([])
  await userEvent.upload(screen.getByLabelText('Choose files', { selector: 'input' }), aFile())
  const sending = await put.next()
  await userEvent.click(create)
  expect(onSubmit).not.toHaveBeenCalled()
  await act(async () => sending.finish())
  await waitFor(() => expect(screen.queryByText('Add a file here to continue')).not.toBeInTheDocument())
  await waitFor(() => expect(container.querySelector('form:valid')).toBeInTheDocument())

  await userEvent.click(create)

  expect(onSubmit).toHaveBeenCalledOnce()
})

it('says no more that a file is missing once the form is reset', async () => {
  const { render } = setUp()
  const { container } = render(
    <form>
      <AttachToEntity entity={{ ...site, id: undefined }} onRelationChange={() => {}} />
      <button>Create</button>
      <button type="reset">Start over</button>
    </form>,
  )
  await waitFor(() => expect(container.querySelector('.ef-required')).toBeInTheDocument())
  await userEvent.click(screen.getByRole('button', { name: 'Create' }))
  expect(screen.getAllByText('Add a file here to continue')[0]).toBeVisible()

  await userEvent.click(screen.getByRole('button', { name: 'Start over' }))

  expect(screen.queryByText('Add a file here to continue')).not.toBeInTheDocument()
})

it.each([300, 620, 900])('keeps the ways in side by side beside a long title, %i px wide', async (width) => {
  const { server, render } = setUp()
  server.relate(site, [server.addFile({ filename: 'street.jpg' })])
  render(
    <div style={{ width }}>
      <EntityFiles entity={site} />
    </div>,
  )
  await screen.findByRole('heading', { name: 'Photos of the site 1 (required)' })
  await screen.findByTitle('street.jpg')

  const ways = ['Add a link', 'Attach existing files', 'Add files']
  const tops = ways.map((name) => screen.getByRole('button', { name }).getBoundingClientRect().top)

  expect(new Set(tops.map(Math.round)).size).toBe(1)
})

it('offers nothing to look through where there is room for one file', async () => {
  const { server, render } = setUp()
  server.relate(plan, [server.addFile({ filename: 'plan.pdf' })])
  render(<EntityFiles entity={plan} />)

  await screen.findByTitle('plan.pdf')
  expect(await screen.findByRole('button', { name: 'Replace file' })).toBeVisible()
  expect(screen.queryByRole('searchbox')).not.toBeInTheDocument()
  for (const name of ['Sort', 'Filter', 'Grid']) {
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument()
  }
})

function setUp() {
  const app = createApp()
  app.server.addSchema({
    slug: site.slug,
    attributes: [
      {
        name: site.attribute,
        label: 'Photos of the site',
        multiple: true,
        required: true,
        enable_description: true,
        display_images_landscaped: true,
      },
      { name: plan.attribute, multiple: false },
    ],
  })
  return app
}
