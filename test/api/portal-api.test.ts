import { expect, it } from 'vitest'
import type { Http } from '../../src/core.js'
import {
  acceptedExtensions,
  createFileClient,
  deleteEntityFile,
  getFilePreview,
  getPublicPortalConfig,
  saveEntityFile,
  searchPortalFiles,
  searchPortalUserEntities,
  trackFileDownloaded,
} from '../../src/core.js'
import { answer, scriptedFetch } from './scripted-fetch.js'

const entity = { slug: 'contract', id: 'c1' }
const s3ref = { bucket: 'b', key: '123/temp/1/meter.jpg' }
const host = 'https://customer-portal-api.sls.epilot.io'

it('saves files for an entity, with the portal token', async () => {
  const { fetch, asked } = scriptedFetch(
    answer({ createdFiles: [{ _id: 'f1', _title: 'meter.jpg' }, null] }, 201),
  )
  const { http } = createFileClient({ fetch, getToken: () => 'portal-token' })

  const files = await saveEntityFile(http, entity, [{ filename: 'meter.jpg', s3ref }])

  // The portal promises a title, but no name.
  expect(files).toEqual([{ _id: 'f1', _title: 'meter.jpg', filename: 'meter.jpg' }])
  expect(asked).toMatchObject([
    {
      method: 'POST',
      url: `${host}/v2/portal/entity/file`,
      headers: { authorization: 'Bearer portal-token' },
      body: { entity_id: 'c1', entity_type: 'contract', files: [{ filename: 'meter.jpg', s3ref }] },
    },
  ])
})

it('refuses an answer that does not say which files were made', async () => {
  await expect(saveEntityFile(answering({}), entity, [])).rejects.toMatchObject({
    code: 'bad-answer',
    step: 'save',
  })
})

it('deletes files, each named once', async () => {
  const { fetch, asked } = scriptedFetch(answer({ deletedFiles: ['f1'] }, 202))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await expect(deleteEntityFile(http, entity, ['f1', 'f2', 'f1'])).resolves.toEqual(['f1'])

  expect(asked).toMatchObject([
    {
      method: 'DELETE',
      url: `${host}/v2/portal/entity/file`,
      body: { entity_id: 'c1', entity_type: 'contract', file_entity_ids: ['f1', 'f2'] },
    },
  ])
  await expect(deleteEntityFile(answering({}), entity, ['f1'])).resolves.toEqual(['f1'])
})

it('asks for the files of one entity by their newest, and for words in their names', async () => {
  const { fetch, asked } = scriptedFetch(answer({ results: [] }), answer({ results: [] }))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await searchPortalFiles(http, { entity, text: 'meter', from: 20, size: 10 })
  await searchPortalFiles(http)

  expect(asked.map(({ url, body }) => [url, body])).toEqual([
    [
      `${host}/v2/portal/entity:search`,
      {
        slug: 'file',
        from: 20,
        size: 10,
        sort: '_created_at:desc',
        q: 'meter',
        q_fields: ['filename'],
        filters_context: [{ contract: 'c1' }],
      },
    ],
    [`${host}/v2/portal/entity:search`, { slug: 'file', from: 0, size: 100, sort: '_created_at:desc' }],
  ])
})

it.each([
  ['as the page says', { hits: 2, pagination: { total: 50, has_more: true } }, 50, true],
  ['by the total', { hits: 2, pagination: { total: 2 } }, 2, false],
  ['by the hits where there is no more', { hits: 7 }, 7, true],
  ['by itself', {}, 2, false],
])('counts what there is %s', async (_, counts, hits, hasMore) => {
  const results = [{ _id: 'f1' }, { _id: 'f2' }]

  await expect(
    searchPortalUserEntities(answering({ results, ...counts }), { slug: 'file' }),
  ).resolves.toEqual({ hits, hasMore, results })
})

it('refuses a page in groups, which it never asked for', async () => {
  await expect(searchPortalUserEntities(answering({ groups: [] }), { slug: 'file' })).rejects.toMatchObject({
    code: 'bad-answer',
  })
})

it.each([
  [
    'a PDF',
    { kind: 'pdf', url: 'https://s3.test/a', download_url: 'https://s3.test/b' },
    { kind: 'pdf', url: 'https://s3.test/a', requiresAuth: false, downloadUrl: 'https://s3.test/b' },
  ],
  [
    'a picture behind the token',
    { kind: 'image', url: 'https://erp.test/a', requires_auth: true },
    { kind: 'image', url: 'https://erp.test/a', requiresAuth: true, downloadUrl: undefined },
  ],
  [
    'what it cannot show',
    { kind: 'unsupported', download_url: 'https://s3.test/b' },
    { kind: 'unsupported', downloadUrl: 'https://s3.test/b' },
  ],
  ['a kind without a URL', { kind: 'pdf' }, { kind: 'unsupported', downloadUrl: undefined }],
  [
    'a URL that must not be opened',
    { kind: 'image', url: 'javascript:alert(1)', download_url: 'data:text/html,x' },
    { kind: 'unsupported', downloadUrl: undefined },
  ],
  ['a kind that is new', { kind: 'video', url: 'https://s3.test/a' }, { kind: 'unsupported' }],
])('tells how to show %s', async (_, body, preview) => {
  await expect(getFilePreview(answering(body), 'f1')).resolves.toMatchObject(preview)
})

it('tells of a download', async () => {
  const { fetch, asked } = scriptedFetch(answer({ file: {} }))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await trackFileDownloaded(http, 'f/1')

  expect(asked).toMatchObject([
    { method: 'POST', url: `${host}/v2/portal/user/file/f%2F1/downloaded`, body: undefined },
  ])
})

it('reads the public settings without a token, by portal or by origin', async () => {
  const { fetch, asked } = scriptedFetch(answer({}), answer({}))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await getPublicPortalConfig(http, { organizationId: '1&2', portalId: 'p1' })
  await getPublicPortalConfig(http, { organizationId: '12', origin: 'END_CUSTOMER_PORTAL' })

  expect(asked.map(({ url }) => url.slice(host.length))).toEqual([
    '/v3/portal/public/portal/config?org_id=1%262&portal_id=p1',
    '/v2/portal/public/portal/config?org_id=12&origin=END_CUSTOMER_PORTAL',
  ])
  expect(asked.filter(({ headers }) => 'authorization' in headers)).toEqual([])
})

it('makes rules of the extensions that a portal takes', () => {
  const allowed_file_extensions = { document: ['pdf', 'DOCX'], image: ['.jpg', 'pdf'] }

  expect(acceptedExtensions({ allowed_file_extensions })).toEqual(['.pdf', '.docx', '.jpg'])
  expect(acceptedExtensions({})).toEqual([])
})

it('keeps the reason that the portal names', async () => {
  const body = { message: 'Portal user is not mapped yet', reason: 'PORTAL_USER_PENDING_ACTIVATION' }
  const { fetch } = scriptedFetch(answer(body, 403))
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await expect(getFilePreview(http, 'f1')).rejects.toMatchObject({
    code: 'forbidden',
    reason: 'PORTAL_USER_PENDING_ACTIVATION',
    message: expect.stringContaining('Portal user is not mapped yet'),
  })
})

function answering(body: object): Http {
  return createFileClient({ fetch: scriptedFetch(answer(body)).fetch, getToken: () => 't' }).http
}
