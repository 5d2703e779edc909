import type { FileClient, FileClientOptions, S3Ref } from '../../src/core.js'
import { createFileClient, uploadFileV2 } from '../../src/core.js'
import type { FileServer } from '../../src/testing.js'

/** A client of somebody who is signed in. */
export function clientOf(server: FileServer, options: FileClientOptions = {}): FileClient {
  return createFileClient({
    getToken: () => 'token',
    fetch: server.fetch,
    putBlob: server.putBlob,
    ...options,
  })
}

/** Brings a file to the storage without saving it. */
export async function upload(server: FileServer, file: File): Promise<S3Ref> {
  const { http } = clientOf(server)
  const { s3ref, upload_url } = await uploadFileV2(http, { filename: file.name, mime_type: file.type })
  await server.putBlob({
    url: upload_url,
    body: file,
    contentType: file.type,
    signal: never,
    onProgress: () => {},
  })
  return s3ref
}

/** Asks the File API what our client never asks. */
export function post(server: FileServer, path: string, body: object): Promise<Response> {
  return server.fetch(`https://file.sls.epilot.io${path}`, {
    method: 'POST',
    headers: { Authorization: 'Bearer token', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** A signal that never aborts. */
export const never = new AbortController().signal
