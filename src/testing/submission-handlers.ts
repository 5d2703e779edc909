import type { RequestHandler } from 'msw'
import { http } from 'msw'
import { isS3Ref } from '../api/expect.js'
import type { SubmissionFile, SubmissionPayload } from '../api/submission-api.js'
import type { FileEntity } from '../api/types.js'
import { cors, json, refuse } from './answers.js'
import { createId } from './create-id.js'
import { saveFile } from './save-file.js'
import type { ServerParts } from './server-parts.js'
import { entityKey } from './world.js'

/** epilot's Submission API: makes File entities of what journeys have brought to S3. */
export function submissionHandlers(parts: ServerParts): RequestHandler[] {
  const { submissionUrl, receive } = parts
  return [
    http.post(`${submissionUrl}/v1/submission/submissions`, ({ request }) =>
      receive('createSubmission', request, (body) =>
        submit(parts, body ?? {}, request.headers.has('Authorization')),
      ),
    ),
  ]
}

async function submit(
  parts: ServerParts,
  payload: Partial<SubmissionPayload>,
  hasToken: boolean,
): Promise<Response> {
  const { world, storage, today, answers } = parts
  const { organization_id, source_type, source_id, entities = [] } = payload
  if (!source_type || !source_id) return refuse(400, 'source_type and source_id are required')
  if (!(entities.length >= 1 && entities.length <= 10)) return refuse(400, 'entities must be 1 to 10')
  if (!organization_id && !hasToken) return refuse(400, 'organization_id is required without a token')

  const files = entities.flatMap((entity) => entity.files ?? [])
  for (const { s3ref } of files) {
    if (!isS3Ref(s3ref)) return refuse(400, 's3ref is required')
    if ((await storage.size(s3ref)) === undefined) return refuse(400, `${s3ref.key} does not exist`)
  }

  const id = createId()
  world.submissions.set(id, {
    id,
    payload: payload as SubmissionPayload, // what it must hold was just looked for
    createdAt: today().toISOString(),
  })
  for (const file of files) await attach(parts, id, file)
  if (answers.submissionAnswer === 'empty') return new Response(null, { status: 201, headers: cors })
  return json({ submission_id: id }, 201)
}

async function attach(
  parts: ServerParts,
  submissionId: string,
  { s3ref, relation_tags, ...attributes }: SubmissionFile,
): Promise<void> {
  const { world } = parts
  // The temporary object stays, so that a journey that is handed in twice shows.
  const answer = await saveFile(parts, { ...attributes, s3ref }, { deleteTemp: false, versionOnly: false })
  const { _id } = (await answer.json()) as FileEntity
  const key = entityKey({ slug: 'submission', id: submissionId })
  const item = {
    entity_id: _id,
    attribute: '_files',
    _schema: 'file',
    ...(relation_tags && { _tags: relation_tags }),
  }
  world.relations.set(key, [...(world.relations.get(key) ?? []), item])
}
