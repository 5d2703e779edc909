'use client'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { FileEntity } from '../../api/types.js'
import type { RowSelection } from '../../hooks/use-selection.js'
import type { UploadState } from '../../transfer/upload-state.js'
import type { Upload } from '../../uploads/upload.js'

/** What a row shows: a file on its way, or one that is there. */
export interface Row {
  readonly upload: Upload | null
  readonly file: FileEntity | null
  /** Names it in a selection. */
  readonly key: string
  /** The file's name, safe to show. */
  readonly name: string
}

export const RowContext = createContext<Row | null>(null)

/** The row around a part; `part` is for the error where there is none. */
export function useRow(part: string): Row {
  const row = useContext(RowContext)
  if (!row) throw new Error(`<FileList.${part}> has no row to show. Put it inside <FileList.Item>.`)
  return row
}

/** Subscribes to just what `selector` picks of the upload's state; `null` in the row of a file that is there. */
export function useRowState<T>(
  { upload }: Row,
  selector: (state: UploadState, upload: Upload) => T,
): T | null {
  const subscribe = useCallback((listener: () => void) => upload?.state.subscribe(listener) ?? noop, [upload])
  const select = () => (upload ? selector(upload.state.getState(), upload) : null)
  return useSyncExternalStore(subscribe, select, select)
}

/** Whether the row is chosen. */
export function useIsSelected(selection: RowSelection | undefined, key: string): boolean {
  const select = () => selection?.state.getState().selected.has(key) ?? false
  return useSyncExternalStore(selection?.state.subscribe ?? never, select, select)
}

const never = () => noop
function noop() {}
