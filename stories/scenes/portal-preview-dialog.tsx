import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { PortalFile, PortalPreview } from '../../src/index.js'
import {
  describeError,
  FileError,
  Icon,
  useMessages,
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
  readonly preview: PortalPreview
  readonly name: string
  readonly otherwise: ReactNode
}

function Preview({ preview, name, otherwise }: PreviewProps) {
  const [isBroken, setIsBroken] = useState(false)
  if (isBroken || preview.kind === 'unsupported' || preview.requiresAuth) return otherwise
  // Most phones have no viewer for it.
  if (preview.kind === 'pdf' && !navigator.pdfViewerEnabled) return otherwise
  if (preview.kind === 'pdf') return <PdfPreview url={preview.url} name={name} />
  return <img src={preview.url} alt={name} onError={() => setIsBroken(true)} />
}

/** A story's storage answers to `fetch` only; the links of epilot can be the `src` of a frame themselves. */
function PdfPreview({ url, name }: { readonly url: string; readonly name: string }) {
  const frame = useRef<HTMLIFrameElement>(null)
  const { data: blob } = useQuery({
    queryKey: ['pdf', url],
    gcTime: 0,
    queryFn: async ({ signal }) => (await fetch(url, { signal })).blob(),
  })
  useEffect(() => {
    if (!blob || !frame.current) return undefined
    const src = URL.createObjectURL(blob)
    frame.current.src = src
    return () => URL.revokeObjectURL(src)
  }, [blob])
  return blob ? <iframe ref={frame} title={name} /> : <Icon name="spinner" spin />
}
