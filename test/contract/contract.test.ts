import { expect, it } from 'vitest'
import { relatingEntities } from '../../src/api/relating-entities.js'
import type { EntityRef, FileClient, FileEntity, Http, S3Ref } from '../../src/core.js'
import {
  addRelations,
  createFileClient,
  createSubmission,
  createZipJob,
  deleteEntityFile,
  deleteFile,
  deleteRelation,
  downloadFile,
  getFile,
  getFilePreview,
  getPublicPortalConfig,
  getRelationsV3,
  generatePublicLink,
  getSchema,
  getZipJob,
  listChangesets,
  listPublicLinksForFile,
  loadFilePreview,
  revokePublicLink,
  saveEntityFile,
  saveFileV2,
  saveFileVersion,
  searchEntities,
  searchFiles,
  searchPortalFiles,
  toSubmissionFiles,
  trackFileDownloaded,
  updateFile,
  updateRelation,
  uploadFilePublic,
  uploadFileV2,
} from '../../src/core.js'
import type { FileServerOptions, Operation, SchemaSeed } from '../../src/testing.js'
import { aFile, anEntity, createFileServer } from '../../src/testing.js'
import type { Exchange } from './official-api.js'
import { createJudge, recordingFetch } from './official-api.js'

const judge = await createJudge()
const payload = { filename: 'Straße 1.pdf', mime_type: 'application/pdf' }

/** Every operation that this library calls, asked in the fullest way it ever asks. */
const asks: Record<Exclude<Operation, 'put' | 'get' | 'file-proxy'>, (at: Scene) => Promise<unknown>> = {
  uploadFileV2: ({ http }) => uploadFileV2(http, payload),
  uploadFilePublic: ({ http }) => uploadFilePublic(http, payload),
  saveFileV2: ({ http, s3ref }) =>
    saveFileV2(http, {
      ...payload,
      s3ref,
      type: 'document',
      access_control: 'public-read',
      _tags: ['meter'],
      _purpose: ['8d396871-95a0-4c9d-bb4d-9eda9c35776c'],
      shared_with_end_customer: true,
    }),
  generatePublicLink: ({ http, fileId }) => generatePublicLink(http, fileId),
  listPublicLinksForFile: ({ http, shared }) => listPublicLinksForFile(http, shared.fileId),
  revokePublicLink: ({ http, shared }) => revokePublicLink(http, shared.linkId),
  getFile: ({ http, fileId }) => getFile(http, fileId),
  deleteFile: ({ http, fileId }) => deleteFile(http, fileId),
  downloadFile: ({ http, fileId }) => downloadFile(http, fileId, { version: 0, attachment: false }),
  previewFile: ({ client, fileId }) =>
    loadFilePreview(client, { _id: fileId, filename: payload.filename }, { widthPx: 480 }),
  createZipJob: ({ http, fileId }) =>
    createZipJob(http, { file_entity_ids: [fileId], zip_filename: 'Opportunity 1043.zip' }),
  getZipJob: ({ http, jobId }) => getZipJob(http, jobId),
  addRelations: ({ http, entity, fileId }) =>
    addRelations(http, entity, [
      { entity_id: fileId, attribute: 'contracts', _schema: 'file', _tags: ['signed'] },
    ]),
  getRelationsV3: ({ http, entity }) => getRelationsV3(http, entity, { from: 0, size: 100 }),
  searchEntities: ({ http }) =>
    searchEntities(http, { q: '_schema:file AND Straße', from: 0, size: 5, sort: '_created_at:desc' }),
  deleteRelation: ({ http, entity, fileId }) => deleteRelation(http, entity, fileId),
  updateRelation: ({ http, entity, fileId }) => updateRelation(http, entity, fileId, { _tags: ['signed'] }),
  getSchema: ({ http }) => getSchema(http, 'opportunity'),
  listChangesets: ({ http, entity }) => listChangesets(http, entity),
  createSubmission: ({ http, s3ref }) =>
    createSubmission(http, {
      organization_id: '123',
      source_type: 'journey',
      source_id: 'ce99875f-fba9-4fe2-a8f9-afaf52059051',
      journey_submit_id: '42',
      opt_ins: [{ topic: 'EMAIL_MARKETING', identifier: 'visitor@example.com', meta: { channel: 'web' } }],
      entities: [
        {
          _schema: 'submission',
          description: 'Solar quote',
          roof: 'flat',
          files: toSubmissionFiles([{ s3ref, filename: payload.filename }], {
            tags: ['meter'],
            relationTags: ['meter photo'],
          }),
        },
      ],
    }),
  saveEntityFile: ({ http, entity, s3ref }) =>
    saveEntityFile(http, entity, [{ filename: payload.filename, s3ref }]),
  deleteEntityFile: ({ http, entity, fileId }) => deleteEntityFile(http, entity, [fileId, fileId]),
  searchPortalUserEntities: ({ http, entity }) =>
    searchPortalFiles(http, { entity, text: 'Straße', from: 0, size: 5 }),
  getFilePreview: ({ http, fileId }) => getFilePreview(http, fileId),
  trackFileDownloaded: ({ http, fileId }) => trackFileDownloaded(http, fileId),
  getPublicPortalConfig: ({ http }) =>
    getPublicPortalConfig(http, {
      organizationId: '123',
      portalId: '453ad7bf-86d5-46c8-8252-bcc868df5e3c',
    }),
}

const needNoToken = ['uploadFilePublic', 'createSubmission', 'getPublicPortalConfig']

it.each(Object.entries(asks))(
  'asks %s as the official document says, and is answered so',
  async (operation, ask) => {
    const { scene, exchanges } = await arrange()

    await ask(scene)

    expect(exchanges).toHaveLength(1)
    expect(exchanges.flatMap(judge)).toEqual([])
    expect(scene.server.ledger.calls().at(-1)).toMatchObject({ operation, status: exchanges[0]?.status })
  },
)

it.each(Object.entries(asks))(
  'judges %s right too where the server follows the docs page',
  async (_, ask) => {
    const { scene, exchanges } = await arrange({
      answers: {
        saveStatus: 201,
        publicUploadStatus: 200,
        publicUrl: 'always',
        size: 'unknown',
        relationsFrom: 'page',
        submissionAnswer: 'submission-id',
      },
    })

    await ask(scene)

    expect(exchanges.flatMap(judge)).toEqual([])
  },
)

it.each(Object.entries(asks).filter(([operation]) => !needNoToken.includes(operation)))(
  'refuses %s without a good token as the official document says',
  async (_, ask) => {
    const { scene, exchanges } = await arrange()
    const { server } = scene
    const recorder = recordingFetch(createFileServer({ acceptsToken: () => false }).fetch)
    const client = createFileClient({ getToken: () => 'token', fetch: recorder.fetch })

    await expect(ask({ ...scene, client, http: client.http })).rejects.toMatchObject({ code: 'unauthorized' })

    expect(server.files()).toHaveLength(1)
    expect(exchanges).toEqual([])
    expect(recorder.exchanges.map(({ status }) => status)).toEqual([401, 401])
    expect(recorder.exchanges.flatMap(judge)).toEqual([])
  },
)

it('answers what is not there as the official document says', async () => {
  const { scene, exchanges } = await arrange()
  const { client, http, entity } = scene
  const nobody = 'ef7d985c-2385-44f4-9c71-ae06a52264f8'

  await expect(getFile(http, nobody)).rejects.toMatchObject({ code: 'not-found' })
  await expect(downloadFile(http, nobody)).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    addRelations(http, entity, [{ entity_id: nobody, attribute: '_files' }]),
  ).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(deleteRelation(http, entity, nobody)).rejects.toMatchObject({ code: 'not-found' })
  await expect(updateRelation(http, entity, nobody, { _tags: [] })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(loadFilePreview(client, { _id: nobody, filename: 'a.pdf' })).resolves.toBeNull()
  await expect(getFilePreview(http, nobody)).rejects.toMatchObject({ code: 'not-found' })
  await expect(trackFileDownloaded(http, nobody)).rejects.toMatchObject({ code: 'not-found' })
  await expect(deleteEntityFile(http, entity, [nobody])).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    saveEntityFile(http, entity, [{ filename: 'a.pdf', s3ref: { bucket: 'b', key: 'gone' } }]),
  ).rejects.toMatchObject({ code: 'not-found' })
  await expect(
    saveFileV2(http, { s3ref: { bucket: 'b', key: 'gone' }, filename: 'a.pdf' }),
  ).rejects.toMatchObject({ code: 'not-found' })

  expect(exchanges.flatMap(judge)).toEqual([])
})

it.each(['user', 'journey'] as const)('takes a file on its whole way rightly, as a %s', async (mode) => {
  const server = createFileServer()
  const { fetch, exchanges } = recordingFetch(server.fetch)
  const client = createFileClient({ getToken: () => 'token', fetch, putBlob: server.putBlob })

  const [upload] = client.uploads.add([aFile({ name: 'ohne Typ', type: '' })], {
    scope: 'contract',
    mode,
    ...(mode === 'user' && { entity: anEntity() }),
    save: { _tags: ['meter'] },
  })

  await expect.poll(() => upload?.state.getState().status).toBe('done')
  expect(exchanges).toHaveLength(mode === 'user' ? 3 : 1)
  expect(exchanges.flatMap(judge)).toEqual([])
})

it('tells of changes that wait for approval as the official document says', async () => {
  const { scene, exchanges } = await arrange()
  const { http, fileId } = scene
  const entity = { ...scene.entity, attribute: 'offer' }

  const outcome = await addRelations(http, entity, [{ entity_id: fileId, attribute: 'offer' }])
  const changesets = await listChangesets(http, entity)

  expect(outcome).toEqual({ status: 'pending', changesets })
  expect(exchanges.flatMap(judge)).toEqual([])
})

it('asks what a file is attached to as the official document says, and is answered so', async () => {
  const { scene, exchanges } = await arrange()
  const { server, http, entity, fileId } = scene
  server.nameEntity(entity, 'Roof of the school')
  server.relate({ slug: 'file', id: 'ef7d985c-2385-44f4-9c71-ae06a52264f8' }, [{ _id: fileId }])

  const { entities } = await relatingEntities(http, fileId)

  expect(entities).toEqual([{ slug: entity.slug, id: entity.id, title: 'Roof of the school' }])
  expect(exchanges.flatMap(judge)).toEqual([])
})

it('searches by type and tag as the official document says', async () => {
  const { scene, exchanges } = await arrange()

  const { hits } = await searchFiles(scene.http, { types: ['pdf', 'link'], anyOfTags: ['a', 'b'] })

  expect(hits).toBe(0)
  expect(exchanges.flatMap(judge)).toEqual([])
})

it('finds the portal of an older address by its origin', async () => {
  const { scene, exchanges } = await arrange()

  const config = await getPublicPortalConfig(scene.http, {
    organizationId: '123',
    origin: 'END_CUSTOMER_PORTAL',
  })

  expect(config.allowed_file_extensions).toEqual({ document: ['pdf'], image: ['jpg'] })
  expect(exchanges.flatMap(judge)).toEqual([])
})

it('judges a preview right that needs the token', async () => {
  const { scene, exchanges } = await arrange()
  const { server, http, entity } = scene
  const external = {
    filename: 'bill.pdf',
    shared_with_end_customer: true,
    custom_download_url: 'https://erp-file-proxy.sls.epilot.io/download?id=7',
    custom_download_url_auth: 'token' as const,
  }
  const bill = server.addFile(external)
  server.relate(entity, [bill])

  const preview = await getFilePreview(http, bill._id)

  expect(preview).toMatchObject({ kind: 'pdf', requiresAuth: true })
  expect(exchanges.flatMap(judge)).toEqual([])
})

it.each([false, true])(
  'makes a new version as the official document says (as on the docs page: %s)',
  async (isDocs) => {
    const answers = isDocs ? ({ saveStatus: 201, publicUrl: 'always', size: 'unknown' } as const) : {}
    const { scene, exchanges } = await arrange({ answers })
    const { http, s3ref, fileId } = scene

    const file = await saveFileVersion(http, { ...payload, _id: fileId, s3ref, access_control: 'private' })
    await expect(
      saveFileVersion(http, { ...payload, _id: 'ef7d985c-2385-44f4-9c71-ae06a52264f8', s3ref }),
    ).rejects.toMatchObject({ code: 'not-found' })

    expect(file).toMatchObject({ _id: fileId, versions: { length: 2 } })
    expect(exchanges.flatMap(judge)).toEqual([])
  },
)

it.each(['presigned', 'token'] as const)(
  'saves an external file as the official document says, its server asking for a %s',
  async (custom_download_url_auth) => {
    const { scene, exchanges } = await arrange()

    const { _id } = await saveFileV2(scene.http, {
      custom_download_url: 'https://archive.example/get?id=42',
      custom_download_url_auth,
      filename: 'old.pdf',
      access_control: 'private',
      _tags: ['meter'],
      upload_id: '42-1',
    })
    await downloadFile(scene.http, _id)

    expect(exchanges.map(({ requestBody }) => requestBody)[0]).toMatchObject({ custom_download_url_auth })
    expect(exchanges).toHaveLength(2)
    expect(exchanges.flatMap(judge)).toEqual([])
  },
)

it('is told as the official document says where public links cannot be listed or revoked yet', async () => {
  const { scene, exchanges } = await arrange({ answers: { publicLinks: 'not-implemented' } })
  const { http, shared } = scene

  await expect(listPublicLinksForFile(http, shared.fileId)).rejects.toMatchObject({ status: 501 })
  await expect(revokePublicLink(http, shared.linkId)).rejects.toMatchObject({ status: 501 })

  expect(exchanges.flatMap(judge)).toEqual([])
})

it.each<Partial<FileEntity>>([
  { access_control: 'public-read', _tags: ['meter'], _purpose: ['8d396871-95a0-4c9d-bb4d-9eda9c35776c'] },
  {
    custom_download_url: 'https://archive.example/get?id=42',
    custom_download_url_auth: 'token',
    versions: [],
  },
])('renames a file as the official document says, and sends back what it has: %j', async (seed) => {
  const { scene, exchanges } = await arrange()
  const { server, http } = scene
  const before = server.addFile({ ...seed, filename: 'old.pdf', shared_with_end_customer: true })

  const file = await updateFile(http, await getFile(http, before._id), { filename: 'Straße 1.pdf' })
  await expect(
    updateFile(http, { ...before, _id: 'ef7d985c-2385-44f4-9c71-ae06a52264f8' }, { _tags: [] }),
  ).rejects.toMatchObject({ code: 'not-found', step: 'update' })

  expect(file).toMatchObject({ ...seed, filename: 'Straße 1.pdf', versions: before.versions ?? [] })
  const { _id, type, mime_type, access_control } = before
  const { versions: _none, ...said } = seed
  expect(exchanges[1]?.requestBody).toEqual({
    _id,
    type,
    mime_type,
    access_control,
    shared_with_end_customer: true,
    ...said,
    filename: 'Straße 1.pdf',
  })
  expect(exchanges.flatMap(judge)).toEqual([])
})

it.each<[string, Partial<Exchange>, string]>([
  [
    'an upload without a name',
    { requestBody: { mime_type: 'a/b' } },
    "must have required property 'filename'",
  ],
  ['a name that is no text', { requestBody: { filename: 5 } }, 'must be string'],
  [
    'an operation that does not exist',
    { url: 'https://file.sls.epilot.io/v2/files/up', method: 'PUT' },
    "none of epilot's operations",
  ],
  ['a host that is not asked', { url: 'https://file.example/v2/files/upload' }, "none of epilot's hosts"],
  [
    'a token operation without a token',
    { headers: { 'content-type': 'application/json' } },
    'lacks its token',
  ],
  [
    'a public operation with a token',
    { url: 'https://file.sls.epilot.io/v1/files/public/upload' },
    'needs no token',
  ],
  ['an undocumented status', { status: 299 }, 'response 299 is not documented'],
  [
    'an answer of another shape',
    { responseBody: { s3ref: { bucket: 'b' } } },
    "must have required property 'key'",
  ],
])('is not blind: it refuses %s', async (_, wrong, problem) => {
  const { scene, exchanges } = await arrange()
  await asks.uploadFileV2(scene)
  const [right] = exchanges

  const problems = judge({ ...right!, ...wrong })

  expect(judge(right!)).toEqual([])
  expect(problems.join()).toContain(problem)
})

it.each<[string, keyof typeof asks, (exchange: Exchange) => Exchange, string]>([
  ['a page beyond the limit', 'getRelationsV3', withUrl('size=100', 'size=1001'), 'must be <= 1000'],
  [
    'a mode that does not exist',
    'getRelationsV3',
    withUrl('mode=direct', 'mode=all'),
    'must be equal to one of',
  ],
  ['an entity id that is none', 'addRelations', withUrl(/[\da-f-]{36}/, '42'), 'must match format "uuid"'],
  [
    'a relation without an attribute',
    'addRelations',
    withBody([{ entity_id: 'f' }]),
    "required property 'attribute'",
  ],
  ['a single relation', 'addRelations', withBody({}), 'must be array'],
  ['a search without a query', 'searchEntities', withBody({ size: 5 }), "required property 'q'"],
  ['an unknown search option', 'searchEntities', withBody({ q: '*', limit: 5 }), 'additional properties'],
  [
    'an access control of our own',
    'saveFileV2',
    withBody({ access_control: 'secret' }),
    'must be equal to one of',
  ],
  ['a yes that is none', 'downloadFile', withUrl('attachment=false', 'attachment=no'), 'must be boolean'],
  ['a file id that is none', 'getFile', withUrl(/[\da-f-]{36}/, 'f1'), 'must match format "uuid"'],
  ['labels that are no list', 'updateRelation', withBody({ _tags: 'signed' }), 'must be array'],
  ['other news of a relation', 'updateRelation', withBody({ attribute: 'a' }), 'additional properties'],
  ['a submission of nothing', 'createSubmission', withBody({ source_type: 'api' }), "property 'source_id'"],
  [
    'a submitted file without a place',
    'createSubmission',
    withBody({ source_type: 'a', source_id: 'b', entities: [{ _schema: 'submission', files: [{}] }] }),
    "required property 's3ref'",
  ],
  ['an entity without a kind', 'saveEntityFile', withBody({ files: [] }), "required property 'entity_id'"],
  [
    'no file to delete',
    'deleteEntityFile',
    withBody({
      entity_id: 'ef7d985c-2385-44f4-9c71-ae06a52264f8',
      entity_type: 'order',
      file_entity_ids: [],
    }),
    'fewer than 1 items',
  ],
  ['a portal search of nothing', 'searchPortalUserEntities', withBody({}), "required property 'slug'"],
  ['a preview of no kind', 'getFilePreview', withAnswer({ kind: 'video' }), 'must be equal to one of'],
  ['results that are no list', 'searchPortalUserEntities', withAnswer({ results: {} }), 'must be array'],
  ['an organisation that is not named', 'getPublicPortalConfig', withUrl('org_id=123&', ''), "'org_id'"],
])('is not blind: it refuses %s', async (_, operation, spoil, problem) => {
  const { scene, exchanges } = await arrange()
  await asks[operation](scene)

  const problems = judge(spoil(exchanges[0]!))

  expect(problems.join()).toContain(problem)
})

const schema: SchemaSeed = {
  slug: 'opportunity',
  attributes: [
    { name: 'offer', edit_mode: 'approval', allowed_extensions: ['pdf'], file_size_bytes: 5_000_000 },
    { name: 'photo', type: 'image', default_access_control: 'public-read', enable_description: true },
  ],
}

interface Scene {
  readonly server: ReturnType<typeof createFileServer>
  readonly client: FileClient
  readonly http: Http
  readonly entity: EntityRef
  /** Bytes that lie at S3. */
  readonly s3ref: S3Ref
  /** A file that anyone gets by a link. */
  readonly shared: { readonly fileId: string; readonly linkId: string }
  /** A file that is related to the entity. */
  readonly fileId: string
  /** An archive that was asked for. */
  readonly jobId: string
}

async function arrange(options: FileServerOptions = {}) {
  const server = createFileServer({
    schemas: [schema],
    portal: { config: { allowed_file_extensions: { document: ['pdf'], image: ['jpg'] } } },
    ...options,
  })
  const { http: unseen } = createFileClient({ getToken: () => 'token', fetch: server.fetch })
  const { s3ref, upload_url } = await uploadFileV2(unseen, payload)
  const { signal } = new AbortController()
  const contentType = payload.mime_type
  await server.putBlob({ url: upload_url, body: aFile(), contentType, signal, onProgress: () => {} })
  const entity = anEntity()
  const preview = new Blob(['pixels'], { type: 'image/png' })
  const file = server.addFile({ filename: payload.filename, shared_with_end_customer: true }, { preview })
  server.relate(entity, [file])

  const { job_id: jobId } = await createZipJob(unseen, { file_entity_ids: [file._id] })
  const { id: linkId } = await generatePublicLink(unseen, file._id)

  const { fetch, exchanges } = recordingFetch(server.fetch)
  const client = createFileClient({ getToken: () => 'token', fetch })
  const { http } = client
  const fileId = file._id
  const shared = { fileId, linkId }
  return {
    scene: { server, client, http, entity, s3ref, fileId, shared, jobId } satisfies Scene,
    exchanges,
  }
}

function withUrl(from: string | RegExp, to: string) {
  return (exchange: Exchange): Exchange => ({ ...exchange, url: exchange.url.replace(from, to) })
}

function withAnswer(responseBody: unknown) {
  return (exchange: Exchange): Exchange => ({ ...exchange, responseBody })
}

function withBody(requestBody: unknown) {
  return (exchange: Exchange): Exchange => ({ ...exchange, requestBody })
}
