import { expect, it } from 'vitest'
import type { SubmissionPayload } from '../../src/core.js'
import { createFileClient, createSubmission, toSubmissionFiles } from '../../src/core.js'
import { answer, scriptedFetch } from './scripted-fetch.js'

const payload: SubmissionPayload = {
  organization_id: '123',
  source_type: 'api',
  source_id: 'solar-quote',
  entities: [{ _schema: 'submission', description: 'Solar quote', roof: 'flat' }],
}

it('hands in a journey without a token, even where one could be had', async () => {
  const { fetch, asked } = scriptedFetch(answer({ submission_id: 's1' }, 201))
  let tokens = 0
  const getToken = () => `token ${(tokens += 1)}`
  const { http } = createFileClient({ fetch, getToken, submissionUrl: 'https://submission.test/' })

  await expect(createSubmission(http, payload)).resolves.toEqual({ submission_id: 's1' })

  expect(asked).toMatchObject([
    { method: 'POST', url: 'https://submission.test/v1/submission/submissions', body: payload },
  ])
  expect(asked[0]?.headers).not.toHaveProperty('authorization')
  expect(tokens).toBe(0)
})

it.each([
  ['nothing', new Response(null, { status: 201 })],
  ['an empty object', answer({}, 201)],
  ['an id that is none', answer({ submission_id: 5 }, 201)],
])('takes %s for a submission that has arrived', async (_, response) => {
  const { http } = createFileClient({ fetch: scriptedFetch(response).fetch })

  await expect(createSubmission(http, payload)).resolves.toEqual({ submission_id: undefined })
})

it('takes the page of a proxy for nothing that has arrived', async () => {
  const { http } = createFileClient(scriptedFetch(new Response('<h1>Sign in to this network</h1>')))

  await expect(createSubmission(http, payload)).rejects.toMatchObject({ code: 'bad-answer', step: 'submit' })
})

it('says which step was refused, and why', async () => {
  const { fetch } = scriptedFetch(answer({ status: 400, error: 'Bad Request: no such organization' }, 400))
  const { http } = createFileClient({ fetch })

  await expect(createSubmission(http, payload)).rejects.toMatchObject({
    code: 'bad-request',
    step: 'submit',
    message: expect.stringContaining('no such organization'),
  })
})

it('names each stored file once, with its tags and labels', () => {
  const s3ref = { bucket: 'b', key: '123/temp/1/Stra%C3%9Fe%201.pdf' }
  const other = { bucket: 'b', key: '123/temp/2/b.pdf' }
  const files = [
    { s3ref, filename: 'Straße 1.pdf', contentType: 'application/pdf', size: 5 },
    { s3ref: other, filename: 'b.pdf' },
    { s3ref: { ...s3ref }, filename: 'Straße 1.pdf' },
  ]

  expect(toSubmissionFiles(files)).toEqual([
    { s3ref, filename: 'Straße 1.pdf' },
    { s3ref: other, filename: 'b.pdf' },
  ])
  expect(toSubmissionFiles(files.slice(1, 2), { tags: ['meter'], relationTags: ['meter photo'] })).toEqual([
    { s3ref: other, filename: 'b.pdf', _tags: ['meter'], relation_tags: ['meter photo'] },
  ])
})
