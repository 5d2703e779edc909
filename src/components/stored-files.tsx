'use client'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { toFileError } from '../api/errors.js'
import type { FileEntity } from '../api/types.js'
import { useMessages } from '../hooks/files-provider.js'
import { describeError } from '../locales/describe-error.js'
import { FileListRoot } from '../parts/file-list/root.js'
import type { Density } from '../parts/file-list/root.js'
import type { FileListRowsHandle } from '../parts/file-list/rows.js'
import { FileListRows } from '../parts/file-list/rows.js'
import { Icon } from '../parts/icon.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import { isFocusNowhere, useKeepFocus } from '../parts/use-keep-focus.js'
import type { EntityFiles } from '../queries/entity-files-query.js'
import { FileRow } from './file-row.js'
import { ShowMore } from './show-more.js'

const none: readonly FileEntity[] = []

interface StoredFilesProps {
  readonly stored: UseInfiniteQueryResult<EntityFiles>
  readonly density: Density | undefined
  readonly focusFallback: FocusFallback
}

/** The files an entity has, page by page. */
export function StoredFiles({ stored, density, focusFallback }: StoredFilesProps) {
  const { data, error, isPending, isFetchNextPageError, isFetchingNextPage, hasNextPage, fetchNextPage } =
    stored
  const messages = useMessages()
  const files = data?.files ?? none
  const { list, rows, goOnBehind } = useNextPage(files)
  if (isPending) return <LoadingRows label={messages.loading} density={density} />

  return (
    <>
      {error && (
        <NotLoaded
          error={error}
          isBusy={stored.isFetching}
          focusFallback={focusFallback}
          onAgain={() => void (isFetchNextPageError ? fetchNextPage() : stored.refetch())}
        />
      )}
      {files.length > 0 && (
        <FileListRoot
          ref={list}
          aria-label={messages.files}
          layout="table"
          density={density}
          focusFallback={focusFallback}
        >
          <FileListRows items={files} keyOf={({ _id }) => _id} handle={rows}>
            {(file) => <FileRow file={file} />}
          </FileListRows>
        </FileListRoot>
      )}
      {hasNextPage && (
        <ShowMore
          shown={files.length}
          total={data?.total}
          isBusy={isFetchingNextPage}
          onMore={() => {
            goOnBehind()
            void fetchNextPage()
          }}
        />
      )}
    </>
  )
}

/**
 * Once the next page is there one goes on with the first of its rows, wherever it stands: with the last page the button
 * goes.
 */
function useNextPage(files: readonly FileEntity[]) {
  const list = useRef<HTMLUListElement>(null)
  const rows = useRef<FileListRowsHandle>(null)
  const before = useRef<ReadonlySet<string> | null>(null)
  useEffect(() => {
    const known = before.current
    const first = known ? files.findIndex(({ _id }) => !known.has(_id)) : -1
    if (first < 0) return
    before.current = null
    // Not while React is at work.
    queueMicrotask(() => {
      if (!list.current || !rows.current) return
      if (isFocusNowhere(list.current)) rows.current.focus(first)
      else if (list.current.hasAttribute('data-virtual')) rows.current.scrollTo(first)
    })
  }, [files])
  const goOnBehind = () => {
    before.current = new Set(files.map(({ _id }) => _id))
  }
  return { list, rows, goOnBehind }
}

interface NotLoadedProps {
  readonly error: Error
  readonly isBusy: boolean
  readonly focusFallback: FocusFallback
  readonly onAgain: () => void
}

/** Why the list, or a part of it, is not there. */
function NotLoaded({ error, isBusy, focusFallback, onAgain }: NotLoadedProps) {
  const messages = useMessages()
  const callout = useRef<HTMLDivElement>(null)
  useKeepFocus(callout, { fallback: focusFallback })
  return (
    <div ref={callout} className="ef-empty" data-tone="error" role="alert">
      <Icon name="alert" />
      <p className="ef-help">{describeError(toFileError(error, 'list'), messages).what}</p>
      <button
        type="button"
        className="ef-button"
        aria-disabled={isBusy || undefined}
        onClick={() => isBusy || onAgain()}
      >
        {messages.loadAgain}
      </button>
    </div>
  )
}

/** In the shape of what will come; only what takes longer is worth a picture of waiting. */
function LoadingRows({ label, density }: { readonly label: string; readonly density: Density | undefined }) {
  return (
    <ul className="ef-list" data-layout="table" data-density={density} aria-busy="true" aria-label={label}>
      {[0, 1, 2].map((row) => (
        <li key={row} className="ef-row">
          <span className="ef-thumb ef-bone" />
          <div className="ef-main">
            <span className="ef-bone" />
          </div>
        </li>
      ))}
    </ul>
  )
}
