import { setupServer } from 'msw/node'
import { expect, it } from 'vitest'
import {
  addRelations,
  createFileClient,
  downloadFile,
  getFile,
  getRelationsV3,
  saveFileV2,
  searchEntities,
  uploadFilePublic,
  uploadFileV2,
} from '../../src/core.js'
import { aFile, aFileEntity, anEntity, createFileServer } from '../../src/testing.js'
import { clientOf, never, post, upload } from './client-of.js'

it('takes a file on its whole way: reserved, sent, saved, attached', async () => {
  const server = createFileServer()
  const entity = anEntity()
  const client = clientOf(server)

  const [sent] = client.uploads.add([aFile({ name: 'a.pdf', content: 'hello' })], { scope: 'test', entity })

  await expect.poll(() => sent?.state.getState().status).toBe('done')
  const [file] = server.filesOf(entity)
  expect(file).toMatchObject({
    filename: 'a.pdf',
    mime_type: 'application/pdf',
    size_bytes: 5,
    type: 'document',
  })
  expect(await server.contentOf(file!).text()).toBe('hello')
  expect(server.ledger.calls().map(({ operation, status }) => `${operation} ${status}`)).toEqual([
    'uploadFileV2 201',
    'put 200',
    'saveFileV2 200',
    'addRelations 200',
  ])
})

it('answers by msw too', async () => {
  const server = createFileServer()
  const file = server.addFile({ filename: 'a.pdf' })
  const network = setupServer(...server.handlers)
  network.listen({ onUnhandledFrame: 'error' })

  const client = createFileClient({ getToken: () => 'token' })
  const answer = await getFile(client.http, file._id).finally(() => network.close())

  expect(answer.filename).toBe('a.pdf')
})

it('listens on other hosts where it is told to, with or without a slash at the end', async () => {
  const server = createFileServer({
    fileUrl: 'http://localhost:1/file/',
    entityUrl: 'http://localhost:1/entity',
    storageUrl: 'http://localhost:2/',
  })
  const client = createFileClient({
    getToken: () => 'token',
    fetch: server.fetch,
    fileUrl: 'http://localhost:1/file',
    entityUrl: 'http://localhost:1/entity/',
  })

  const { upload_url } = await uploadFileV2(client.http, { filename: 'a.pdf', mime_type: 'application/pdf' })
  const found = await searchEntities(client.http, { q: '_schema:file' })

  expect(upload_url).toMatch(/^http:\/\/localhost:2\/epilot-prod-user-content\/123\/temp\//)
  expect(found.hits).toBe(0)
})

it('moves the bytes to a permanent key and lets a second save of the same s3ref find nothing', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const s3ref = await upload(server, aFile())

  const saved = await saveFileV2(http, { s3ref, filename: 'a.pdf' })

  expect(saved.s3ref?.key).not.toContain('/temp/')
  await expect(saveFileV2(http, { s3ref, filename: 'a.pdf' })).rejects.toMatchObject({ code: 'not-found' })
  expect(server.files()).toHaveLength(1)
})

it('keeps the temporary object with delete_temp_file=false', async () => {
  const server = createFileServer()
  const s3ref = await upload(server, aFile())
  const save = () => post(server, '/v2/files?delete_temp_file=false', { s3ref, filename: 'a.pdf' })

  const statuses = [(await save()).status, (await save()).status]

  expect(statuses).toEqual([200, 200])
})

it('cannot save what was reserved but never sent', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const { s3ref } = await uploadFileV2(http, { filename: 'a.pdf', mime_type: 'application/pdf' })

  await expect(saveFileV2(http, { s3ref, filename: 'a.pdf' })).rejects.toMatchObject({ code: 'not-found' })
})

it('adds a version to a file that is saved again under its id, the latest first', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const file = server.addFile({ filename: 'a.pdf', _tags: ['old'] }, { content: 'one' })
  const s3ref = await upload(server, aFile({ content: 'second' }))

  const saved = await saveFileV2(http, { _id: file._id, s3ref, filename: 'b.pdf' })

  expect(saved).toMatchObject({ _id: file._id, filename: 'b.pdf', size_bytes: 6, _tags: ['old'] })
  expect(saved.versions?.map((version) => version.filename)).toEqual(['b.pdf', 'a.pdf'])
  expect(await server.contentOf(saved).text()).toBe('second')
})

it('leaves name and type alone with version_only=true', async () => {
  const server = createFileServer()
  const file = server.addFile({ filename: 'a.pdf' })
  const s3ref = await upload(server, aFile({ name: 'b.txt', type: 'text/plain', content: 'b' }))

  await post(server, '/v2/files?version_only=true', { _id: file._id, s3ref, filename: 'b.txt' })

  expect(server.files()[0]).toMatchObject({ filename: 'a.pdf', type: 'document', size_bytes: 1 })
  expect(server.files()[0]?.versions).toHaveLength(2)
})

it('keeps attributes it does not know', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const s3ref = await upload(server, aFile())

  const saved = await saveFileV2(http, { s3ref, filename: 'a.pdf', _tags: ['meter'], external_id: '42' })

  expect(saved).toMatchObject({ _tags: ['meter'], external_id: '42' })
})

it('saves a file that lies elsewhere, and signs its link without touching it', async () => {
  const { http } = clientOf(createFileServer())
  const custom_download_url = 'https://archive.example/get?id=42'

  const file = await saveFileV2(http, { custom_download_url, filename: 'old.pdf' })

  expect(file).toMatchObject({ custom_download_url, type: 'unknown', size_bytes: 0, versions: [] })
  expect(await downloadFile(http, file._id)).toMatch(
    /^https:\/\/archive\.example\/get\?id=42&expires_at=\d+&signature=/,
  )
})

it('signs no link of a server that asks for the token of the person', async () => {
  const { http } = clientOf(createFileServer())
  const custom_download_url = 'https://archive.example/get?id=42'
  const custom_download_url_auth = 'token'

  const file = await saveFileV2(http, { custom_download_url, custom_download_url_auth, filename: 'old.pdf' })

  expect(file).toMatchObject({ custom_download_url_auth })
  expect(await downloadFile(http, file._id)).toBe(custom_download_url)
})

it('refuses what is no address', async () => {
  const { http } = clientOf(createFileServer())

  const saving = saveFileV2(http, { custom_download_url: 'shelf 4', filename: 'old.pdf' })

  await expect(saving).rejects.toMatchObject({ code: 'bad-request' })
})

it('refuses an upload without a file name', async () => {
  const answer = await post(createFileServer(), '/v2/files/upload', { mime_type: 'text/plain' })

  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({ status: 400, error: 'Bad Request: filename is required' })
})

it('refuses the token operations without a token, and only those', async () => {
  const server = createFileServer()
  const payload = { method: 'POST', body: JSON.stringify({ filename: 'a.pdf' }) }

  const withLogin = await server.fetch('https://file.sls.epilot.io/v2/files/upload', payload)
  const inPublic = await server.fetch('https://file.sls.epilot.io/v1/files/public/upload', payload)

  expect(withLogin.status).toBe(401)
  expect(inPublic.status).toBe(201)
})

it('accepts the tokens it is told to accept', async () => {
  const server = createFileServer({ acceptsToken: (token) => token === 'fresh' })
  const file = server.addFile()
  const client = createFileClient({
    fetch: server.fetch,
    getToken: ({ refresh }) => (refresh ? 'fresh' : 'stale'),
  })

  await getFile(client.http, file._id)

  expect(server.ledger.calls('getFile').map((call) => call.status)).toEqual([401, 200])
})

it('relates a file as often as it is asked to, so that a doubled relation shows', async () => {
  const server = createFileServer()
  const entity = anEntity()
  const { http } = clientOf(server)
  const file = server.addFile()
  const item = { entity_id: file._id, attribute: '_files' }

  await addRelations(http, entity, [item])
  await addRelations(http, entity, [item])

  expect(server.filesOf(entity)).toHaveLength(2)
})

it('relates nothing when one file of a batch does not exist', async () => {
  const server = createFileServer()
  const entity = anEntity()
  const { http } = clientOf(server)
  const items = [server.addFile(), aFileEntity()].map(({ _id }) => ({ entity_id: _id, attribute: '_files' }))

  await expect(addRelations(http, entity, items)).rejects.toMatchObject({ code: 'not-found' })

  expect(server.filesOf(entity)).toEqual([])
})

it('tells the files of one attribute from those of all', () => {
  const server = createFileServer()
  const entity = anEntity()
  const [contract, photo] = [server.addFile(), server.addFile()]

  server.relate({ ...entity, attribute: 'contracts' }, [contract])
  server.relate(entity, [photo])

  expect(server.filesOf({ ...entity, attribute: 'contracts' })).toEqual([contract])
  expect(server.filesOf(entity)).toEqual([contract, photo])
})

it('pages through the files of an entity', async () => {
  const server = createFileServer()
  const entity = anEntity()
  const { http } = clientOf(server)
  const files = Array.from({ length: 5 }, (_, index) => server.addFile({ filename: `${index}.pdf` }))
  server.relate(entity, files)

  const page = await getRelationsV3(http, entity, { from: 2, size: 2 })

  expect(page.hits).toBe(5)
  expect(page.relations.map((file) => file.filename)).toEqual(['2.pdf', '3.pdf'])
  expect(page.relations[0]?.$relation).toMatchObject({ attribute: '_files', reverse: false })
})

it('counts pages instead of files where it is told to', async () => {
  const server = createFileServer({ answers: { relationsFrom: 'page' } })
  const entity = anEntity()
  const { http } = clientOf(server)
  server.relate(
    entity,
    Array.from({ length: 5 }, (_, index) => server.addFile({ filename: `${index}.pdf` })),
  )

  const page = await getRelationsV3(http, entity, { from: 1, size: 2 })

  expect(page.relations.map((file) => file.filename)).toEqual(['2.pdf', '3.pdf'])
})

it('searches files by text, by field, by id and by wildcard', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const meter = server.addFile({ filename: 'Meter reading (1).pdf', _tags: ['meter'] })
  server.addFile({ filename: 'invoice.pdf' })
  const namesOf = async (q: string) =>
    (await searchEntities<{ filename: string }>(http, { q })).results.map((file) => file.filename)

  expect(await namesOf('_schema:file AND reading')).toEqual(['Meter reading (1).pdf'])
  expect(await namesOf('_schema:file AND _tags:meter')).toEqual(['Meter reading (1).pdf'])
  expect(await namesOf(`_id:${meter._id}`)).toEqual(['Meter reading (1).pdf'])
  expect(await namesOf('filename:"reading (1)"')).toEqual(['Meter reading (1).pdf'])
  expect(await namesOf('filename:in*ice')).toEqual(['invoice.pdf'])
  expect(await namesOf('_schema:contact')).toEqual([])
})

it('sorts and pages what it finds', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  for (const filename of ['b.pdf', 'c.pdf', 'a.pdf']) server.addFile({ filename })

  const found = await searchEntities<{ filename: string }>(http, {
    q: '*',
    sort: 'filename:desc',
    from: 1,
    size: 1,
  })

  expect(found.hits).toBe(3)
  expect(found.results.map((file) => file.filename)).toEqual(['b.pdf'])
})

it('finds what meets one of several conditions in parentheses, or has an attribute at all', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  server.addFile({ filename: 'plan.dwg', _tags: ['Plan (old)'] })
  server.addFile({ filename: 'plan.pdf', _tags: ['Plan'] })
  server.addFile({ filename: 'planes.pdf', custom_download_url: 'https://archive.example/1' })
  const namesOf = async (q: string) =>
    (await searchEntities<{ filename: string }>(http, { q })).results.map((file) => file.filename)

  expect(await namesOf('_schema:file AND (filename:*.dwg OR filename:planes)')).toEqual([
    'plan.dwg',
    'planes.pdf',
  ])
  expect(await namesOf('(_tags:"Plan (old)" OR _tags:"x OR y") AND plan*')).toEqual(['plan.dwg'])
  expect(await namesOf('_exists_:custom_download_url')).toEqual(['planes.pdf'])
})

it.each([
  'filename:(a OR b)',
  'a OR b',
  '(a AND b)',
  '(a OR NOT b)',
  '(a OR (b OR c))',
  '(a b)',
  'NOT a',
  '[a TO b]',
])('refuses the search %s, which is beyond it, instead of finding the wrong thing', async (q) => {
  const { http } = clientOf(createFileServer())

  await expect(searchEntities(http, { q })).rejects.toThrow(/field:value and text, joined by AND/)
})

it('follows the docs page instead of OpenAPI where it is told to', async () => {
  const server = createFileServer({
    answers: { saveStatus: 201, publicUploadStatus: 200, publicUrl: 'always', size: 'unknown' },
  })
  const { http } = clientOf(server)
  const s3ref = await upload(server, aFile())

  const saved = await saveFileV2(http, { s3ref, filename: 'a.pdf' })
  await uploadFilePublic(http, { filename: 'a.pdf', mime_type: 'application/pdf' })

  expect(saved.size_bytes).toBe(0)
  expect(saved.public_url).toMatch(/^https:\/\/storage\.test\//)
  expect(server.ledger.calls('saveFileV2')[0]?.status).toBe(201)
  expect(server.ledger.calls('uploadFilePublic')[0]?.status).toBe(200)
})

it('changes what it follows under way, until it is reset', async () => {
  const server = createFileServer({ answers: { size: 'unknown' } })
  const { http } = clientOf(server)
  const save = async () =>
    saveFileV2(http, { s3ref: await upload(server, aFile({ sizeBytes: 4 })), filename: 'a.pdf' })

  server.setAnswers({ size: 'known' })
  expect(await save()).toMatchObject({ size_bytes: 4 })

  server.reset()
  expect(await save()).toMatchObject({ size_bytes: 0 })
})

it('leads from an upload to its file and on to its entity', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const entity = anEntity()
  const s3ref = await upload(server, aFile({ name: 'a.pdf' }))
  const saved = await saveFileV2(http, { s3ref, filename: 'a.pdf' })
  await addRelations(http, entity, [{ entity_id: saved._id, attribute: '_files' }])

  const reservation = server.world.reservations.get(`${s3ref.bucket}/${s3ref.key}`)

  expect(reservation).toMatchObject({ operation: 'uploadFileV2', filename: 'a.pdf', savedAs: [saved._id] })
  expect(server.world.relations.get(`${entity.slug}/${entity.id}`)?.[0]?.entity_id).toBe(saved._id)
})

it('keeps the bytes in another store where it is given one', async () => {
  const kept: string[] = []
  const server = createFileServer({
    storage: {
      presignPut: ({ contentType }) => Promise.resolve(`https://s3.example/put?type=${contentType}`),
      presignGet: ({ filename, attachment }) =>
        `https://s3.example/get?name=${filename}&attachment=${attachment}`,
      copy: (from, to) => void kept.push(`${from.key} -> ${to.key}`),
      delete: ({ key }) => void kept.push(`delete ${key}`),
      size: () => Promise.resolve(99),
    },
  })
  const { http } = clientOf(server)

  const { s3ref, upload_url } = await uploadFileV2(http, { filename: 'a.pdf', mime_type: 'text/plain' })
  const saved = await saveFileV2(http, { s3ref, filename: 'a.pdf' })
  const download_url = await downloadFile(http, saved._id, { attachment: false })

  expect(upload_url).toBe('https://s3.example/put?type=text/plain')
  expect(download_url).toBe('https://s3.example/get?name=a.pdf&attachment=false')
  expect(saved.size_bytes).toBe(99)
  expect(kept).toEqual([`${s3ref.key} -> ${saved.s3ref?.key}`, `delete ${s3ref.key}`])
  expect(() => server.contentOf(saved)).toThrow(/holds no bytes/)
})

it('forgets everything when it is reset, and ends what hangs', async () => {
  const server = createFileServer()
  const file = server.addFile()
  const { http } = clientOf(server)
  server.failNext('getFile', 'hang')
  const hanging = getFile(http, file._id, { signal: never })
  await expect.poll(() => server.ledger.count()).toBe(1)

  server.reset()

  await expect(hanging).rejects.toMatchObject({ code: 'network' })
  expect(server.files()).toEqual([])
  expect(server.ledger.calls()).toEqual([])
})
