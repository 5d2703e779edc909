import { expect, it } from 'vitest'
import type { Http } from '../../src/core.js'
import {
  addRelations,
  createFileClient,
  deleteRelation,
  getRelationsV3,
  getSchema,
  listChangesets,
  searchEntities,
  updateRelation,
} from '../../src/core.js'
import { answer, scriptedFetch } from './scripted-fetch.js'

const entity = { slug: 'opportunity', id: 'o1' }

it('adds relations in one call', async () => {
  const { fetch, asked } = scriptedFetch(answer({}))
  const { http } = createFileClient({ fetch, getToken: () => 't' })
  const items = [
    { entity_id: 'f1', attribute: '_files' },
    { entity_id: 'f2', attribute: 'contracts', _schema: 'file', _tags: ['signed'] },
  ]

  await addRelations(http, entity, items)

  expect(asked).toMatchObject([
    { method: 'POST', url: 'https://entity.sls.epilot.io/v1/entity/opportunity/o1/relations', body: items },
  ])
})

it.each([
  ['one item', answer({ entity_id: 'f1', attribute: '_files' })],
  ['a list', answer([{ entity_id: 'f1', attribute: '_files' }])],
  ['nothing', new Response(null, { status: 204 })],
])('needs to read nothing from the answer to a relation: %s', async (_, response) => {
  const { http } = createFileClient({ fetch: scriptedFetch(response).fetch, getToken: () => 't' })

  await expect(addRelations(http, entity, [{ entity_id: 'f1', attribute: '_files' }])).resolves.toEqual({
    status: 'applied',
  })
})

it('asks for hydrated files only, page by page', async () => {
  const { fetch, asked } = scriptedFetch(answer({ hits: 0, relations: [] }))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await getRelationsV3(http, entity, { from: 100, size: 50 })

  const { pathname, searchParams } = new URL(asked[0]?.url ?? '')
  expect(pathname).toBe('/v3/entity/opportunity/o1/relations')
  expect(Object.fromEntries(searchParams)).toEqual({
    hydrate: 'true',
    include_schemas: 'file',
    mode: 'direct',
    from: '100',
    size: '50',
  })
})

it('leaves out of a page what is no entity', async () => {
  const related = { _id: 'f1', filename: 'a.pdf', $relation: { attribute: '_files' } }
  const http = answering({ hits: 3, relations: [related, null, { entity_id: 'f2', attribute: '_files' }] })

  await expect(getRelationsV3(http, entity, { from: 0, size: 10 })).resolves.toEqual({
    hits: 3,
    relations: [related],
  })
})

it('counts for itself where the answer does not', async () => {
  const relations = [{ _id: 'f1', filename: 'a.pdf' }]

  expect(await getRelationsV3(answering({ relations }), entity, { from: 0, size: 10 })).toMatchObject({
    hits: 1,
  })
  expect(await searchEntities(answering({ results: relations }), { q: '*' })).toMatchObject({ hits: 1 })
})

it('refuses an answer without what was asked for', async () => {
  await expect(getRelationsV3(answering({ hits: 0 }), entity, { from: 0, size: 10 })).rejects.toMatchObject({
    code: 'bad-answer',
    message: 'getRelationsV3 answered without relations.',
  })
  await expect(searchEntities(answering({ hits: 0 }), { q: '*' })).rejects.toMatchObject({
    code: 'bad-answer',
    message: 'searchEntities answered without results.',
  })
})

it('takes a file off the attribute that the entity names, else off _files', async () => {
  const { fetch, asked } = scriptedFetch(empty(), empty())
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await expect(deleteRelation(http, entity, 'f1')).resolves.toEqual({ status: 'applied' })
  await deleteRelation(http, { ...entity, attribute: 'offer/2' }, 'f 1')

  const host = 'https://entity.sls.epilot.io'
  expect(asked).toMatchObject([
    { method: 'DELETE', url: `${host}/v1/entity/opportunity/o1/relations/_files/f1`, body: undefined },
    { method: 'DELETE', url: `${host}/v1/entity/opportunity/o1/relations/offer%2F2/f%201` },
  ])
})

it('replaces the labels of a relation', async () => {
  const { fetch, asked } = scriptedFetch(answer({ entity_id: 'f1', attribute: '_files', _tags: ['signed'] }))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await expect(updateRelation(http, entity, 'f1', { _tags: ['signed'] })).resolves.toEqual({
    status: 'applied',
  })

  expect(asked).toMatchObject([
    {
      method: 'PUT',
      url: 'https://entity.sls.epilot.io/v1/entity/opportunity/o1/relations/_files/f1',
      body: { _tags: ['signed'] },
    },
  ])
})

it('tells a change that waits for approval from one that took effect', async () => {
  const offer = { proposed_value: { $relation: [{ entity_id: 'f1' }] }, edit_mode: 'approval' }
  const waiting = { _id: 'o1', _changesets: { offer, iban: { proposed_value: 'DE02' }, odd: null } }
  const items = [{ entity_id: 'f1', attribute: 'offer' }]

  await expect(addRelations(answering(waiting), entity, items)).resolves.toEqual({
    status: 'pending',
    changesets: { offer },
  })
  await expect(
    deleteRelation(answering(waiting), { ...entity, attribute: 'offer' }, 'f1'),
  ).resolves.toMatchObject({ status: 'pending' })
  // What waits at another attribute is not about these files.
  await expect(deleteRelation(answering(waiting), entity, 'f1')).resolves.toEqual({ status: 'applied' })
})

it('lists what waits for approval, without what is none', async () => {
  const iban = { proposed_value: 'DE02', edit_mode: 'external' }

  await expect(listChangesets(answering({ iban, odd: null }), entity)).resolves.toEqual({ iban })
  await expect(listChangesets(answering({}), entity)).resolves.toEqual({})
})

it('reads a schema, and refuses one without attributes', async () => {
  const attributes = [{ name: 'offer', type: 'file', label: 'Offer' }]
  const { fetch, asked } = scriptedFetch(answer({ slug: 'opportunity', attributes }))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await expect(getSchema(http, 'opportunity')).resolves.toEqual({ slug: 'opportunity', attributes })

  expect(asked[0]?.url).toBe('https://entity.sls.epilot.io/v1/entity/schemas/opportunity')
  await expect(getSchema(answering({ slug: 'opportunity' }), 'opportunity')).rejects.toMatchObject({
    code: 'bad-answer',
    message: 'getSchema answered without attributes.',
  })
})

it.each([
  [403, 'forbidden'],
  [404, 'not-found'],
  [409, 'conflict'],
  [429, 'rate-limited'],
])('says of a relation that is refused with %i: %s', async (status, code) => {
  const refuse = () => answer({ status, error: 'No' }, status, { 'Retry-After': '7' })
  const { fetch } = scriptedFetch(refuse(), refuse())
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await expect(deleteRelation(http, entity, 'f1')).rejects.toMatchObject({
    code,
    status,
    step: 'detach',
    retryAfterMs: 7000,
  })
  await expect(updateRelation(http, entity, 'f1', { _tags: [] })).rejects.toMatchObject({
    code,
    status,
    step: 'update',
  })
})

it('names every part of a path safely', async () => {
  const { fetch, asked } = scriptedFetch(answer({}))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await addRelations(http, { slug: 'a/b', id: '../c' }, [{ entity_id: 'f1', attribute: '_files' }])

  expect(new URL(asked[0]?.url ?? '').pathname).toBe('/v1/entity/a%2Fb/..%2Fc/relations')
})

function answering(body: object): Http {
  return createFileClient({ fetch: scriptedFetch(answer(body)).fetch, getToken: () => 't' }).http
}

function empty(): Response {
  return new Response(null, { status: 204 })
}
