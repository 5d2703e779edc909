import type { FileStorage } from '../src/testing.js'

/** How the storage is played. */
interface DevStorageOptions {
  /** How fast bytes are taken. */
  readonly bytesPerSecond: number
  /** Bytes of what nobody has uploaded. */
  readonly sizeOf: (s3ref: S3Ref) => number | undefined
}

/** The storage that the dev server plays (`fakeS3`), for a file server that runs in the page. */
export function devStorage({ bytesPerSecond, sizeOf }: DevStorageOptions): FileStorage {
  const urlToRead = (s3ref: S3Ref) => urlOf(s3ref, { bytes: String(sizeOf(s3ref) ?? 0) })
  return {
    presignPut: ({ s3ref, expiresInSeconds }) =>
      urlOf(s3ref, {
        'X-Amz-Expires': String(expiresInSeconds),
        bytesPerSecond: String(bytesPerSecond),
      }),
    presignGet: ({ s3ref, filename, attachment }) =>
      `${urlToRead(s3ref)}&${new URLSearchParams({
        'response-content-disposition': `${attachment ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(filename)}`,
      })}`,
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
    read: async (s3ref) => (await fetch(urlToRead(s3ref))).blob(),
    async write(s3ref, bytes) {
      await fetch(urlOf(s3ref), { method: 'PUT', headers: { 'Content-Type': bytes.type }, body: bytes })
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
