import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { expect, it } from 'vitest'
import type { EntityRef } from '../../src/index.js'
import { AttachToEntity, EntityFiles } from '../../src/index.js'
import { aFile, anEntity } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

it('counts what the entity has already toward the limit', async () => {
  const { server, put, client, render } = createApp()
  const entity = anEntity()
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  render(<AttachToEntity entity={entity} rules={{ maxCount: 2 }} />)
  await screen.findByText('there.pdf')

  await userEvent.upload(
    screen.getByLabelText('Choose files'),
    ['a.pdf', 'b.pdf'].map((name) => aFile({ name })),
  )

  expect((await put.next()).request.body).toMatchObject({ name: 'a.pdf' })
  await waitFor(() =>
    expect(screen.getByRole('region', { name: 'Result of adding files' })).toHaveTextContent(
      'Only 2 files can be added here. 1 is too many',
    ),
  )
  expect(client.uploads.all()).toHaveLength(1)
})

it.each<[string, ReactElement<{ entity: EntityRef }>]>([
  ['AttachToEntity', <AttachToEntity key="a" entity={anEntity()} rules={{ maxCount: 3 }} />],
  ['EntityFiles', <EntityFiles key="e" entity={anEntity()} rules={{ maxCount: 3 }} />],
])('%s counts no files of other attributes, and none that it has not found yet', async (_name, ui) => {
  const { server, client, render } = createApp()
  const { entity } = ui.props
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  const photos = Array.from({ length: 220 }, () => server.addFile())
  server.relate({ ...entity, attribute: 'photos' }, photos)
  server.relate(entity, [server.addFile({ filename: 'late.pdf' })])
  render(ui)
  await screen.findByText('there.pdf')

  await userEvent.upload(
    screen.getByLabelText('Choose files'),
    ['a.pdf', 'b.pdf'].map((name) => aFile({ name })),
  )

  expect(await screen.findByText('late.pdf')).toBeInTheDocument()
  expect(heading()).toMatch(/^Files 2 *$/)
  await waitFor(() => expect(client.uploads.all()).toHaveLength(1))
  expect(screen.getByText(/Only 3 files can be added here\. 1 is too many/)).toBeInTheDocument()
})

it('says of how many files it surely knows, until all are loaded', async () => {
  const { server, render } = createApp()
  const entity = anEntity()
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  const photos = Array.from({ length: 120 }, () => server.addFile())
  server.relate({ ...entity, attribute: 'photos' }, photos)
  render(<EntityFiles entity={entity} />)
  await screen.findByText('there.pdf')
  expect(heading()).toMatch(/^Files 1\+ *$/)
  expect(screen.queryByText(/of 121/)).not.toBeInTheDocument()

  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))

  await waitFor(() => expect(heading()).toMatch(/^Files 1 *$/))
})

it('says at once how many files there are where only one attribute has any', async () => {
  const { server, render } = createApp()
  const entity = anEntity()
  server.relate(
    entity,
    Array.from({ length: 120 }, () => server.addFile()),
  )
  render(<EntityFiles entity={entity} />)

  await waitFor(() => expect(heading()).toMatch(/^Files 120 *$/))
})

it('counts the bytes of what the entity has already toward the limit of all together', async () => {
  const { server, client, render } = createApp()
  const entity = anEntity()
  server.relate(entity, [server.addFile({ filename: 'there.pdf', size_bytes: 900_000 })])
  render(<AttachToEntity entity={entity} rules={{ maxTotalBytes: 1_000_000 }} />)
  await screen.findByText('there.pdf')

  await userEvent.upload(screen.getByLabelText('Choose files'), [
    aFile({ name: 'a.pdf', sizeBytes: 200_000 }),
    aFile({ name: 'b.pdf', sizeBytes: 100_000 }),
  ])

  await waitFor(() =>
    expect(screen.getByRole('region', { name: 'Result of adding files' })).toHaveTextContent(
      'does not fit. All files together may be up to 1',
    ),
  )
  expect(client.uploads.all().map(({ file }) => file.name)).toEqual(['b.pdf'])
})

it('does not say again of one entity what was said before another one was shown', async () => {
  const { render } = createApp()
  const [one, other] = [anEntity(), anEntity()]
  const { rerender } = render(<AttachToEntity entity={one} rules={{ maxSizeBytes: 1 }} />)
  await userEvent.upload(screen.getByLabelText('Choose files'), aFile({ sizeBytes: 2 }))
  expect(await screen.findByText('1 file was not added.')).toBeInTheDocument()

  rerender(<AttachToEntity entity={other} rules={{ maxSizeBytes: 1 }} />)
  rerender(<AttachToEntity entity={one} rules={{ maxSizeBytes: 1 }} />)

  expect(screen.getByRole('region', { name: 'Result of adding files' })).toBeInTheDocument()
  expect(screen.queryByText('1 file was not added.')).not.toBeInTheDocument()
})

function heading(): string {
  return screen.getByRole('heading').textContent
}
