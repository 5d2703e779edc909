'use client'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import type { FileError } from '../api/errors.js'
import { toFileError } from '../api/errors.js'
import { useMessages } from '../hooks/files-provider.js'
import { useSelected, useSelection } from '../hooks/use-selection.js'
import { useUploadSummary } from '../hooks/use-upload-summary.js'
import type { Density, FileListRootProps } from '../parts/file-list/root.js'
import { FileListRoot } from '../parts/file-list/root.js'
import type { VisibleRange } from '../parts/file-list/list-context.js'
import { FileListRows } from '../parts/file-list/rows.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import type { Upload } from '../uploads/upload.js'
import type { Cards } from './cards.js'
import { loadMany } from './load-many.js'
import { NotShown } from './not-shown.js'
import { NoticeBar } from './notice-bar.js'
import { UploadRow } from './upload-row.js'
import { UploadsBar } from './uploads-bar.js'
import { useChunk } from './use-chunk.js'
import { useFind } from './use-find.js'
import { useSteady } from './use-steady.js'
import { useWaysBack } from './use-ways-back.js'

interface UploadListProps {
  readonly uploads: readonly Upload[]
  readonly scope: string
  readonly focusFallback: FocusFallback
  readonly density?: Density | undefined
  readonly layout?: FileListRootProps['layout']
  /** Cards instead of rows. */
  readonly cards?: Cards | undefined
  /** Rows can be chosen. */
  readonly selectable?: boolean | undefined
  /** Whether uploads stay when they are done, or leave for the list of what is stored. */
  readonly whenDone?: 'stay' | 'leave' | undefined
  /** Lets the person sign in when the session has ended. */
  readonly onSignIn?: (() => unknown) | undefined
  /** Lets the person choose another entity where this one refuses a file. */
  readonly onChooseAnother?: ((upload: Upload) => void) | undefined
  /** The tags of an upload, in its row; the same function as long as they look the same. */
  readonly tagsOf?: ((upload: Upload) => ReactNode) | null | undefined
}

/** The uploads of a scope: where there are many, what sums them up and finds some of them stays on top. */
export function UploadList(props: UploadListProps) {
  const {
    uploads,
    scope,
    focusFallback,
    density,
    layout,
    cards,
    selectable = false,
    whenDone = 'stay',
  } = props
  const { onSignIn } = props
  const chooseAnother = useSteady(props.onChooseAnother)
  // Canceled ones do not count.
  const isSummed = useUploadSummary(
    scope,
    ({ total, live, failed }) => total > 1 && (whenDone === 'stay' ? uploads.length > 1 : live + failed > 0),
  )
  const messages = useMessages()
  const find = useFind(uploads, scope)
  const { shown, foundBy } = find
  const keys = useMemo(() => (selectable ? shown.map(keyOf) : []), [selectable, shown])
  const selection = useSelection(keys)
  const selectedKeys = new Set(useSelected(selection, keys))
  const [range] = useState(() => createStore<VisibleRange | null>(() => null))
  const list = useRef<HTMLUListElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const { toList, toSearch } = useWaysBack(list, search, focusFallback)
  // What is found is read from its beginning.
  const wanted = `${find.filter} ${foundBy}`
  const read = useRef(wanted)
  useEffect(() => {
    if (read.current !== wanted) list.current?.scrollTo(0, 0)
    read.current = wanted
  }, [wanted])
  // Of the whole list, so that it does not jump while somebody types.
  const isVirtual = uploads.length > mostInPage
  const isFindable = uploads.length > mostAtAGlance || foundBy !== '' || find.filter !== 'all'
  const [failure, setFailure] = useState<FileError | null>(null)
  const many = useChunk(loadMany, selectable || isFindable, (cause) => {
    setFailure(toFileError(cause, 'list'))
  })
  if (uploads.length === 0) return null
  const { Rows } = cards ?? { Rows: FileListRows }

  return (
    <div>
      <div className="ef-sticky">
        {isSummed ? (
          <UploadsBar {...{ scope, focusFallback, onSignIn }} />
        ) : (
          <NoticeBar {...{ scope, onSignIn }} focusFallback={toList} />
        )}
        <NotShown error={failure} />
        {isFindable && !many && !failure && (
          // As high as what will come.
          <div className="ef-chips" aria-hidden>
            <span className="ef-input" />
          </div>
        )}
        {isFindable && many && (
          <many.FindBar
            find={find}
            scope={scope}
            total={uploads.length}
            inputRef={search}
            focusFallback={toSearch}
          />
        )}
        {selectedKeys.size > 0 && many && (
          <many.SelectionBar
            scope={scope}
            selection={selection}
            selected={shown.filter(({ id }) => selectedKeys.has(id))}
            isAll={selectedKeys.size === keys.length}
            focusFallback={toList}
          />
        )}
      </div>
      {shown.length === 0 ? (
        many && <many.NothingFound find={find} total={uploads.length} focusFallback={toSearch} />
      ) : (
        <FileListRoot
          ref={list}
          aria-label={messages.uploads}
          selection={selectable ? selection : undefined}
          query={foundBy}
          focusFallback={toSearch}
          {...(cards?.look ?? { density, layout })}
        >
          <Rows items={shown} keyOf={keyOf} virtual={isVirtual} onRange={range.setState}>
            {(upload) => <UploadRow upload={upload} onChooseAnother={chooseAnother} tagsOf={props.tagsOf} />}
          </Rows>
        </FileListRoot>
      )}
      {isVirtual && shown.length > 0 && many && (
        <many.ListFoot scope={scope} range={range} total={shown.length} focusFallback={toList} />
      )}
    </div>
  )
}

function keyOf({ id }: Upload): string {
  return id
}

const mostInPage = 100
const mostAtAGlance = 20
