'use client'
import { memo, useState } from 'react'
import type { FileError } from '../api/errors.js'
import type { FileEntity } from '../api/types.js'
import { useMessages } from '../hooks/files-provider.js'
import { displayName } from '../parts/display-name.js'
import { FileListActions } from '../parts/file-list/actions.js'
import { FileListBadges } from '../parts/file-list/badges.js'
import { FileListDate } from '../parts/file-list/date.js'
import { FileListDownloadButton } from '../parts/file-list/download-button.js'
import { FileListItem } from '../parts/file-list/item.js'
import { FileListMain } from '../parts/file-list/main.js'
import { FileListMeta } from '../parts/file-list/meta.js'
import { FileListName } from '../parts/file-list/name.js'
import { useRowTabIndex } from '../parts/file-list/place-context.js'
import type { Density } from '../parts/file-list/root.js'
import { FileListRoot } from '../parts/file-list/root.js'
import { FileListRows } from '../parts/file-list/rows.js'
import { FileListSize } from '../parts/file-list/size.js'
import { FileListTags } from '../parts/file-list/tags.js'
import { FileListThumb } from '../parts/file-list/thumb.js'
import { FileListTitle } from '../parts/file-list/title.js'
import { Icon } from '../parts/icon.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import { DownloadProblem } from './download-problem.js'

interface ChosenFilesProps {
  readonly files: readonly FileEntity[]
  readonly onRemove: (fileId: string) => void
  readonly density: Density | undefined
  readonly focusFallback: FocusFallback
}

/** Files of epilot that the entity will have, too, once it is created. */
export function ChosenFiles({ files, onRemove, density, focusFallback }: ChosenFilesProps) {
  const { adding: words } = useMessages()
  if (files.length === 0) return null
  return (
    <FileListRoot
      className="ef-chosen"
      aria-label={words.filesToAttach}
      layout="table"
      {...{ density, focusFallback }}
    >
      <FileListRows items={files} keyOf={({ _id }) => _id}>
        {(file) => <ChosenRow file={file} onRemove={onRemove} />}
      </FileListRows>
    </FileListRoot>
  )
}

interface ChosenRowProps extends Pick<ChosenFilesProps, 'onRemove'> {
  readonly file: FileEntity
}

const ChosenRow = memo(function ChosenRow({ file, onRemove }: ChosenRowProps) {
  const [problem, setProblem] = useState<FileError | null>(null)
  return (
    <FileListItem file={file}>
      <FileListThumb preview />
      <FileListMain>
        <FileListTitle>
          <FileListName />
          <FileListBadges />
        </FileListTitle>
        <FileListMeta>
          {problem && <DownloadProblem error={problem} />}
          <FileListTags className="ef-minor" />
          <FileListDate />
          <FileListSize />
        </FileListMeta>
      </FileListMain>
      <FileListActions>
        <FileListDownloadButton onError={setProblem} />
        <RemoveButton file={file} onRemove={onRemove} />
      </FileListActions>
    </FileListItem>
  )
})

function RemoveButton({ file, onRemove }: ChosenRowProps) {
  const { forFile, remove } = useMessages()
  const label = forFile(remove, displayName(file.filename))
  return (
    <button
      type="button"
      className="ef-icon-button"
      tabIndex={useRowTabIndex()}
      aria-label={label}
      title={label}
      onClick={() => onRemove(file._id)}
    >
      <Icon name="x" />
    </button>
  )
}
