declare module '@20minutes/s3rver' {
  import type { RequestListener } from 'node:http'

  /** As much of it as these tests use; it has no types of its own. */
  class S3rver {
    constructor(options: {
      readonly directory: string
      readonly silent: boolean
      readonly allowMismatchedSignatures: boolean
      readonly vhostBuckets: boolean
      readonly configureBuckets: readonly { readonly name: string; readonly configs: readonly string[] }[]
    })
    readonly store: Store
    readonly logger: { silent: boolean; readonly exceptions: { unhandle(): void } }
    configureBuckets(): Promise<unknown>
    getMiddleware(): RequestListener
  }

  interface Store {
    getResourcePath(bucket: string, key: string, resource: 'object' | 'object.md5' | 'metadata.json'): string
    existsObject(bucket: string, key: string): Promise<boolean>
    getMetadata(bucket: string, key: string): Promise<Readonly<Record<string, string | number>>>
    copyObject(fromBucket: string, from: string, toBucket: string, to: string): Promise<unknown>
  }

  export = S3rver
}
