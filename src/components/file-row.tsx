'use client'
import { memo, useState } from 'react'
import type { FileError } from '../api/errors.js'
import type { FileEntity } from '../api/types.js'
import { FileListActions } from '../parts/file-list/actions.js'
import { FileListBadges } from '../parts/file-list/badges.js'
import { FileListCheckbox } from '../parts/file-list/checkbox.js'
import { FileListDate } from '../parts/file-list/date.js'
import { FileListDownloadButton } from '../parts/file-list/download-button.js'
import { FileListItem } from '../parts/file-list/item.js'
import { FileListMain } from '../parts/file-list/main.js'
import { FileListMeta } from '../parts/file-list/meta.js'
import { FileListName } from '../parts/file-list/name.js'
import { FileListSize } from '../parts/file-list/size.js'
import { FileListTags } from '../parts/file-list/tags.js'
import { FileListThumb } from '../parts/file-list/thumb.js'
import { FileListTitle } from '../parts/file-list/title.js'
import { DownloadProblem } from './download-problem.js'

/** A file that is there. */
export const FileRow = memo(function FileRow({ file }: { readonly file: FileEntity }) {
  const [problem, setProblem] = useState<FileError | null>(null)
  return (
    <FileListItem file={file}>
      <FileListCheckbox />
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
      </FileListActions>
    </FileListItem>
  )
})
