import { FileError } from '../api/errors.js'
import type { FetchBytes } from '../api/fetch-bytes.js'
import type { Call } from '../api/http.js'
import type { PreviewedFile } from '../api/previewed-file.js'
import { mayHavePreview } from '../api/previewed-file.js'

/** What a picture of a file needs of the client. */
export interface FilePreviewPorts {
  readonly fetchBytes: FetchBytes
}

/** Which picture. */
export interface FilePreviewOptions {
  /** How wide, in pixels; the proportions stay. @default 1024 */
  readonly widthPx?: number | undefined
  /** Of which version; 0 is the latest. @default 0 */
  readonly version?: number | undefined
}

/**
 * A picture of a saved file as epilot draws it (`previewFile`): of PNG, JPEG, GIF, WebP, PDF and common document formats, a
 * PNG or JPEG of up to 20 MB. `null` where epilot has none.
 *
 * @example
 * const picture = await loadFilePreview(client, file, { widthPx: 480 })
 */
export async function loadFilePreview(
  { fetchBytes }: FilePreviewPorts,
  file: PreviewedFile,
  { widthPx = 1024, version = 0 }: FilePreviewOptions = {},
  call?: Call,
): Promise<Blob | null> {
  if (!mayHavePreview(file)) return null
  const url = `/v1/files/${encodeURIComponent(file._id)}/preview?version=${version}&w=${Math.ceil(widthPx)}`
  try {
    const bytes = await fetchBytes(
      {
        operation: 'previewFile',
        step: 'preview',
        host: 'file',
        url,
        maxBytes: 20_000_000,
        audience: 'staff',
      },
      call,
    )
    // An object URL belongs to the app's own origin: nothing but pictures may be made of what somebody else has sent.
    const [type] = /^image\/(png|jpeg)\b/.exec(bytes.type) ?? []
    return type && bytes.size > 0 ? new Blob([bytes], { type }) : null
  } catch (error) {
    if (error instanceof FileError && error.status === 404) return null
    throw error
  }
}
