/**
 * What can be asked of a file server: epilot's operations by their official names, `put` and `get` at the storage, and
 * `file-proxy` for files that lie with somebody else.
 */
export type Operation =
  FileOperation | EntityOperation | SubmissionOperation | PortalOperation | 'put' | 'get' | 'file-proxy'

/** Operations of the File API. */
type FileOperation =
  | 'uploadFileV2'
  | 'uploadFilePublic'
  | 'saveFileV2'
  | 'getFile'
  | 'deleteFile'
  | 'downloadFile'
  | 'previewFile'
  | 'createZipJob'
  | 'getZipJob'
  | 'generatePublicLink'
  | 'listPublicLinksForFile'
  | 'revokePublicLink'

/** Operations of the Entity API. */
type EntityOperation =
  | 'addRelations'
  | 'deleteRelation'
  | 'updateRelation'
  | 'getRelationsV3'
  | 'searchEntities'
  | 'getSchema'
  | 'listChangesets'

/** Operations of the Submission API. */
type SubmissionOperation = 'createSubmission'

/** Operations of the Customer Portal API. */
export type PortalOperation =
  | 'saveEntityFile'
  | 'deleteEntityFile'
  | 'searchPortalUserEntities'
  | 'getFilePreview'
  | 'trackFileDownloaded'
  | 'getPublicPortalConfig'

/** One call, as it arrived and as it was answered. */
export interface LedgerCall {
  readonly operation: Operation
  readonly method: string
  readonly url: string
  /** Parsed JSON; the `Blob` of a `put`; `undefined` where there was none. */
  readonly body: unknown
  /** Without `authorization`: see `isAuthorized`. */
  readonly headers: Readonly<Record<string, string>>
  /** Whether it carried an `Authorization` header. */
  readonly isAuthorized: boolean
  /** When it arrived, by the server's clock. */
  readonly at: number
  /** 0: no answer has reached the caller, or none yet. */
  readonly status: number
}

/**
 * Everything that happened at a file server, in the order of arrival.
 *
 * @example
 * expect(server.ledger.count('saveFileV2')).toBe(1)
 */
export interface Ledger {
  /** All calls, or those of one operation. */
  calls(operation?: Operation): readonly LedgerCall[]
  /** How many calls, of all or of one operation. */
  count(operation?: Operation): number
}

/** The ledger as the server writes it. */
export class WritableLedger implements Ledger {
  #calls: LedgerCall[] = []

  calls(operation?: Operation): readonly LedgerCall[] {
    return operation ? this.#calls.filter((call) => call.operation === operation) : [...this.#calls]
  }

  count(operation?: Operation): number {
    return this.calls(operation).length
  }

  /** Writes a call down as it arrives; the returned function adds what becomes known of it later. */
  write(arrived: LedgerCall): (news: Partial<LedgerCall>) => void {
    const calls = this.#calls
    const index = calls.push(arrived) - 1
    return (news) => {
      calls[index] = { ...(calls[index] ?? arrived), ...news }
    }
  }

  clear(): void {
    // A new array: what is answered late belongs to the old one.
    this.#calls = []
  }
}
