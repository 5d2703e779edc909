import type { RequestHandler } from 'msw'
import { http } from 'msw'
import type { UploadFilePayload } from '../api/types.js'
import { json, refuse } from './answers.js'
import { createId } from './create-id.js'
import { deleteFile } from './delete-file.js'
import { keyOf } from './file-storage.js'
import { previewFile } from './preview-file.js'
import { saveFile } from './save-file.js'
import type { ServerParts } from './server-parts.js'
import { createJob, jobOf } from './zip-jobs.js'

/** epilot's File API. */
export function fileHandlers(parts: ServerParts): RequestHandler[] {
  const { fileUrl, receive, world, answers } = parts
  return [
    http.post(`${fileUrl}/v2/files/upload`, ({ request }) =>
      receive('uploadFileV2', request, (body) =>
        reserve(parts, 'uploadFileV2', body as Partial<UploadFilePayload>),
      ),
    ),
    http.post(`${fileUrl}/v1/files/public/upload`, ({ request }) =>
      receive('uploadFilePublic', request, (body) =>
        reserve(parts, 'uploadFilePublic', body as Partial<UploadFilePayload>, answers.publicUploadStatus),
      ),
    ),
    http.post(`${fileUrl}/v2/files`, ({ request }) =>
      receive('saveFileV2', request, (body) => {
        const { searchParams } = new URL(request.url)
        return saveFile(parts, body ?? {}, {
          deleteTemp: searchParams.get('delete_temp_file') !== 'false',
          versionOnly: searchParams.get('version_only') === 'true',
        })
      }),
    ),
    http.get(`${fileUrl}/v2/files/:id`, ({ request, params }) =>
      receive('getFile', request, () => {
        const file = world.files.get(String(params.id))
        return file ? json(file) : refuse(404, 'File entity not found')
      }),
    ),
    http.delete(`${fileUrl}/v2/files/:id`, ({ request, params }) =>
      receive('deleteFile', request, () => {
        const file = world.files.get(String(params.id))
        if (!file) return refuse(404, 'File entity not found')
        deleteFile(parts, file._id)
        return json(file)
      }),
    ),
    // The colon of the operation's name is no path parameter.
    http.post(`${fileUrl}/v1/files\\:zipJob`, ({ request }) =>
      receive('createZipJob', request, (body) => createJob(parts, body ?? {})),
    ),
    http.get(`${fileUrl}/v1/files\\:zipJob/:id`, ({ request, params }) =>
      receive('getZipJob', request, () => jobOf(parts, String(params.id))),
    ),
    http.get(`${fileUrl}/v1/files/:id/preview`, ({ request, params }) =>
      receive('previewFile', request, () =>
        previewFile(parts, String(params.id), Number(new URL(request.url).searchParams.get('version') ?? 0)),
      ),
    ),
    http.get(`${fileUrl}/v1/files/:id/download`, ({ request, params }) =>
      receive('downloadFile', request, () =>
        link(parts, String(params.id), new URL(request.url).searchParams),
      ),
    ),
  ]
}

async function reserve(
  { world, storage, org, bucket, uploadLinkSeconds, publicUrl, answers }: ServerParts,
  operation: 'uploadFileV2' | 'uploadFilePublic',
  payload: Partial<UploadFilePayload> | undefined,
  status = 201,
): Promise<Response> {
  const { filename, mime_type: mimeType = 'application/octet-stream' } = payload ?? {}
  if (!filename) return refuse(400, 'filename is required')
  const s3ref = { bucket, key: `${org}/temp/${createId()}/${encodeURIComponent(filename)}` }
  world.reservations.set(keyOf(s3ref), { s3ref, operation, filename, mimeType, savedAs: [] })
  const upload_url = await storage.presignPut({
    s3ref,
    contentType: mimeType,
    expiresInSeconds: uploadLinkSeconds,
  })
  const isPublicUrlShown = answers.publicUrl === 'always' && operation === 'uploadFileV2'
  return json({ s3ref, upload_url, ...(isPublicUrlShown && { public_url: publicUrl(s3ref) }) }, status)
}

async function link(
  { world, storage, downloadLinkSeconds, today }: ServerParts,
  id: string,
  query: URLSearchParams,
): Promise<Response> {
  const file = world.files.get(id)
  if (!file) return refuse(404, 'File entity not found')
  if (file.custom_download_url) {
    // Its server asks for the token of the person, so there is nothing to sign.
    if (file.custom_download_url_auth === 'token') return json({ download_url: file.custom_download_url })
    const url = new URL(file.custom_download_url)
    url.searchParams.set('expires_at', String(today().getTime() + downloadLinkSeconds * 1000))
    url.searchParams.set('signature', 'signed-by-epilot')
    return json({ download_url: url.href })
  }
  const version = file.versions[Number(query.get('version') ?? 0)]
  if (!version?.s3ref) return refuse(404, 'File version not found')
  const download_url = await storage.presignGet({
    s3ref: version.s3ref,
    filename: version.filename ?? file.filename,
    attachment: query.get('attachment') !== 'false',
    expiresInSeconds: downloadLinkSeconds,
  })
  return json({ download_url })
}
