'use client'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { useRef } from 'react'
import { toFileError } from '../../api/errors.js'
import type { FileEntity } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import type { RowSelection } from '../../hooks/use-selection.js'
import { describeError } from '../../locales/describe-error.js'
import { FileListRoot } from '../../parts/file-list/root.js'
import { Icon } from '../../parts/icon.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import type { FoundFiles as Found } from '../../queries/found-files-query.js'
import { ShowMore } from '../show-more.js'
import type { Refusal } from './existing-row.js'
import type { FileListRowsHandle } from '../../parts/file-list/rows.js'
import { useViewer } from '../file-viewer/use-viewer.js'
import { ExistingRow } from './existing-row.js'
import { NoneFound } from './none-found.js'
import { RovingRows } from '../roving-rows.js'
import type { Search } from './use-found-files.js'

interface FoundFilesProps {
  readonly found: UseInfiniteQueryResult<Found>
  /** What they were found by. */
  readonly foundBy: Search
  readonly onClearFilters: () => void
  readonly refusal: (file: FileEntity) => Refusal
  readonly selection: RowSelection
  readonly listRef: RefObject<HTMLUListElement | null>
  readonly focusFallback: FocusFallback
}

/** The files that were found, to be chosen; or why there are none. */
export function FoundFiles({ found, foundBy, refusal, selection, ...props }: FoundFilesProps) {
  const { listRef, onClearFilters, focusFallback } = props
  const messages = useMessages()
  const { collection: words } = messages
  const { files = none, hits = 0 } = found.data ?? {}
  const rows = useRef<FileListRowsHandle>(null)
  const { preview, viewer } = useViewer({
    files,
    focusFallback,
    onLeave: (file) => rows.current?.focus(files.indexOf(file)),
  })
  return (
    <div className="ef-dialog-body" aria-busy={found.isFetching}>
      {found.error && (
        <div className="ef-empty" data-tone="error" role="alert">
          <Icon name="alert" />
          <p className="ef-help">{describeError(toFileError(found.error, 'list'), messages).what}</p>
          <button type="button" className="ef-button" onClick={() => void found.refetch()}>
            {messages.loadAgain}
          </button>
        </div>
      )}
      {found.isSuccess && files.length === 0 && <NoneFound {...{ foundBy, onClearFilters, focusFallback }} />}
      {files.length > 0 && (
        <FileListRoot
          ref={listRef}
          aria-label={words.foundFiles}
          selection={selection}
          query={foundBy.text}
          focusFallback={focusFallback}
        >
          <RovingRows items={files} keyOf={keyOf} handle={rows}>
            {(file) => <ExistingRow file={file} refusal={refusal(file)} onPreview={preview} />}
          </RovingRows>
        </FileListRoot>
      )}
      {found.hasNextPage && (
        <ShowMore
          shown={files.length}
          total={hits}
          isBusy={found.isFetchingNextPage}
          onMore={() => void found.fetchNextPage()}
        />
      )}
      {viewer}
    </div>
  )
}

function keyOf({ _id }: FileEntity): string {
  return _id
}

const none: readonly FileEntity[] = []
