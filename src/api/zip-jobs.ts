import { badAnswer } from './expect.js'
import type { Call, Http } from './http.js'

/** What epilot is asked to put into an archive. */
export interface ZipJobPayload {
  /** 1 to 1000. */
  readonly file_entity_ids: readonly string[]
  /** @default 'Files.zip' */
  readonly zip_filename?: string
}

/** An archive that epilot makes, and how far it is. */
export interface ZipJob {
  readonly job_id: string
  readonly status:
    'queued' | 'downloading' | 'zipping' | 'uploading' | 'sending_notification' | 'completed' | 'failed'
  readonly progress?: {
    readonly total_files?: number
    readonly downloaded_files?: number
    /** Those that will not be in it. */
    readonly failed_files?: number
  }
  readonly result?: {
    /** Good for 24 hours. */
    readonly download_url?: string
  }
  readonly error?: string
}

/**
 * `createZipJob`: lets epilot make an archive of many files; it is there for 7 days. Each call makes another one.
 *
 * @example
 * const { job_id } = await createZipJob(client.http, { file_entity_ids: files.map(({ _id }) => _id) })
 */
export async function createZipJob(http: Http, payload: ZipJobPayload, call?: Call): Promise<ZipJob> {
  const path = '/v1/files:zipJob'
  return toJob(
    'createZipJob',
    await http({ operation: 'createZipJob', step: 'download', path, body: payload }, call),
  )
}

/**
 * `getZipJob`: how far an archive is, and in the end the link to it.
 *
 * @example
 * const { status, progress, result } = await getZipJob(client.http, job_id)
 */
export async function getZipJob(http: Http, jobId: string, call?: Call): Promise<ZipJob> {
  const path = `/v1/files:zipJob/${encodeURIComponent(jobId)}`
  return toJob('getZipJob', await http({ operation: 'getZipJob', step: 'download', path }, call))
}

function toJob(operation: string, body: unknown): ZipJob {
  const { job_id, status } = (body ?? {}) as Partial<ZipJob>
  if (typeof job_id !== 'string' || typeof status !== 'string') {
    throw badAnswer(operation, 'download', 'a job_id and a status')
  }
  return body as ZipJob
}
