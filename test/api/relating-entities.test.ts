import { expect, it } from 'vitest'
import { relatingEntities } from '../../src/api/relating-entities.js'
import { createFileClient } from '../../src/core.js'
import { answer, scriptedFetch } from './scripted-fetch.js'

it('asks for the names of what refers to a file, and for no more', async () => {
  const { http, asked } = answering({ hits: 0, relations: [] })

  await relatingEntities(http, 'f 1')

  const { pathname, searchParams } = new URL(asked[0]?.url ?? '')
  expect(pathname).toBe('/v3/entity/file/f%201/relations')
  expect([...searchParams]).toEqual([
    ['exclude_schemas', 'file,journey'],
    ['mode', 'reverse'],
    ['hydrate', 'true'],
    ['size', '10'],
    ['fields', '_id'],
    ['fields', '_schema'],
    ['fields', '_title'],
  ])
})

it('names each entity once, and none that is no business entity; what it cannot name it counts', async () => {
  const opportunity = { _id: 'o1', _schema: 'opportunity', _title: 'Roof' }
  const { http } = answering({
    hits: 9,
    relations: [
      opportunity,
      { ...opportunity, $relation: { attribute: 'offer' } },
      { _id: 'c1', _schema: 'contact', _title: ' ' },
      { _id: 'f2', _schema: 'file', _title: 'thumbnail.png' },
      { _id: 'j1', _schema: 'journey', _title: 'Solar' },
      { entity_id: 'o2', attribute: '_files' },
      null,
    ],
  })

  await expect(relatingEntities(http, 'f1')).resolves.toEqual({
    entities: [
      { slug: 'opportunity', id: 'o1', title: 'Roof' },
      { slug: 'contact', id: 'c1', title: undefined },
    ],
    moreCount: 4,
  })
})

it('refuses an answer without relations', async () => {
  const { http } = answering({ hits: 0 })

  await expect(relatingEntities(http, 'f1')).rejects.toMatchObject({ code: 'bad-answer' })
})

function answering(body: object) {
  const { fetch, asked } = scriptedFetch(answer(body))
  return { asked, ...createFileClient({ fetch, getToken: () => 't' }) }
}
