'use client'
import type { MouseEvent } from 'react'
import { memo } from 'react'
import { FileListActions } from '../parts/file-list/actions.js'
import { FileListCancelButton } from '../parts/file-list/cancel-button.js'
import { FileListChoices } from '../parts/file-list/choices.js'
import { FileListChooseSameFileButton } from '../parts/file-list/choose-same-file-button.js'
import { FileListContinueButton } from '../parts/file-list/continue-button.js'
import { FileListItem } from '../parts/file-list/item.js'
import { FileListMain } from '../parts/file-list/main.js'
import { FileListMeta } from '../parts/file-list/meta.js'
import { FileListName } from '../parts/file-list/name.js'
import { FileListProgress } from '../parts/file-list/progress.js'
import { FileListRemoveButton } from '../parts/file-list/remove-button.js'
import { FileListRetryButton } from '../parts/file-list/retry-button.js'
import { FileListSize } from '../parts/file-list/size.js'
import { FileListStatus } from '../parts/file-list/status.js'
import { FileListThumb } from '../parts/file-list/thumb.js'
import { FileListTimeLeft } from '../parts/file-list/time-left.js'
import { FileListTitle } from '../parts/file-list/title.js'
import type { Upload } from '../uploads/upload.js'
import { useEnter } from './use-enter.js'

interface FieldRowProps {
  readonly upload: Upload
  /** It can be looked at, but not removed. */
  readonly isReadonly: boolean
}

/** A file of a form field: what is not wanted goes at once, since it is in nobody's hands yet. */
export const FieldRow = memo(function FieldRow({ upload, isReadonly }: FieldRowProps) {
  function remove(event: MouseEvent) {
    // The button would leave a canceled row behind.
    event.preventDefault()
    upload.dismiss()
  }
  return (
    <FileListItem ref={useEnter(upload)} upload={upload}>
      <FileListThumb />
      <FileListMain>
        <FileListTitle>
          <FileListName />
        </FileListTitle>
        <FileListMeta>
          <FileListStatus />
          <FileListSize />
          <FileListTimeLeft className="ef-keep" />
        </FileListMeta>
      </FileListMain>
      {!isReadonly && (
        <FileListActions>
          <FileListChoices>
            <FileListRetryButton />
            <FileListContinueButton />
            <FileListChooseSameFileButton />
          </FileListChoices>
          <FileListCancelButton onClick={remove} />
          <FileListRemoveButton />
        </FileListActions>
      )}
      <FileListProgress />
    </FileListItem>
  )
})
