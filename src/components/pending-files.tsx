'use client'
import { memo, useMemo, useState } from 'react'
import type { FileError } from '../api/errors.js'
import type { EntityRef, FileEntity } from '../api/types.js'
import { useMessages } from '../hooks/files-provider.js'
import { usePendingRelations } from '../hooks/use-pending-relations.js'
import { FileListActions } from '../parts/file-list/actions.js'
import { FileListDownloadButton } from '../parts/file-list/download-button.js'
import { FileListItem } from '../parts/file-list/item.js'
import { FileListMain } from '../parts/file-list/main.js'
import { FileListMeta } from '../parts/file-list/meta.js'
import { FileListName } from '../parts/file-list/name.js'
import type { Density } from '../parts/file-list/root.js'
import { FileListRoot } from '../parts/file-list/root.js'
import { FileListRows } from '../parts/file-list/rows.js'
import { FileListSize } from '../parts/file-list/size.js'
import { FileListThumb } from '../parts/file-list/thumb.js'
import { FileListTitle } from '../parts/file-list/title.js'
import { Icon } from '../parts/icon.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import type { Cards } from './cards.js'
import { DownloadProblem } from './download-problem.js'

interface PendingFilesProps {
  readonly entity: EntityRef
  /**
   * Whether anything can wait.
   * @default true
   */
  readonly enabled?: boolean
  /** The ids of files that are attached: an older answer may still name them. */
  readonly attached?: ReadonlySet<string>
  readonly density: Density | undefined
  /** Cards instead of rows. */
  readonly cards?: Cards | undefined
  readonly focusFallback: FocusFallback
}

/** Files that an entity will have once somebody approves; nothing where nothing waits, or nobody may know. */
export function PendingFiles({
  entity,
  enabled,
  attached,
  density,
  cards,
  focusFallback,
}: PendingFilesProps) {
  const { data } = usePendingRelations(entity, { enabled })
  const { collection: words } = useMessages()
  const attaching = data?.attaching ?? none
  const files = useMemo(
    () => (attached ? attaching.filter(({ _id }) => !attached.has(_id)) : attaching),
    [attaching, attached],
  )
  if (files.length === 0) return null
  const { Rows } = cards ?? { Rows: FileListRows }
  return (
    <FileListRoot
      className="ef-pending"
      aria-label={words.waitingFiles}
      {...(cards?.look ?? { layout: 'table' as const, density })}
      focusFallback={focusFallback}
    >
      <Rows items={files} keyOf={({ _id }) => _id}>
        {(file) => <PendingRow file={file} />}
      </Rows>
    </FileListRoot>
  )
}

const PendingRow = memo(function PendingRow({ file }: { readonly file: FileEntity }) {
  const [problem, setProblem] = useState<FileError | null>(null)
  const { waitingForApproval, waitingForApprovalShort } = useMessages()
  return (
    <FileListItem file={file} data-tone="accent">
      <FileListThumb preview />
      <FileListMain>
        <FileListTitle>
          <FileListName />
        </FileListTitle>
        <FileListMeta>
          {problem ? (
            <DownloadProblem error={problem} />
          ) : (
            <span className="ef-status">
              <Icon name="people" />
              <bdi className="ef-long">{waitingForApproval}</bdi>
              <bdi className="ef-short" aria-hidden>
                {waitingForApprovalShort}
              </bdi>
            </span>
          )}
          <FileListSize />
        </FileListMeta>
      </FileListMain>
      <FileListActions>
        <FileListDownloadButton onError={setProblem} />
      </FileListActions>
    </FileListItem>
  )
})

const none: readonly FileEntity[] = []
