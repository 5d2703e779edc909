import { FileError } from '../../api/errors.js'
import { badAnswer, isHttpUrl } from '../../api/expect.js'
import type { Call, Http } from '../../api/http.js'
import { wait } from '../../api/wait.js'
import type { Clock } from '../../api/clock.js'
import type { FileEntity } from '../../api/types.js'
import type { ZipJob } from '../../api/zip-jobs.js'
import { createZipJob, getZipJob } from '../../api/zip-jobs.js'

/** An archive that epilot has made. */
export interface AskedArchive {
  readonly url: string
  /** How many files are not in it. */
  readonly leftOut: number
}

interface AskPorts {
  readonly http: Http
  readonly clock: Clock
}

interface AskOptions extends Call {
  readonly signal: AbortSignal
  readonly name: string
  readonly onProgress: (doneFiles: number) => void
}

/** Lets epilot make an archive of up to 1000 files, and waits for it (`createZipJob`, `getZipJob`). */
export async function askArchive(
  { http, clock }: AskPorts,
  files: readonly FileEntity[],
  { name, onProgress, ...call }: AskOptions,
): Promise<AskedArchive> {
  let job = await createZipJob(
    http,
    { file_entity_ids: files.map(({ _id }) => _id), zip_filename: name },
    call,
  )
  for (let [failures, delayMs] = [0, pollMs]; isUnderWay(job);) {
    await wait(clock, delayMs, call.signal)
    try {
      job = await getZipJob(http, job.job_id, call)
      failures = 0
      delayMs = pollMs
    } catch (error) {
      // It goes on meanwhile, whoever asks.
      if (!(error instanceof FileError && error.retryable) || ++failures === mostFailures) throw error
      delayMs = error.retryAfterMs ?? delayMs * 2
    }
    onProgress(job.progress?.downloaded_files ?? 0)
  }
  const { status, error = 'no reason given', result, progress } = job
  if (status === 'failed') {
    throw new FileError('server', `The archive ${job.job_id} has failed: ${error}`, { step: 'download' })
  }
  const url = result?.download_url
  if (!isHttpUrl(url)) throw badAnswer('getZipJob', 'download', 'a download_url')
  return { url, leftOut: progress?.failed_files ?? 0 }
}

function isUnderWay({ status }: ZipJob): boolean {
  return status !== 'completed' && status !== 'failed'
}

const pollMs = 2000
// Some eight minutes without a network.
const mostFailures = 8
