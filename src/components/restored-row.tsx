'use client'
import type { MouseEvent } from 'react'
import { memo } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import { FileListActions } from '../parts/file-list/actions.js'
import { FileListCancelButton } from '../parts/file-list/cancel-button.js'
import { FileListChooseAnotherButton } from '../parts/file-list/choose-another-button.js'
import { FileListChoices } from '../parts/file-list/choices.js'
import { FileListChooseSameFileButton } from '../parts/file-list/choose-same-file-button.js'
import { FileListContinueButton } from '../parts/file-list/continue-button.js'
import { FileListKeepUnattachedButton } from '../parts/file-list/keep-unattached-button.js'
import { FileListItem } from '../parts/file-list/item.js'
import { FileListMain } from '../parts/file-list/main.js'
import { FileListMeta } from '../parts/file-list/meta.js'
import { FileListName } from '../parts/file-list/name.js'
import { FileListPauseButton } from '../parts/file-list/pause-button.js'
import { FileListProgress } from '../parts/file-list/progress.js'
import { FileListRemoveButton } from '../parts/file-list/remove-button.js'
import { FileListRetryButton } from '../parts/file-list/retry-button.js'
import { FileListSaveAgainButton } from '../parts/file-list/save-again-button.js'
import { FileListThumb } from '../parts/file-list/thumb.js'
import { FileListTitle } from '../parts/file-list/title.js'
import type { Upload } from '../uploads/upload.js'
import { RestoredStatus } from './restored-status.js'
import { VersionBadge } from './version-badge.js'
import { VersionOf } from './version-of.js'

interface RestoredRowProps {
  readonly upload: Upload
  readonly onDiscard: (uploads: readonly Upload[]) => void
  readonly onChooseAnother: ((upload: Upload) => void) | undefined
  /** There is no heading that tells when it was interrupted. */
  readonly isOnly?: boolean | undefined
}

/** An interrupted upload: a row as in any list, but what it loses can be brought back. */
export const RestoredRow = memo(function RestoredRow({
  upload,
  onDiscard,
  onChooseAnother,
  isOnly = false,
}: RestoredRowProps) {
  const { chooseSameFileShort } = useMessages()
  const isVersion = upload.versionOf !== undefined
  function discard(event: MouseEvent) {
    // The button would cancel it for good.
    event.preventDefault()
    onDiscard([upload])
  }
  return (
    <FileListItem upload={upload} data-upload={upload.id}>
      <FileListThumb />
      <FileListMain>
        <FileListTitle>
          <FileListName />
          {isVersion && <VersionBadge upload={upload} />}
        </FileListTitle>
        <FileListMeta>
          <RestoredStatus upload={upload} isOnly={isOnly} />
          {isVersion && <VersionOf upload={upload} />}
        </FileListMeta>
      </FileListMain>
      <FileListActions>
        <FileListChoices>
          <FileListRetryButton whenRefused={!onChooseAnother} />
          <FileListSaveAgainButton />
          <FileListContinueButton />
          <FileListChooseSameFileButton>{chooseSameFileShort}</FileListChooseSameFileButton>
          {onChooseAnother && <FileListChooseAnotherButton onChooseAnother={onChooseAnother} />}
          <FileListKeepUnattachedButton />
        </FileListChoices>
        <FileListPauseButton />
        <FileListCancelButton onClick={discard} />
        <FileListRemoveButton onClick={discard} />
      </FileListActions>
      <FileListProgress />
    </FileListItem>
  )
})
