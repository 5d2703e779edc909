import { expect, it } from 'vitest'
import type { SubmissionPayload } from '../../src/core.js'
import { createFileClient, createSubmission, storedFiles, toSubmissionFiles } from '../../src/core.js'
import type { FileServer } from '../../src/testing.js'
import { aFile, createFileServer } from '../../src/testing.js'
import { upload } from './client-of.js'

it('takes a journey from the visitor to the files of the submission, without a token anywhere', async () => {
  const server = createFileServer()
  const client = createFileClient({ fetch: server.fetch, putBlob: server.putBlob })
  const uploads = client.uploads.add([aFile({ name: 'roof.jpg' }), aFile({ name: 'meter.jpg' })], {
    scope: 'journey',
    mode: 'journey',
  })
  await expect.poll(() => storedFiles(uploads)).toHaveLength(2)

  await createSubmission(client.http, {
    ...payload,
    entities: [
      {
        _schema: 'submission',
        roof: 'flat',
        files: toSubmissionFiles(storedFiles(uploads), { tags: ['solar'], relationTags: ['photos'] }),
      },
    ],
  })

  const [submission] = server.submissions()
  const files = server.filesOf({ slug: 'submission', id: submission!.id })
  expect(submission?.payload.entities).toMatchObject([{ roof: 'flat' }])
  expect(files.map(({ filename, _tags }) => [filename, _tags])).toEqual([
    ['roof.jpg', ['solar']],
    ['meter.jpg', ['solar']],
  ])
  expect(server.world.relations.get(`submission/${submission!.id}`)).toMatchObject([
    { attribute: '_files', _tags: ['photos'] },
    { attribute: '_files', _tags: ['photos'] },
  ])
  expect(server.ledger.calls().filter(({ isAuthorized }) => isAuthorized)).toEqual([])
})

it.each([
  ['nothing', 'empty', undefined],
  ['an id', 'submission-id', expect.any(String)],
] as const)('answers %s where it is told to', async (_, submissionAnswer, submission_id) => {
  const server = createFileServer({ answers: { submissionAnswer } })

  const receipt = await createSubmission(httpOf(server), payload)

  expect(receipt).toEqual({ submission_id })
  if (receipt.submission_id) expect(server.submissions()[0]?.id).toBe(receipt.submission_id)
})

it('shows a journey that was handed in twice, with its files twice', async () => {
  const server = createFileServer()
  const s3ref = await upload(server, aFile({ name: 'roof.jpg' }))
  const twice = { ...payload, entities: [{ _schema: 'submission' as const, files: [{ s3ref }] }] }

  await createSubmission(httpOf(server), twice)
  await createSubmission(httpOf(server), twice)

  expect(server.submissions()).toHaveLength(2)
  expect(server.files().map(({ filename }) => filename)).toEqual(['roof.jpg', 'roof.jpg'])
})

it.each([
  ['without a source', { source_id: '' }, 'source_type and source_id'],
  ['without an entity', { entities: [] }, 'entities must be 1 to 10'],
  [
    'with too many of them',
    { entities: Array(11).fill({ _schema: 'submission' }) },
    'entities must be 1 to 10',
  ],
  ['without an organisation', { organization_id: '' }, 'organization_id'],
  [
    'with a file that is not there any more',
    { entities: [{ _schema: 'submission', files: [{ s3ref: { bucket: 'b', key: 'gone' } }] }] },
    'gone does not exist',
  ],
])('refuses a submission %s, and keeps nothing of it', async (_, wrong, message) => {
  const server = createFileServer()

  await expect(createSubmission(httpOf(server), { ...payload, ...wrong })).rejects.toMatchObject({
    code: 'bad-request',
    message: expect.stringContaining(message),
  })

  expect(server.submissions()).toEqual([])
})

it('has taken what it lost the answer to, and forgets it when told to', async () => {
  const server = createFileServer()
  server.failNext('createSubmission', 'lost-answer')

  await expect(createSubmission(httpOf(server), payload)).rejects.toMatchObject({ code: 'network' })
  expect(server.submissions()).toHaveLength(1)

  server.reset()
  expect(server.submissions()).toEqual([])
})

const payload: SubmissionPayload = {
  organization_id: '123',
  source_type: 'api',
  source_id: 'solar-quote',
  entities: [{ _schema: 'submission', description: 'Solar quote' }],
}

function httpOf(server: FileServer) {
  return createFileClient({ fetch: server.fetch }).http
}
