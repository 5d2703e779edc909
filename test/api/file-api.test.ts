import { expect, it } from 'vitest'
import type { Http } from '../../src/core.js'
import {
  createFileClient,
  downloadFile,
  getFile,
  saveFileV2,
  uploadFilePublic,
  uploadFileV2,
} from '../../src/core.js'
import { answer, scriptedFetch } from './scripted-fetch.js'

const s3ref = { bucket: 'b', key: 'k' }
const upload_url = 'https://s3.example/k'
const payload = { filename: 'a.pdf', mime_type: 'application/pdf' }

it('answers an upload with the link and nothing else', async () => {
  const http = answering({ s3ref, upload_url, public_url: 'https://s3.example/public' })

  await expect(uploadFileV2(http, payload)).resolves.toEqual({ s3ref, upload_url })
})

it.each([
  ['an s3ref', { upload_url }],
  ['a key in the s3ref', { s3ref: { bucket: 'b' }, upload_url }],
  ['an upload_url', { s3ref }],
  ['a usable upload_url', { s3ref, upload_url: 'javascript:alert(1)' }],
  ['a whole upload_url', { s3ref, upload_url: '/k' }],
])('refuses an upload link without %s', async (_, body) => {
  await expect(uploadFileV2(answering(body), payload)).rejects.toMatchObject({
    code: 'bad-answer',
    step: 'reserve',
    message: expect.stringContaining('uploadFileV2 answered without an s3ref and an upload_url'),
  })
})

it('tells the error that a good answer holds', async () => {
  const http = answering({ error: 'the preparation failed' }, 201)

  await expect(uploadFilePublic(http, payload)).rejects.toMatchObject({
    code: 'bad-answer',
    message: expect.stringContaining('the preparation failed'),
  })
})

it('passes every attribute on when it saves', async () => {
  const { fetch, asked } = scriptedFetch(answer({ _id: 'f1', filename: 'a.pdf' }))
  const { http } = createFileClient({ fetch, getToken: () => 't' })
  const attributes = {
    filename: 'a.pdf',
    access_control: 'private',
    _tags: ['meter'],
    external_id: '42',
  } as const

  await saveFileV2(http, { s3ref, ...attributes })

  expect(asked[0]?.body).toEqual({ s3ref, ...attributes })
})

it('names a file whose entity has no name', async () => {
  await expect(saveFileV2(answering({ _id: 'f1' }), { s3ref, filename: 'a.pdf' })).resolves.toMatchObject({
    filename: 'a.pdf',
  })
  await expect(getFile(answering({ _id: 'f1' }), 'f1')).resolves.toMatchObject({ filename: 'f1' })
})

it('keeps attributes it does not know', async () => {
  const entity = { _id: 'f1', filename: 'a.pdf', something_new: true }

  await expect(getFile(answering(entity), 'f1')).resolves.toEqual(entity)
})

it('asks for the latest version as a download, or for what it is told', async () => {
  const { fetch, asked } = scriptedFetch(
    answer({ download_url: upload_url }),
    answer({ download_url: upload_url }),
  )
  const { http } = createFileClient({ fetch, getToken: () => 't' })

  await downloadFile(http, 'f1')
  await downloadFile(http, 'f1', { version: 2, attachment: false })

  expect(asked.map(({ url }) => new URL(url).search)).toEqual([
    '?version=0&attachment=true',
    '?version=2&attachment=false',
  ])
})

it('hands a download link on exactly as it came', async () => {
  const download_url = 'https://archive.example/get?b=%2F&a=1&signature=x%3D'

  await expect(downloadFile(answering({ download_url }), 'f1')).resolves.toBe(download_url)
})

it.each([
  ['a script', 'javascript:alert(document.cookie)'],
  ['a script behind spaces', ' \tjavascript:alert(1)'],
  ['a data URL', 'data:text/html,<script>alert(1)</script>'],
  ['a blob of somebody', 'blob:https://app.example/1'],
  ['a file', 'file:///etc/passwd'],
  ['a relative path', '/download'],
  ['nothing', undefined],
  ['no text', { href: 'https://s3.example' }],
])('refuses a download link that is %s', async (_, download_url) => {
  await expect(downloadFile(answering({ download_url }), 'f1')).rejects.toMatchObject({
    code: 'bad-answer',
    step: 'download',
  })
})

function answering(body: object, status = 200): Http {
  return createFileClient({ fetch: scriptedFetch(answer(body, status)).fetch, getToken: () => 't' }).http
}
