'use client'
import type { KeyboardEvent, Ref, RefObject } from 'react'
import { useEffect, useRef } from 'react'
import type { RelatedFile } from '../../api/types.js'
import type { FileError } from '../../api/errors.js'
import { useMessages } from '../../hooks/files-provider.js'
import type { RowSelection } from '../../hooks/use-selection.js'
import type { Density } from '../../parts/file-list/root.js'
import { FileListRoot } from '../../parts/file-list/root.js'
import type { FileListRowsHandle } from '../../parts/file-list/rows.js'
import { FileListRows } from '../../parts/file-list/rows.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import type { Cards } from '../cards.js'
import type { RowActions } from './row-menu.js'
import { CollectionRow } from './collection-row.js'
import { RovingRows } from '../roving-rows.js'
import { useDropOnRow } from './use-drop-on-row.js'
import type { Renaming } from './use-renaming.js'
import type { NewVersions } from './use-new-versions.js'
import { walkGrid } from '../walk-grid.js'

/** How files are laid out. */
export type FilesView = 'list' | 'grid'

interface CollectionListProps {
  readonly files: readonly RelatedFile[]
  /** There are so many that the list keeps only those in view in the page. */
  readonly isLong: boolean
  /** Cards instead of rows. */
  readonly cards: Cards | undefined
  readonly density: Density | undefined
  readonly selection: RowSelection
  readonly query: string
  readonly actions: RowActions
  readonly problems: ReadonlyMap<string, FileError>
  /** The ids of files that will be taken off, once somebody has approved it. */
  readonly leaving: ReadonlySet<string>
  /** Without them rows take no drops. */
  readonly versions: NewVersions | undefined
  /** The row whose name is being typed. */
  readonly renaming: Renaming | null
  /** Takes files off; without it they stay. */
  readonly onDetach: ((files: readonly RelatedFile[]) => void) | undefined
  /** Leads to its rows. */
  readonly rowsRef: Ref<FileListRowsHandle>
  readonly listRef: RefObject<HTMLUListElement | null>
  readonly focusFallback: FocusFallback
}

/** The files in rows or cards: one tab stop, walked by arrow keys. */
export function CollectionList(props: CollectionListProps) {
  const { files, isLong, cards, density, selection, query, actions, problems, leaving, onDetach } = props
  const messages = useMessages()
  const { listRef: list, rowsRef, versions, renaming } = props
  useDropOnRow({ listRef: list, files, versions })
  // What is found is read from its beginning.
  const read = useRef(query)
  useEffect(() => {
    if (read.current !== query) list.current?.scrollTo(0, 0)
    read.current = query
  }, [query, list])

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (cards) walkGrid(event, { keys: files.map(keyOf), selection })
    const isPlain = !event.repeat && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey
    const target = event.target as Element // as all that gets keys in a page
    const file = isPlain ? files[rowIndexOf(target)] : undefined
    if (!file) return
    // A button in the row has its own use for it.
    if (event.key === 'Enter' && target.matches('[data-index]')) {
      event.preventDefault()
      actions.preview(file)
    }
    if (event.key === 'F2' && actions.rename) {
      event.preventDefault()
      actions.rename(file)
    }
    if (event.key !== 'Delete' || !onDetach) return
    event.preventDefault()
    const { selected } = selection.state.getState()
    onDetach(selected.has(file._id) ? files.filter(({ _id }) => selected.has(_id)) : [file])
  }
  const row = (file: RelatedFile) => (
    <CollectionRow
      file={file}
      actions={actions}
      problem={problems.get(file._id)}
      renaming={renaming?.fileId === file._id ? renaming : undefined}
      isLeaving={leaving.has(file._id)}
      drag={versions?.target?.id === file._id ? versions.target.drag : undefined}
    />
  )
  return (
    <FileListRoot
      ref={list}
      aria-label={messages.files}
      {...(cards?.look ?? { layout: 'table' as const, density })}
      {...{ selection, query, onKeyDown }}
      focusFallback={props.focusFallback}
    >
      {isLong && !cards ? (
        <FileListRows items={files} keyOf={keyOf} handle={rowsRef} virtual>
          {row}
        </FileListRows>
      ) : (
        <RovingRows items={files} keyOf={keyOf} handle={rowsRef} growing={isLong}>
          {row}
        </RovingRows>
      )}
    </FileListRoot>
  )
}

function keyOf({ _id }: RelatedFile): string {
  return _id
}

function rowIndexOf(element: Element): number {
  return Number(element.closest('[data-index]')?.getAttribute('data-index') ?? -1)
}
