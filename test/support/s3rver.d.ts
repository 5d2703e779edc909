// What our tests use of @20minutes/s3rver, which comes without types.
declare module '@20minutes/s3rver' {
  import type { RequestListener } from 'node:http'
  import type { AddressInfo } from 'node:net'

  export interface S3rverOptions {
    address?: string
    port?: number
    directory: string
    silent?: boolean
    allowMismatchedSignatures?: boolean
    resetOnClose?: boolean
    configureBuckets?: { name: string; configs?: (string | Uint8Array)[] }[]
  }

  export default class S3rver {
    constructor(options: S3rverOptions)
    configureBuckets(): Promise<unknown>
    run(): Promise<AddressInfo>
    close(): Promise<void>
    getMiddleware(): RequestListener
  }
}
