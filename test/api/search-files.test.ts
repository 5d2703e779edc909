import { expect, it } from 'vitest'
import type { FileSearch } from '../../src/core.js'
import { createFileClient, searchFiles } from '../../src/core.js'
import { createFileServer } from '../../src/testing.js'
import { answer, scriptedFetch } from './scripted-fetch.js'

it.each<[FileSearch, string]>([
  [{}, '_schema:file'],
  [{ text: '  ' }, '_schema:file'],
  [{ text: 'Meter 2026' }, '_schema:file AND meter* AND 2026*'],
  [{ text: 'photo.jpg' }, '_schema:file AND photo.jpg*'],
  [{ text: 'Straße-1_a (Kopie)' }, '_schema:file AND straße* AND 1_a* AND kopie*'],
  [{ text: 'a OR NOT b' }, '_schema:file AND a* AND or* AND not* AND b*'],
  [
    { text: '_org:1 OR * "x" \\ /.*/ [a TO b]' },
    '_schema:file AND _org* AND 1* AND or* AND x* AND a* AND to* AND b*',
  ],
  [{ tags: ['meter', 'a "b" \\'] }, '_schema:file AND _tags:"meter" AND _tags:"a \\"b\\" \\\\"'],
])('asks for %j without anything that the search would take for an operator', async (search, q) => {
  const { fetch, asked } = scriptedFetch(answer({ hits: 0, results: [] }))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await searchFiles(http, search)

  expect(asked[0]?.body).toEqual({ q, from: 0, size: 25, sort: '_created_at:desc' })
})

it('finds what was saved by what is typed, page by page', async () => {
  const server = createFileServer()
  for (const name of ['meter-1.jpg', 'meter-2.jpg', 'offer.pdf']) server.addFile({ filename: name })
  const { http } = createFileClient({ fetch: server.fetch, getToken: () => 't' })

  const { hits, results } = await searchFiles(http, { text: 'METER', sort: 'filename:asc', from: 1, size: 1 })

  expect(hits).toBe(2)
  expect(results.map(({ filename }) => filename)).toEqual(['meter-2.jpg'])
})
