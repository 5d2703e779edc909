'use client'
import type { KeyboardEvent } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { previewedBytes } from '../../api/previewed-file.js'
import type { FileEntity } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { describeError } from '../../locales/describe-error.js'
import { viewerWords } from '../../locales/viewer-words.js'
import { displayName } from '../../parts/display-name.js'
import { fileKind } from '../../parts/file-kind.js'
import { Icon } from '../../parts/icon.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useKeepFocus } from '../../parts/use-keep-focus.js'
import { useModal } from '../use-modal.js'
import { DownloadAction } from './download-action.js'
import { placeByKey } from './place-by-key.js'
import { StepButton } from './step-button.js'
import { usePlace } from './use-place.js'
import { useViewerDownload } from './use-viewer-download.js'
import { useZoom } from './use-zoom.js'
import { ViewerHead } from './viewer-head.js'
import { ViewerStage } from './viewer-stage.js'

/** What `FileViewer` takes. */
export interface FileViewerProps {
  /** The files one can walk through, in their order. */
  readonly files: readonly FileEntity[]
  /** The one that is shown. Where it leaves the files, the next one is asked for by `onChange`. */
  readonly fileId: string
  /** Somebody wants to see another one. */
  readonly onChange: (fileId: string) => void
  /** Somebody has seen enough, or no file is left. */
  readonly onClose: () => void
  /** Gets the focus where what had it before has left. */
  readonly focusFallback?: FocusFallback | undefined
}

/**
 * A dialog that shows saved files, one at a time, for users of epilot: PDFs in the browser's own viewer, pictures and
 * documents as epilot draws them, and of all others what they are. ← → Home End walk through the files, + - 0 zoom a picture
 * that has the focus, Escape closes. `EntityFiles` brings it along; it is for places of your own.
 *
 * @experimental The versions of a file, and sharing it, are still to come.
 *
 * @example
 * const [openId, setOpenId] = useState<string | null>(null)
 * {openId && <FileViewer files={files} fileId={openId} onChange={setOpenId} onClose={() => setOpenId(null)} />}
 */
export function FileViewer(props: FileViewerProps) {
  const place = usePlace(props)
  const file = props.files[place]
  return file ? <Viewer {...props} {...{ file, place }} /> : null
}

interface ViewerProps extends FileViewerProps {
  readonly file: FileEntity
  readonly place: number
}

function Viewer({ files, file, place, onChange, onClose, focusFallback }: ViewerProps) {
  const messages = useMessages()
  const { fileOf } = viewerWords(messages)
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const stage = useRef<HTMLDivElement>(null)
  const modal = useModal(dialog, onClose, focusFallback)
  const download = useViewerDownload(file)
  useKeepFocus(body, { fallback: stage })
  useEffect(() => stage.current?.focus({ preventScroll: true }), [])

  const kind = file.custom_download_url ? 'link' : fileKind(file.filename, file.mime_type)
  const count = files.length
  const shownKey = `${file._id} ${previewedBytes(file)}`
  const zoom = useZoom(shownKey)
  const hasMoved = useHasChanged(file._id)
  function onKeyDown(event: KeyboardEvent<HTMLDialogElement>) {
    modal.onKeyDown(event)
    if (event.target === stage.current) zoom.onKey(event)
    const to = placeByKey(event, { place, count })
    if (to === undefined) return
    event.preventDefault()
    const next = files[to]
    if (next && to !== place) onChange(next._id)
  }
  return (
    <dialog
      ref={dialog}
      className="ef-dialog ef-viewer"
      aria-labelledby={titleId}
      {...modal}
      onKeyDown={onKeyDown}
    >
      <ViewerHead {...{ file, kind, titleId, download, onClose }} />
      {download.error && (
        <p className="ef-error ef-viewer-problem" role="alert">
          <Icon name="alert" size="sm" />
          <bdi>{describeError(download.error, messages).what}</bdi>
        </p>
      )}
      <div ref={body} className="ef-stage" data-steps={count > 1 ? '' : undefined}>
        <ViewerStage
          {...{ file, kind, shownKey, zoom, place, count }}
          next={files[place + 1]}
          stageRef={stage}
          action={<DownloadAction file={file} download={download} />}
        />
        {count > 1 && (
          <>
            <StepButton side="start" file={files[place - 1]} onStep={onChange} />
            <StepButton side="end" file={files[place + 1]} onStep={onChange} />
          </>
        )}
      </div>
      <output className="ef-hidden">
        {hasMoved && `${fileOf(place + 1, count)}, ${displayName(file.filename)}`}
      </output>
    </dialog>
  )
}

/** What the viewer opens with is named by its title. */
function useHasChanged(fileId: string): boolean {
  const [first] = useState(fileId)
  const [hasChanged, setHasChanged] = useState(false)
  if (!hasChanged && fileId !== first) setHasChanged(true)
  return hasChanged
}
