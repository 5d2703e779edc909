import type { Clock } from '../api/clock.js'
import type { S3Ref } from '../api/types.js'
import type { FileStorage } from './file-storage.js'
import { keyOf } from './file-storage.js'

/** S3 in memory: objects, and the links that were signed for them. */
export interface MemoryStorage extends FileStorage {
  /** By bucket and key. */
  readonly objects: ReadonlyMap<string, StoredObject>
  /** A PUT on this link sets out: its life is judged by now, however long the bytes take. */
  begin(url: string): void
  /** The link of this URL, if it was signed here, and whether it still lives. */
  open(url: string): OpenedLink | undefined
  put(s3ref: S3Ref, object: StoredObject): void
  clear(): void
  readonly publicUrl: (s3ref: S3Ref) => string
}

interface StoredObject {
  readonly body: Blob
  readonly contentType: string
}

export interface SignedLink {
  readonly method: 'PUT' | 'GET'
  readonly s3ref: S3Ref
  readonly contentType?: string
  readonly contentDisposition?: string
  readonly signedAt: number
  readonly expiresAt: number
}

interface OpenedLink {
  readonly link: SignedLink
  readonly isExpired: boolean
}

export interface MemoryStorageOptions {
  readonly storageUrl: string
  readonly clock: Clock
  readonly today: () => Date
}

export function createMemoryStorage({ storageUrl, clock, today }: MemoryStorageOptions): MemoryStorage {
  const objects = new Map<string, StoredObject>()
  const links = new Map<string, SignedLink>()
  const begun = new Map<string, number>()
  let signatures = 0

  return {
    objects,
    presignPut: ({ s3ref, contentType, expiresInSeconds }) =>
      sign({ method: 'PUT', s3ref, contentType }, 'content-type;host', expiresInSeconds),
    presignGet: ({ s3ref, filename, attachment, expiresInSeconds }) =>
      sign(
        { method: 'GET', s3ref, contentDisposition: disposition(attachment, filename) },
        'host',
        expiresInSeconds,
      ),
    copy(from, to) {
      const object = objects.get(keyOf(from))
      if (object) objects.set(keyOf(to), object)
    },
    delete: (s3ref) => void objects.delete(keyOf(s3ref)),
    size: (s3ref) => objects.get(keyOf(s3ref))?.body.size,
    read: (s3ref) => objects.get(keyOf(s3ref))?.body,
    put: (s3ref, object) => void objects.set(keyOf(s3ref), object),
    write: (s3ref, body) => void objects.set(keyOf(s3ref), { body, contentType: body.type }),
    publicUrl,
    begin(url) {
      const opened = open(url)
      if (opened && !opened.isExpired) begun.set(url, clock.now())
    },
    open,
    clear() {
      objects.clear()
      links.clear()
      begun.clear()
    },
  }

  function sign(link: Omit<SignedLink, 'signedAt' | 'expiresAt'>, headers: string, seconds: number): string {
    const signature = `${link.method.toLowerCase()}${String(++signatures).padStart(61, '0')}`
    const signedAt = clock.now()
    links.set(signature, { ...link, signedAt, expiresAt: signedAt + seconds * 1000 })
    const query = new URLSearchParams({
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Date': today()
        .toISOString()
        .replace(/[-:]|\.\d+/g, ''),
      'X-Amz-Expires': String(seconds),
      'X-Amz-SignedHeaders': headers,
      'X-Amz-Signature': signature,
    })
    return `${publicUrl(link.s3ref)}?${query}`
  }

  function open(url: string): OpenedLink | undefined {
    const { origin, pathname, searchParams } = new URL(url)
    const link = links.get(searchParams.get('X-Amz-Signature') ?? '')
    // A signature is good for its own object only.
    if (!link || publicUrl(link.s3ref) !== `${origin}${pathname}`) return undefined
    return { link, isExpired: (begun.get(url) ?? clock.now()) >= link.expiresAt }
  }

  function publicUrl({ bucket, key }: S3Ref): string {
    // The key holds a percent-encoded name, and its percent signs are encoded again.
    return `${storageUrl}/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`
  }
}

function disposition(attachment: boolean, filename: string): string {
  return `${attachment ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(filename)}`
}
