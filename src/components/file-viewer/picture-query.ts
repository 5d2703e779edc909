import type { FileEntity } from '../../api/types.js'
import type { FileClient } from '../../create-file-client.js'
import type { FilePreviewQuery } from '../../queries/file-preview-query.js'
import { filePreviewQuery } from '../../queries/file-preview-query.js'

/** A picture in one of a few widths, so that it is seldom asked for twice; `width` is that of its place on the screen. */
export function pictureQuery(
  client: FileClient,
  file: FileEntity,
  width: number,
): FilePreviewQuery & { readonly gcTime: number } {
  const widthPx = widths.find((each) => each >= width) ?? largest
  return { ...filePreviewQuery(client, file, { widthPx }), gcTime }
}

const largest = 2560
/** The smallest is that of the cards of a list. */
export const widths: readonly number[] = [640, 1280, largest]
// They are large: who walks through a hundred files keeps those that were shown last.
const gcTime = 60_000
