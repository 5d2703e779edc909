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
  return {
    bytes: leftOut.length < doneFiles ? new Blob([bytes], { type: 'application/zip' }) : null,
    leftOut,
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
      if (error) leftOut.push({ file, error })
      doneFiles += 1
      if (isOutOfReach()) return
      tell()
      if (bytes) yield { name: nameOf(file.filename), input: bytes, lastModified: dateOf(file) }
    }
    if (leftOut.length > 0) yield { name: nameOf('_failed.txt'), input: describe(leftOut) }
  }

  /** None of the first has come: the browser does not get at their bytes, or there is no network. */
  function isOutOfReach(): boolean {
    return (
      doneFiles >= filesAhead && leftOut.filter(({ error }) => error.code === 'network').length === doneFiles
    )
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

function dateOf({ _created_at }: FileEntity): Date | undefined {
  const date = new Date(_created_at ?? NaN)
  return Number.isNaN(date.getTime()) ? undefined : date
}

// While one is being packed the next ones come already.
const filesAhead = 3
