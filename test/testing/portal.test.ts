import { expect, it } from 'vitest'
import {
  deleteEntityFile,
  getFilePreview,
  getPublicPortalConfig,
  saveEntityFile,
  searchPortalFiles,
  searchPortalUserEntities,
  trackFileDownloaded,
} from '../../src/core.js'
import type { FileServerOptions } from '../../src/testing.js'
import { aFile, anEntity, createFileServer } from '../../src/testing.js'
import { clientOf, upload } from './client-of.js'

const contract = anEntity({ slug: 'contract' })
const shared = { shared_with_end_customer: true }

it('takes a file through the whole life that a portal gives it', async () => {
  const { server, http } = arrange()
  const s3ref = await upload(server, aFile({ name: 'meter.jpg', type: 'image/jpeg' }))

  const [file] = await saveEntityFile(http, contract, [{ filename: 'meter.jpg', s3ref }])
  const id = file!._id
  expect(server.filesOf(contract).map(({ filename }) => filename)).toEqual(['meter.jpg'])

  const listed = await searchPortalFiles(http, { entity: contract })
  expect(listed).toMatchObject({ hits: 1, hasMore: false, results: [{ _id: id, is_new: true }] })

  const preview = await getFilePreview(http, id)
  expect(preview).toMatchObject({ kind: 'image', requiresAuth: false })
  const shown = await server.fetch(preview.kind === 'image' ? preview.url : '')
  expect([shown.status, shown.headers.get('Content-Type')]).toEqual([200, 'image/jpeg'])

  await trackFileDownloaded(http, id)
  expect([...server.world.downloaded]).toEqual([id])
  expect((await searchPortalFiles(http)).results).toMatchObject([{ _id: id, is_new: false }])

  await expect(deleteEntityFile(http, contract, [id])).resolves.toEqual([id])
  expect(server.files()).toEqual([])
  expect(server.filesOf(contract)).toEqual([])
})

it('shows only files that are shared, of entities that are the user’s own', async () => {
  const { server, http } = arrange({ portal: { entities: [contract] } })
  const mine = server.addFile({ filename: 'mine.pdf', ...shared })
  const internal = server.addFile({ filename: 'internal.pdf' })
  const foreign = server.addFile({ filename: 'foreign.pdf', ...shared })
  server.relate(contract, [mine, internal])
  server.relate(anEntity({ slug: 'contract' }), [foreign])
  server.addFile({ filename: 'nowhere.pdf', ...shared })

  const { results } = await searchPortalFiles(http)

  expect(results.map(({ filename }) => filename)).toEqual(['mine.pdf'])
  expect(results[0]?._relations).toMatchObject([{ entity_id: contract.id, _schema: 'contract' }])
  for (const { _id } of [internal, foreign]) {
    await expect(getFilePreview(http, _id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(trackFileDownloaded(http, _id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(deleteEntityFile(http, contract, [_id])).rejects.toMatchObject({ code: 'not-found' })
  }
})

it('refuses what concerns an entity of somebody else', async () => {
  const { server, http } = arrange({ portal: { entities: [contract] } })
  const s3ref = await upload(server, aFile())
  const foreign = anEntity({ slug: 'contract' })

  await expect(saveEntityFile(http, foreign, [{ filename: 'a.pdf', s3ref }])).rejects.toMatchObject({
    code: 'forbidden',
    message: expect.stringContaining('The user is not allowed to access this resource'),
  })
  await expect(searchPortalFiles(http, { entity: foreign })).rejects.toMatchObject({ code: 'forbidden' })
  expect(server.files()).toEqual([])
})

it('saves all files of a call or none', async () => {
  const { server, http } = arrange()
  const s3ref = await upload(server, aFile())
  const gone = { bucket: 'b', key: 'gone' }

  await expect(
    saveEntityFile(http, contract, [
      { filename: 'a.pdf', s3ref },
      { filename: 'b.pdf', s3ref: gone },
    ]),
  ).rejects.toMatchObject({ code: 'not-found', message: expect.stringContaining('b.pdf') })

  expect(server.files()).toEqual([])
})

it('finds files by words, sorted, page by page', async () => {
  const { server, http } = arrange()
  const names = ['meter 3.jpg', 'meter 1.jpg', 'offer.pdf', 'meter 2.jpg']
  server.relate(
    contract,
    names.map((filename) => server.addFile({ filename, ...shared })),
  )

  const page = await searchPortalFiles(http, { text: 'METER', sort: 'filename:asc', from: 0, size: 2 })

  expect(page.results.map(({ filename }) => filename)).toEqual(['meter 1.jpg', 'meter 2.jpg'])
  expect(page).toMatchObject({ hits: 3, hasMore: true })
  expect(await searchPortalFiles(http, { text: 'jpg meter', from: 2, size: 2 })).toMatchObject({
    hits: 3,
    hasMore: false,
  })
})

it('lists the entities that belong to the user', async () => {
  const { http } = arrange({ portal: { entities: [contract, anEntity({ slug: 'order' })] } })

  await expect(searchPortalUserEntities(http, { slug: 'contract' })).resolves.toMatchObject({
    hits: 1,
    results: [{ _id: contract.id, _schema: 'contract' }],
  })
})

it.each([
  ['a.pdf', 'application/pdf', 'pdf'],
  ['a.png', 'image/png', 'image'],
  ['a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'pdf'],
  ['a.doc', 'application/msword', 'unsupported'],
  ['a.csv', 'text/csv', 'unsupported'],
  ['a.svg', 'image/svg+xml', 'unsupported'],
])('previews %s as epilot does', async (filename, mime_type, kind) => {
  const { server, http } = arrange()
  const file = server.addFile({ filename, mime_type, ...shared })
  server.relate(contract, [file])

  const preview = await getFilePreview(http, file._id)

  expect(preview.kind).toBe(kind)
  const { headers } = await server.fetch(preview.downloadUrl ?? '')
  expect(headers.get('Content-Disposition')).toMatch(/^attachment/)
})

it('says of an external file that its preview needs the token', async () => {
  const { server, http } = arrange()
  const external = {
    filename: 'bill.pdf',
    custom_download_url: 'https://archive.example/bill',
    custom_download_url_auth: 'token' as const,
    ...shared,
  }
  const file = server.addFile(external)
  server.relate(contract, [file])

  await expect(getFilePreview(http, file._id)).resolves.toEqual({
    kind: 'pdf',
    url: 'https://archive.example/bill',
    requiresAuth: true,
    downloadUrl: 'https://archive.example/bill',
  })
})

it('refuses in the words of the portal, also what is scripted', async () => {
  const { server, http } = arrange()
  const reason = 'PORTAL_USER_PENDING_ACTIVATION'
  server.failNext('searchPortalUserEntities', { status: 403, body: { message: 'Not mapped yet', reason } })
  server.failNext('searchPortalUserEntities', { status: 429, headers: { 'Retry-After': '3' } })

  await expect(searchPortalFiles(http)).rejects.toMatchObject({ code: 'forbidden', reason })
  await expect(searchPortalFiles(http)).rejects.toMatchObject({ code: 'rate-limited', retryAfterMs: 3000 })

  const strict = createFileServer({ acceptsToken: () => false })
  const answer = await strict.fetch('https://customer-portal-api.sls.epilot.io/v2/portal/user/file/1/preview')
  expect([answer.status, await answer.json()]).toEqual([401, { message: 'Unauthorized' }])
})

it('tells its public settings to anybody', async () => {
  const allowed_file_extensions = { document: ['pdf'] }
  const server = createFileServer({
    portal: { config: { allowed_file_extensions } },
    acceptsToken: () => false,
  })

  await expect(
    getPublicPortalConfig(clientOf(server).http, { organizationId: '123', portalId: 'p1' }),
  ).resolves.toEqual({ allowed_file_extensions })
})

function arrange(options: FileServerOptions = {}) {
  const server = createFileServer(options)
  return { server, http: clientOf(server).http }
}
