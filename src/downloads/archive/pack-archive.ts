import type { FileError } from '../../api/errors.js'
import { toFileError } from '../../api/errors.js'
import type { Call } from '../../api/http.js'
import type { FileEntity } from '../../api/types.js'
import type { ArchiveProgress, LeftOut } from './archive-progress.js'
import type { FetchFilePorts } from './fetch-file.js'
import { fetchFile } from './fetch-file.js'
import { createUniqueNames } from './unique-names.js'

/** An archive that was packed here; no bytes where there was nothing to put into it. */
export interface PackedArchive {
  readonly bytes: Blob | null
  readonly leftOut: readonly LeftOut[]
  /** None of those that lie in epilot have come, by the network. */
  readonly isOutOfReach: boolean
}

interface PackOptions extends Call {
  readonly signal: AbortSignal
  readonly onProgress: (progress: ArchiveProgress) => void
  /** Says in words what is missing: the content of `_failed.txt`. */
  readonly describe: (leftOut: readonly LeftOut[]) => string
}

/**
 * Packs files into an archive here in the browser. A file is put into it only when all of its bytes have come, so that none
 * is silently short; what does not come is told in a text file inside.
 */
export async function packArchive(
  ports: FetchFilePorts,
  files: readonly FileEntity[],
  { signal, owner, onProgress, describe }: PackOptions,
): Promise<PackedArchive> {
  // Few lists are ever packed.
  const { downloadZip } = await import('client-zip')
  const leftOut: LeftOut[] = []
  const received = new Map<FileEntity, number>()
  let doneFiles = 0

  const bytes = await downloadZip(entries()).blob()
  const own = leftOut.filter(isOwn)
  return {
    bytes: leftOut.length < doneFiles ? new Blob([bytes], { type: 'application/zip' }) : null,
    leftOut,
    isOutOfReach: own.length > 0 && own.every(isWithoutAnswer),
  }

  async function* entries() {
    const nameOf = createUniqueNames()
    const ahead: Promise<Fetched>[] = []
    const rest = files.values()
    const goOn = () => {
      const { value } = rest.next()
      if (value) ahead.push(fetched(value))
    }
    for (let place = 0; place < filesAhead; place++) goOn()
    for (let next = ahead.shift(); next; next = ahead.shift()) {
      const { file, bytes, error } = await next
      signal.throwIfAborted()
      goOn()
      // What has come is not for whoever is signed in now.
      if (error?.code === 'owner-changed') throw error
      if (error) leftOut.push({ file, error })
      doneFiles += 1
      if (isHopeless()) return
      tell()
      if (bytes) yield { name: nameOf(file.filename), input: bytes, lastModified: dateOf(file) }
    }
    if (leftOut.length > 0) yield { name: nameOf('_failed.txt'), input: describe(leftOut) }
  }

  /** None of the first has come: the browser does not get at their bytes, or there is no network. */
  function isHopeless(): boolean {
    const own = leftOut.filter(isOwn)
    return leftOut.length === doneFiles && own.length >= filesAhead && own.every(isWithoutAnswer)
  }

  /** Never rejects: it may be waited for only later. */
  async function fetched(file: FileEntity): Promise<Fetched> {
    const call = { signal, owner }
    try {
      const bytes = await fetchFile(ports, file, call, (count) => {
        received.set(file, count)
        tell()
      })
      return { file, bytes }
    } catch (cause) {
      received.delete(file)
      return { file, error: toFileError(cause, 'download') }
    }
  }

  function tell(): void {
    const receivedBytes = [...received.values()].reduce((sum, count) => sum + count, 0)
    onProgress({ doneFiles, receivedBytes })
  }
}

type Fetched =
  | { readonly file: FileEntity; readonly bytes: Blob; readonly error?: undefined }
  | { readonly file: FileEntity; readonly error: FileError; readonly bytes?: undefined }

/** What lies elsewhere is asked for by nobody. */
function isOwn({ file }: LeftOut): boolean {
  return !file.custom_download_url
}

function isWithoutAnswer({ error }: LeftOut): boolean {
  return error.code === 'network'
}

function dateOf({ _created_at }: FileEntity): Date | undefined {
  const date = new Date(_created_at ?? NaN)
  return Number.isNaN(date.getTime()) ? undefined : date
}

// While one is being packed the next ones come already.
const filesAhead = 3
