import { expect, it } from 'vitest'
import type { FileEntity, FileSearch, FileSearchType } from '../../src/core.js'
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
  [{ anyOfTags: ['meter'], types: [] }, '_schema:file AND _tags:"meter"'],
  [
    { text: 'roof', tags: ['a'], anyOfTags: ['b', 'c (d) OR e'] },
    '_schema:file AND roof* AND _tags:"a" AND (_tags:"b" OR _tags:"c (d) OR e")',
  ],
  [
    { types: ['pdf', 'link'] },
    '_schema:file AND (mime_type:"application/pdf" OR filename:*.pdf OR filename:pdf OR ' +
      '_exists_:custom_download_url OR filename:*.url OR filename:*.webloc OR filename:webloc)',
  ],
  [
    { types: ['mail'] },
    '_schema:file AND (mime_type:"message/rfc822" OR mime_type:"application/vnd.ms-outlook" OR ' +
      'filename:*.eml OR filename:eml OR filename:*.msg OR filename:msg)',
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

it.each<[FileSearchType, readonly string[]]>([
  ['pdf', ['Bauplan_2026.PDF', 'no-extension']],
  ['sheet', ['load.csv', 'load.xlsx']],
  ['image', ['roof', 'roof.heic']],
  ['video', ['flight.mov']],
  ['archive', ['scans.zip']],
  ['cad', ['plan.dwg', 'plan_2026.dwg', 'site.dwg', 'Step 1.step']],
  ['mail', ['Re: offer.msg', 'offer.eml']],
  ['link', ['Netzplan.docx', 'portal.url']],
])(
  'finds files of the type %s by what epilot knows of them, else by their extension',
  async (type, names) => {
    const { server, http } = arrangeTypes()

    const { hits, results } = await searchFiles(http, { types: [type], sort: 'filename:asc' })

    expect(results.map(({ filename }) => filename).toSorted()).toEqual([...names].toSorted())
    expect(hits).toBe(names.length)
    expect(server.ledger.calls('searchEntities')).toMatchObject([{ status: 200 }])
  },
)

it('finds files of any of several types that have any of several tags', async () => {
  const { http, server } = arrangeTypes()
  for (const [filename, _tags] of [
    ['a.pdf', ['Plan']],
    ['b.dwg', ['Roof', 'Draft']],
    ['c.dwg', ['Planung']],
    ['d.zip', ['Plan']],
  ] as const) {
    server.addFile({ filename, mime_type: '', _tags })
  }

  const { results } = await searchFiles(http, { types: ['pdf', 'cad'], anyOfTags: ['Plan', 'Roof'] })

  expect(results.map(({ filename }) => filename).toSorted()).toEqual(['a.pdf', 'b.dwg'])
})

/** Files of every type; of most epilot knows no more than the name. */
function arrangeTypes() {
  const server = createFileServer()
  const unknown = { mime_type: 'application/octet-stream', type: 'unknown' as const }
  const known: readonly Partial<FileEntity>[] = [
    { filename: 'no-extension', mime_type: 'application/pdf' },
    { filename: 'roof', mime_type: 'image/jpeg' },
    { filename: 'site.dwg', mime_type: 'image/vnd.dwg' },
    { filename: 'load.csv', mime_type: 'text/csv', type: 'text' },
    { filename: 'Netzplan.docx', ...unknown, custom_download_url: 'https://archive.example/get?id=42' },
  ]
  const names = `Bauplan_2026.PDF|load.xlsx|roof.heic|flight.mov|scans.zip|plan.dwg|plan_2026.dwg|Step 1.step|Step 1.docx|
    Re: offer.msg|offer.eml|portal.url|Starkstrom.txt|Aviation.txt`
  for (const file of known) server.addFile(file)
  for (const filename of names.split(/\|\s*/)) server.addFile({ filename, ...unknown })
  const { http } = createFileClient({ fetch: server.fetch, getToken: () => 't' })
  return { server, http }
}
