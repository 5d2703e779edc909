import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { RequestListener } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import S3rver from '@20minutes/s3rver'
import type { S3Ref } from '../../../src/core.js'
import type { FileStorage } from '../../../src/testing.js'
import type { Machine } from './listen.js'
import { listen } from './listen.js'
import { createGate } from './store-gate.js'
import type { StoreGate } from './store-gate.js'

/** An S3-compatible store on its own origin, which checks signatures, their expiry and the Content-Type they name. */
export interface ObjectStore extends StoreGate, Machine {
  /** For `createFileServer({ storage })`. */
  readonly storage: FileStorage
  /** The SHA-256 of what lies there, and the Content-Type it came with. */
  stored(s3ref: S3Ref | undefined): Promise<{ readonly sha256: string; readonly contentType: unknown }>
}

export const bucket = 'epilot-prod-user-content'

export async function startObjectStore(): Promise<ObjectStore> {
  const directory = await mkdtemp(path.join(tmpdir(), 'epilot-files-store-'))
  const s3 = new S3rver({
    directory,
    silent: true,
    allowMismatchedSignatures: false,
    vhostBuckets: false,
    configureBuckets: [{ name: bucket, configs: [corsXml] }],
  })
  await s3.configureBuckets()
  const filenames = new Map<string, string>()
  const gate = createGate(withFilenames(s3.getMiddleware(), filenames))
  const listening = await listen(gate.answer)
  const { origin, close } = listening
  const { store } = s3

  const rest: Omit<ObjectStore, keyof StoreGate> = {
    ...listening,
    storage: {
      ...createPresigner(origin, filenames),
      async copy(from, to) {
        await store.copyObject(from.bucket, keyAt(from), to.bucket, keyAt(to))
      },
      // Not by the store's own way: it also removes folders that it has just found empty, and with them whatever a PUT
      // has begun to lay there since.
      async delete(s3ref) {
        const paths = (['object', 'object.md5', 'metadata.json'] as const).map((resource) =>
          store.getResourcePath(s3ref.bucket, keyAt(s3ref), resource),
        )
        await Promise.all(paths.map((file) => rm(file, { force: true })))
      },
      async size(s3ref) {
        if (!(await store.existsObject(s3ref.bucket, keyAt(s3ref)))) return undefined
        const { 'content-length': size } = await store.getMetadata(s3ref.bucket, keyAt(s3ref))
        return Number(size)
      },
      async read(s3ref) {
        return new Blob([await readFile(store.getResourcePath(s3ref.bucket, keyAt(s3ref), 'object'))])
      },
    },
    async stored(s3ref) {
      if (!s3ref) throw new Error('This file names no place at S3.')
      const { 'content-type': contentType } = await store.getMetadata(s3ref.bucket, keyAt(s3ref))
      return {
        contentType,
        sha256: await sha256Of(store.getResourcePath(s3ref.bucket, keyAt(s3ref), 'object')),
      }
    },
    async close() {
      await close()
      // Requests that were cut off just now still have something to say.
      s3.logger.silent = true
      s3.logger.exceptions.unhandle()
      await rm(directory, { recursive: true, force: true })
    },
  }
  // The gate itself, whose chaos is set later.
  return Object.assign(gate, rest)
}

const corsXml = `<CORSConfiguration><CORSRule>
  <AllowedOrigin>*</AllowedOrigin>
  <AllowedMethod>PUT</AllowedMethod><AllowedMethod>GET</AllowedMethod><AllowedMethod>HEAD</AllowedMethod>
  <AllowedHeader>Content-Type</AllowedHeader>
</CORSRule></CORSConfiguration>`

function createPresigner(
  endpoint: string,
  filenames: Map<string, string>,
): Pick<FileStorage, 'presignPut' | 'presignGet'> {
  const client = new S3Client({
    endpoint,
    region: 'eu-central-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    // Else the URL carries a checksum of no bytes.
    requestChecksumCalculation: 'WHEN_REQUIRED',
  })
  return {
    presignPut: ({ s3ref, contentType, expiresInSeconds }) =>
      getSignedUrl(
        client,
        new PutObjectCommand({ Bucket: s3ref.bucket, Key: keyAt(s3ref), ContentType: contentType }),
        { expiresIn: expiresInSeconds, signableHeaders: new Set(['host', 'content-type']) },
      ),
    async presignGet({ s3ref, filename, attachment, expiresInSeconds }) {
      const command = new GetObjectCommand({
        Bucket: s3ref.bucket,
        Key: keyAt(s3ref),
        ResponseContentDisposition: attachment ? 'attachment' : 'inline',
      })
      const url = await getSignedUrl(client, command, { expiresIn: expiresInSeconds })
      filenames.set(url.slice(endpoint.length), filename)
      return url
    },
  }
}

/**
 * S3 would be told the name in the link. This store takes the signature of such a link for wrong, since it leaves the
 * quotes and the asterisk of `filename*=UTF-8''` out of its reckoning; so the name is added on the way out.
 */
function withFilenames(store: RequestListener, filenames: ReadonlyMap<string, string>): RequestListener {
  return (request, response) => {
    const filename = filenames.get(request.url ?? '')
    const setHeader = response.setHeader.bind(response)
    response.setHeader = (name, value) =>
      filename !== undefined && name.toLowerCase() === 'content-disposition'
        ? setHeader(name, `${String(value)}; filename*=UTF-8''${encodeURIComponent(filename)}`)
        : setHeader(name, value)
    store(request, response)
  }
}

/** S3 takes keys of 1024 bytes; this store makes files of them, whose names end at 255. */
function keyAt({ key }: S3Ref): string {
  const parts = key.split('/')
  const name = parts.pop() ?? ''
  return [...parts, name.length > 200 ? createHash('sha256').update(name).digest('hex') : name].join('/')
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer) // no encoding is set
  return hash.digest('hex')
}
