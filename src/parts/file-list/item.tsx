'use client'
import type { ForwardedRef } from 'react'
import { forwardRef, useContext, useImperativeHandle, useMemo, useRef, useState } from 'react'
import type { FileEntity } from '../../api/types.js'
import type { UploadResult, UploadState, UploadStatus, Waiting } from '../../transfer/upload-state.js'
import { isAttachRefused } from '../../transfer/upload-state.js'
import type { Upload } from '../../uploads/upload.js'
import { displayName } from '../display-name.js'
import type { FileKind } from '../file-kind.js'
import { fileKind } from '../file-kind.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useIsomorphicLayoutEffect } from '../../hooks/use-isomorphic-layout-effect.js'
import { isInterrupted } from './is-interrupted.js'
import { useList } from './list-context.js'
import type { Place } from './place-context.js'
import { PlaceContext } from './place-context.js'
import { RowContext, useIsSelected, useRowState } from './row-context.js'

/** What a `FileListItem` tells by its `data-*` attributes. */
export interface FileListItemState {
  /**
   * What an upload is doing, `restored` where a reload has interrupted it; not there for a file that is stored.
   * @selector [data-status="uploading" | …]
   */
  readonly status: UploadStatus | 'restored' | undefined
  /** Where the status alone would alarm too much, or too little. @selector [data-tone="warning" | "muted" | "error" | "accent"] */
  readonly tone: 'warning' | 'muted' | 'error' | 'accent' | undefined
  /** For what it waits; `busy` where the server asked for it. @selector [data-waiting="retry" | "busy" | …] */
  readonly waiting: Waiting['for'] | 'busy' | undefined
  /** @selector [data-kind="pdf" | …] */
  readonly kind: FileKind
  /** The list lets rows be chosen: there is a place for a checkbox. @selector [data-select] */
  readonly select: boolean
  /** @selector [data-selected] */
  readonly selected: boolean
  /** Its place, where not all rows are in the page; 0 is the first. @selector [data-index="0" | …] */
  readonly index: number | undefined
}

/** Props of `FileListItem`. */
export type FileListItemProps = PartProps<'li', FileListItemState> &
  (
    | { readonly upload: Upload; readonly file?: undefined }
    | { readonly file: FileEntity; readonly upload?: undefined }
  )

/**
 * The row of a file on its way (`upload`) or of one that is there (`file`). Renders an `<li>`.
 *
 * @example
 * <FileList.Item upload={upload}>
 *   <FileList.Name />
 *   <FileList.Status />
 *   <FileList.Progress />
 * </FileList.Item>
 */
export const FileListItem = forwardRef<HTMLLIElement, FileListItemProps>(function FileListItem(
  { upload = null, file = null, ...props },
  ref,
) {
  const rawName = upload?.file.name ?? file?.filename ?? ''
  const key = upload?.id ?? file?._id ?? ''
  const picked = upload?.file
  const row = useMemo(
    () => ({ upload, file, key, name: displayName(rawName) }),
    // Another file may take its place, by the same name too.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [upload, file, key, rawName, picked],
  )
  const status = useRowState(row, statusOf) ?? undefined
  const waiting = useRowState(row, waitingOf) ?? undefined
  const tone = useRowState(row, toneOf) ?? undefined
  const kind = file?.custom_download_url ? 'link' : fileKind(rawName, upload?.file.type ?? file?.mime_type)
  const list = useList()
  const place = useContext(PlaceContext)
  const element = useRowElement(ref, key, place)
  const tabIndex = useTabIndex(place)
  const selected = useIsSelected(list?.selection, key)
  const select = list?.selection !== undefined
  const state = { status, tone, waiting, kind, select, selected, index: place?.index }
  return (
    <RowContext.Provider value={row}>
      {renderPart<FileListItemState>('li', props, {
        name: 'row',
        state,
        ref: element,
        defaults: {
          tabIndex,
          ...(place && { 'aria-posinset': place.index + 1 }),
          // Where it is not said the list may have set it, which is not to be taken away.
          ...(place?.setSize !== undefined && { 'aria-setsize': place.setSize }),
        },
      })}
    </RowContext.Provider>
  )
})

/** Once a row can have the focus it always can: a list that becomes short would lose it. */
function useTabIndex(place: Place | null): 0 | -1 | undefined {
  const [wasPlaced, setWasPlaced] = useState(place !== null)
  if (place && !wasPlaced) setWasPlaced(true)
  if (place?.isTabStop) return 0
  return wasPlaced ? -1 : undefined
}

/** Makes the element of a row known to its list, besides to the caller. */
function useRowElement(ref: ForwardedRef<HTMLLIElement>, key: string, place: Place | null) {
  const element = useRef<HTMLLIElement>(null)
  useImperativeHandle(ref, () => element.current as HTMLLIElement, []) // it is there by then
  const keys = useList()?.keys
  const { measure, index } = place ?? {}

  useIsomorphicLayoutEffect(() => {
    if (element.current) keys?.set(element.current, key)
  }, [keys, key])
  useIsomorphicLayoutEffect(() => {
    measure?.(element.current)
    return () => measure?.(null)
  }, [measure, index, key])
  return element
}

function toneOf(state: UploadState): FileListItemState['tone'] {
  if (state.status === 'failed') {
    const isUnknown = state.isUnwanted || state.error.code === 'outcome-unknown'
    return isUnknown || isAttachRefused(state) ? 'warning' : undefined
  }
  if (state.status === 'done') return isPending(state.result) ? 'accent' : undefined
  if (state.status !== 'waiting') return undefined
  if (state.waiting.for === 'file') return state.waiting.other || state.waiting.expired ? 'error' : undefined
  return state.waiting.for === 'leader' ? 'muted' : undefined
}

function isPending(result: UploadResult): boolean {
  return result.kind === 'saved' && result.attach === 'pending'
}

function statusOf(state: UploadState, upload: Upload): UploadStatus | 'restored' {
  return isInterrupted(state, upload) ? 'restored' : state.status
}

function waitingOf(state: UploadState): FileListItemState['waiting'] {
  if (state.status !== 'waiting') return undefined
  const { waiting } = state
  return waiting.for === 'retry' && waiting.error.retryAfterMs !== undefined ? 'busy' : waiting.for
}
