import { expect, it } from 'vitest'
import { createFileClient, getFile, saveFileV2, uploadFilePublic, uploadFileV2 } from '../../src/core.js'
import { aFile, createFileServer } from '../../src/testing.js'

// Where epilot's documents disagree, the client takes either. The bodies are the documents' own examples.

const key = '123/temp/f5e1c2be-7392-4a0d-8c45-236743423733/example.pdf'
const s3ref = { bucket: 'epilot-prod-user-content', key }
const upload_url = `https://epilot-prod-user-content.s3.eu-central-1.amazonaws.com/${key}?X-Amz-Expires=360`
const public_url = `https://epilot-prod-user-content.s3.eu-central-1.amazonaws.com/${key}`
const saved = {
  _id: 'ef7d985c-2385-44f4-9c71-ae06a52264f8',
  filename: 'example.pdf',
  access_control: 'private',
  type: 'document',
  mime_type: 'application/pdf',
  versions: [],
}

it.each([200, 201])('takes %i for a saved file', async (status) => {
  await expect(saveFileV2(answering(saved, status), { s3ref, filename: 'example.pdf' })).resolves.toEqual(
    saved,
  )
})

it.each([200, 201])('takes %i for a public upload link', async (status) => {
  await expect(uploadFilePublic(answering({ s3ref, upload_url }, status), payload())).resolves.toEqual({
    s3ref,
    upload_url,
  })
})

it('takes an upload link with a public_url and without one', async () => {
  await expect(uploadFileV2(answering({ s3ref, upload_url, public_url }), payload())).resolves.toMatchObject({
    s3ref,
  })
  await expect(uploadFileV2(answering({ s3ref, upload_url }), payload())).resolves.toMatchObject({ s3ref })
})

it('takes a public upload for failed that says so inside a 201', async () => {
  await expect(
    uploadFilePublic(answering({ error: 'Upload preparation failed' }, 201), payload()),
  ).rejects.toMatchObject({
    code: 'bad-answer',
    message: expect.stringContaining('Upload preparation failed'),
  })
})

it.each([
  ['a size of 0', { ...saved, size_bytes: 0 }],
  ['no size', saved],
  ['a public_url', { ...saved, public_url }],
  ['neither type nor versions', { _id: saved._id, filename: saved.filename }],
])('takes a file with %s as it is', async (_, file) => {
  await expect(getFile(answering(file), saved._id)).resolves.toEqual(file)
})

it.each([
  ['of the File API', 'epilot-prod-user-content', key],
  ['of the journeys', 'epilot-user-content', 'temp/123/4d689aeb-1497-4410-a9fe-b36ca9ac4389/document.pdf'],
  ['with an encoded name', 'epilot-prod-user-content', '123/temp/4d689aeb/Stra%C3%9Fe%201.pdf'],
  ['like nothing documented', 'b', '?a=b&c#d/../e f'],
])('hands an s3ref on exactly as it came: %s', async (_, bucket, oddKey) => {
  const asked: unknown[] = []
  const fetch: typeof globalThis.fetch = async (...request) => {
    asked.push(await new Request(...request).json())
    return Response.json(asked.length === 1 ? { s3ref: { bucket, key: oddKey }, upload_url } : saved, {
      status: 201,
    })
  }
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  const link = await uploadFileV2(http, payload())
  await saveFileV2(http, { s3ref: link.s3ref, filename: 'example.pdf' })

  expect(asked[1]).toMatchObject({ s3ref: { bucket, key: oddKey } })
})

it('takes a file on its whole way either way', async () => {
  for (const answers of [{}, { saveStatus: 201, publicUrl: 'always', size: 'unknown' }] as const) {
    const server = createFileServer({ answers })
    const client = createFileClient({ getToken: () => 't', fetch: server.fetch, putBlob: server.putBlob })

    const [upload] = client.uploads.add([aFile()], { scope: 'docs' })

    await expect.poll(() => upload?.state.getState().status).toBe('done')
  }
})

function payload() {
  return { filename: 'example.pdf', mime_type: 'application/pdf' }
}

function answering(body: object, status = 201) {
  return createFileClient({ fetch: async () => Response.json(body, { status }), getToken: () => 't' }).http
}
