import { downloadZip } from 'client-zip'
import type { ZipJob, ZipJobPayload } from '../api/zip-jobs.js'
import { json, refuse } from './answers.js'
import { createId } from './create-id.js'
import type { ServerParts } from './server-parts.js'

/** `createZipJob`: an archive that is further each time somebody asks. */
export function createJob({ world, org, today }: ServerParts, payload: Partial<ZipJobPayload>): Response {
  const { file_entity_ids: ids = [], zip_filename: filename = 'Files.zip' } = payload
  if (ids.length < 1 || ids.length > 1000) return refuse(400, 'file_entity_ids must hold 1 to 1000 ids')
  const progress = { total_files: ids.length, downloaded_files: 0, failed_files: 0 }
  const created_at = today().toISOString()
  const job: ZipJob = { job_id: createId(), status: 'queued', progress }
  world.zipJobs.set(job.job_id, { ids, filename, job: { ...job, org_id: org, created_at } as ZipJob })
  return json(job, 202)
}

/** `getZipJob`: half of the files, then all, then the link. */
export async function jobOf(parts: ServerParts, id: string): Promise<Response> {
  const { world } = parts
  const known = world.zipJobs.get(id)
  if (!known) return refuse(404, 'ZIP job not found')
  const job = await further(parts, known.job, known.ids, known.filename)
  world.zipJobs.set(id, { ...known, job })
  return json(job)
}

async function further(
  parts: ServerParts,
  job: ZipJob,
  ids: readonly string[],
  filename: string,
): Promise<ZipJob> {
  const [total_files, half] = [ids.length, Math.ceil(ids.length / 2)]
  const progressOf = (downloaded_files: number, failed_files = 0) => ({
    total_files,
    downloaded_files,
    failed_files,
  })
  if (job.status === 'queued') return { ...job, status: 'downloading', progress: progressOf(half) }
  if (job.status === 'downloading') return { ...job, status: 'zipping', progress: progressOf(total_files) }
  if (job.status !== 'zipping') return job

  const { storage, bucket, org, world } = parts
  if (!storage.read || !storage.write) {
    return { ...job, status: 'failed', error: 'Archives need a storage with read() and write()' }
  }
  const files = ids.flatMap((fileId) => world.files.get(fileId) ?? [])
  const entries = await Promise.all(
    files.map(async ({ filename: name, s3ref }) => ({ name, input: s3ref && (await storage.read?.(s3ref)) })),
  )
  const there = entries.flatMap(({ name, input }) => (input ? [{ name, input }] : []))
  const bytes = new Blob([await downloadZip(there).blob()], { type: 'application/zip' })
  const s3ref = { bucket, key: `${org}/temp/${createId()}/${encodeURIComponent(filename)}` }
  await storage.write(s3ref, bytes)
  const expiresInSeconds = 24 * 3600
  return {
    ...job,
    status: 'completed',
    progress: progressOf(there.length, total_files - there.length),
    result: {
      download_url: await storage.presignGet({ s3ref, filename, attachment: true, expiresInSeconds }),
    },
  }
}
