'use client'
import { useMemo } from 'react'
import type { FileEntity } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { FileListActions } from '../../parts/file-list/actions.js'
import { FileListDownloadButton } from '../../parts/file-list/download-button.js'
import { FileListItem } from '../../parts/file-list/item.js'
import { FileListMain } from '../../parts/file-list/main.js'
import { FileListMeta } from '../../parts/file-list/meta.js'
import { FileListName } from '../../parts/file-list/name.js'
import type { Density } from '../../parts/file-list/root.js'
import { FileListRoot } from '../../parts/file-list/root.js'
import { FileListSize } from '../../parts/file-list/size.js'
import { FileListThumb } from '../../parts/file-list/thumb.js'
import { FileListTitle } from '../../parts/file-list/title.js'
import { Icon } from '../../parts/icon.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import type { PendingFiles as Pending } from '../../queries/pending-relations-query.js'
import { RovingRows } from '../roving-rows.js'

interface PendingFilesProps {
  readonly pending: Pending | undefined
  /** The ids of files that are attached: an older answer may still name them. */
  readonly attached: ReadonlySet<string>
  readonly density: Density | undefined
  readonly focusFallback: FocusFallback
}

/** Files that are not attached yet, for somebody has to approve it. */
export function PendingFiles({ pending, attached, density, focusFallback }: PendingFilesProps) {
  const { collection: words } = useMessages()
  const files = useMemo(
    () => (pending?.attaching ?? none).filter(({ _id }) => !attached.has(_id)),
    [pending, attached],
  )
  if (files.length === 0) return null
  return (
    <FileListRoot
      className="ef-pending"
      aria-label={words.waitingFiles}
      layout="table"
      {...{ density, focusFallback }}
    >
      <RovingRows items={files} keyOf={keyOf}>
        {row}
      </RovingRows>
    </FileListRoot>
  )
}

function row(file: FileEntity) {
  return <PendingRow file={file} />
}

function PendingRow({ file }: { readonly file: FileEntity }) {
  const { waitingForApprovalShort } = useMessages()
  return (
    <FileListItem file={file}>
      <FileListThumb />
      <FileListMain>
        <FileListTitle>
          <FileListName />
        </FileListTitle>
        <FileListMeta>
          <span className="ef-status" data-tone="accent">
            <Icon name="clock" />
            <bdi>{waitingForApprovalShort}</bdi>
          </span>
          <FileListSize />
        </FileListMeta>
      </FileListMain>
      <FileListActions>
        <FileListDownloadButton />
      </FileListActions>
    </FileListItem>
  )
}

function keyOf({ _id }: FileEntity): string {
  return _id
}

const none: readonly FileEntity[] = []
