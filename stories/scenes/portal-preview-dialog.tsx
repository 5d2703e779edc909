import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { LoadedPortalPreview, PortalFile } from '../../src/index.js'
import {
  describeError,
  FileError,
  Icon,
  useMessages,
  useObjectUrl,
  usePortalDownload,
  usePortalPreview,
} from '../../src/index.js'
import { PortalDialog } from './portal-dialog.js'
import { portalWords } from './portal-words.js'

interface PortalPreviewDialogProps {
  readonly file: PortalFile
  readonly onClose: () => void
}

/** Shows one file, by a link that is asked for each time. */
export function PortalPreviewDialog({ file, onClose }: PortalPreviewDialogProps) {
  const messages = useMessages()
  const words = portalWords(messages)
  const { data: preview, error } = usePortalPreview(file._id)
  const download = usePortalDownload()
  const problem = error ?? download.error ?? download.refusal
  return (
    <PortalDialog title={file.filename} className="portal-preview" onClose={onClose}>
      <div className="ef-dialog-body" aria-busy={!preview && !error}>
        {problem && (
          <p role="alert">
            {problem instanceof FileError ? describeError(problem, messages).what : problem.message}
          </p>
        )}
        {!preview && !error && <Icon name="spinner" spin />}
        {preview && !problem && (
          <Preview
            preview={preview}
            name={file.filename}
            otherwise={
              <p>
                <bdi>{words.noPreview}</bdi>
              </p>
            }
          />
        )}
      </div>
      <div className="ef-dialog-foot">
        <button
          type="button"
          className="ef-button"
          aria-disabled={download.isPending || undefined}
          onClick={() => download.isPending || download.mutate(file)}
        >
          <Icon name="download" size="sm" />
          {messages.download}
        </button>
        <button type="button" className="ef-button" onClick={onClose}>
          {messages.collection.close}
        </button>
      </div>
    </PortalDialog>
  )
}

interface PreviewProps {
  readonly preview: LoadedPortalPreview
  readonly name: string
  readonly otherwise: ReactNode
}

function Preview({ preview, name, otherwise }: PreviewProps) {
  const [isBroken, setIsBroken] = useState(false)
  const { kind } = preview
  const bytes = useBytes(preview)
  // Of bytes that needed the customer's token; links can be a source themselves.
  const made = useObjectUrl(bytes)
  const src = kind === 'pdf' ? made : (made ?? preview.url)
  // Most phones have no viewer for PDF.
  if (isBroken || kind === 'unsupported' || (kind === 'pdf' && !navigator.pdfViewerEnabled)) return otherwise
  if (!src) return <Icon name="spinner" spin />
  if (kind === 'pdf') return <iframe src={src} title={name} />
  return <img src={src} alt={name} onError={() => setIsBroken(true)} />
}

/** A story's storage answers to `fetch` only; the links of epilot can be the `src` of a frame themselves. */
function useBytes({ kind, url, blob }: LoadedPortalPreview): Blob | undefined {
  const { data } = useQuery({
    queryKey: ['pdf', url],
    gcTime: 0,
    enabled: kind === 'pdf' && url !== undefined,
    queryFn: async ({ signal }) => (await fetch(url ?? '', { signal })).blob(),
  })
  return blob ?? data
}
