import { isS3Ref } from './expect.js'
import type { StoredFile } from './stored-file.js'
import { withoutDoubles } from './stored-file.js'
import type { S3Ref } from './types.js'

/** The value of epilot's journey block "File upload", as journeys keep it. */
export interface FileUploadValue {
  readonly files?: readonly FileUploadValueItem[]
}

/** One file of a `FileUploadValue`. */
export interface FileUploadValueItem {
  readonly filename?: string
  readonly s3ref?: S3Ref
  readonly contentType?: string
  /** Bytes. */
  readonly size?: number
}

/**
 * What a journey keeps of uploaded files, each once.
 *
 * @example
 * <input type="hidden" name="photos" value={JSON.stringify(toFileUploadValue(storedFiles(uploads)))} />
 */
export function toFileUploadValue(files: readonly StoredFile[]): FileUploadValue {
  return {
    files: withoutDoubles(files).map(({ filename, s3ref, contentType, size }) => ({
      filename,
      s3ref,
      ...(contentType !== undefined && { contentType }),
      ...(size !== undefined && { size }),
    })),
  }
}

/**
 * Reads the files of a `FileUploadValue`, also of its JSON as a form field holds it. Leaves out what cannot be
 * submitted, for it has no `s3ref`; what is no such value at all has no files.
 *
 * @example
 * const files = fromFileUploadValue(new FormData(form).get('photos'))
 */
export function fromFileUploadValue(value: unknown): readonly StoredFile[] {
  const { files } = (parsed(value) ?? {}) as { files?: unknown }
  if (!Array.isArray(files)) return []
  return withoutDoubles(files.flatMap((file: FileUploadValueItem | null) => toStoredFile(file ?? {})))
}

function toStoredFile({ s3ref, filename, contentType, size }: FileUploadValueItem): readonly StoredFile[] {
  if (!isS3Ref(s3ref)) return []
  return [
    {
      s3ref,
      filename: typeof filename === 'string' ? filename : nameOf(s3ref),
      ...(typeof contentType === 'string' && { contentType }),
      ...(typeof size === 'number' && { size }),
    },
  ]
}

/** The end of the key, which is the name percent-encoded. */
function nameOf({ key }: S3Ref): string {
  const end = key.slice(key.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(end)
  } catch {
    return end // a percent sign that encodes nothing
  }
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return undefined // an empty field
  }
}
