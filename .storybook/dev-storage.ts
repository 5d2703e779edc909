import type { FileStorage } from '../src/testing.js'

/** The storage that the dev server plays (`fakeS3`), for a file server that runs in the page. */
export function devStorage(bytesPerSecond?: number): FileStorage {
  return {
    presignPut: ({ s3ref, expiresInSeconds }) =>
      urlOf(s3ref, {
        'X-Amz-Expires': String(expiresInSeconds),
        ...(bytesPerSecond && { bytesPerSecond: String(bytesPerSecond) }),
      }),
    presignGet: ({ s3ref, filename, attachment }) =>
      urlOf(s3ref, {
        'response-content-disposition': `${attachment ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(filename)}`,
      }),
    async copy(from, to) {
      await fetch(urlOf(to), { method: 'PUT', headers: { 'x-amz-copy-source': pathOf(from) } })
    },
    async delete(s3ref) {
      await fetch(urlOf(s3ref), { method: 'DELETE' })
    },
    async size(s3ref) {
      const { ok, headers } = await fetch(urlOf(s3ref), { method: 'HEAD' })
      return ok ? Number(headers.get('Content-Length')) : undefined
    },
  }
}

type S3Ref = Parameters<FileStorage['size']>[0]

function urlOf(s3ref: S3Ref, query: Readonly<Record<string, string>> = {}): string {
  return `${location.origin}/__s3/${pathOf(s3ref)}?${new URLSearchParams(query)}`
}

function pathOf({ bucket, key }: S3Ref): string {
  return `${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`
}
