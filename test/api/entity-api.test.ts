import { expect, it } from 'vitest'
import type { Http } from '../../src/core.js'
import { addRelations, createFileClient, getRelationsV3, searchEntities } from '../../src/core.js'
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

  await expect(
    addRelations(http, entity, [{ entity_id: 'f1', attribute: '_files' }]),
  ).resolves.toBeUndefined()
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

it('names every part of a path safely', async () => {
  const { fetch, asked } = scriptedFetch(answer({}))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await addRelations(http, { slug: 'a/b', id: '../c' }, [{ entity_id: 'f1', attribute: '_files' }])

  expect(new URL(asked[0]?.url ?? '').pathname).toBe('/v1/entity/a%2Fb/..%2Fc/relations')
})

function answering(body: object): Http {
  return createFileClient({ fetch: scriptedFetch(answer(body)).fetch, getToken: () => 't' }).http
}
