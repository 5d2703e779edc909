import { mayHavePreview } from '../../api/previewed-file.js'
import type { FileEntity } from '../../api/types.js'

/** How a file is shown: by the browser's viewer, as the picture that epilot draws, as a link, or not at all. */
export type View = 'pdf' | 'picture' | 'link' | 'none'

/** How this browser shows a file. */
export function viewOf(file: FileEntity): View {
  if (file.custom_download_url) return 'link'
  // What only calls itself a PDF might be a page, which is never opened.
  if (file.mime_type === 'application/pdf' && hasPdfViewer()) return 'pdf'
  return mayHavePreview(file) ? 'picture' : 'none'
}

/** A server, which renders too, has none; nor have most phones. */
function hasPdfViewer(): boolean {
  return globalThis.navigator?.pdfViewerEnabled ?? false
}
