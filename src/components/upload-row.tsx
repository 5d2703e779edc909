'use client'
import type { ReactNode } from 'react'
import { memo, useState } from 'react'
import type { FileError } from '../api/errors.js'
import { useMessages } from '../hooks/files-provider.js'
import { FileListActions } from '../parts/file-list/actions.js'
import { FileListCancelButton } from '../parts/file-list/cancel-button.js'
import { FileListChoices } from '../parts/file-list/choices.js'
import { FileListChooseAnotherButton } from '../parts/file-list/choose-another-button.js'
import { FileListChooseSameFileButton } from '../parts/file-list/choose-same-file-button.js'
import { FileListContinueButton } from '../parts/file-list/continue-button.js'
import { FileListCheckbox } from '../parts/file-list/checkbox.js'
import { FileListDownloadButton } from '../parts/file-list/download-button.js'
import { FileListItem } from '../parts/file-list/item.js'
import { FileListKeepUnattachedButton } from '../parts/file-list/keep-unattached-button.js'
import { FileListMain } from '../parts/file-list/main.js'
import { FileListMeta } from '../parts/file-list/meta.js'
import { FileListName } from '../parts/file-list/name.js'
import { FileListPauseButton } from '../parts/file-list/pause-button.js'
import { FileListProgress } from '../parts/file-list/progress.js'
import { FileListRemoveButton } from '../parts/file-list/remove-button.js'
import { FileListRetryButton } from '../parts/file-list/retry-button.js'
import { FileListSize } from '../parts/file-list/size.js'
import { FileListSpeed } from '../parts/file-list/speed.js'
import { FileListStatus } from '../parts/file-list/status.js'
import { FileListThumb } from '../parts/file-list/thumb.js'
import { FileListSaveAgainButton } from '../parts/file-list/save-again-button.js'
import { FileListTimeLeft } from '../parts/file-list/time-left.js'
import { FileListTitle } from '../parts/file-list/title.js'
import type { Upload } from '../uploads/upload.js'
import { DownloadProblem } from './download-problem.js'
import { loadVersionViews } from './load-version-views.js'
import { useChunk } from './use-chunk.js'
import { useEnter } from './use-enter.js'

interface UploadRowProps {
  readonly upload: Upload
  /** Lets the person choose another entity where this one refuses the file. */
  readonly onChooseAnother?: ((upload: Upload) => void) | undefined
  /** Its tags, where somebody can give it some. */
  readonly tagsOf?: ((upload: Upload) => ReactNode) | null | undefined
}

/** A file on its way: only the parts that show what has changed render again. */
export const UploadRow = memo(function UploadRow({ upload, onChooseAnother, tagsOf }: UploadRowProps) {
  const [problem, setProblem] = useState<FileError | null>(null)
  const isVersion = upload.versionOf !== undefined
  // Which one it becomes is said once it can be.
  const version = useChunk(loadVersionViews, isVersion, () => {})
  const { versions: words } = useMessages()
  return (
    <FileListItem ref={useEnter(upload)} upload={upload}>
      <FileListCheckbox />
      <FileListThumb />
      <FileListMain>
        <FileListTitle>
          <FileListName />
          {isVersion &&
            (version ? (
              <version.VersionBadge upload={upload} />
            ) : (
              <span className="ef-badges">
                <span className="ef-badge">{words.isNew}</span>
              </span>
            ))}
        </FileListTitle>
        <FileListMeta>
          {problem ? <DownloadProblem error={problem} /> : <FileListStatus />}
          {tagsOf?.(upload)}
          <FileListSize className="ef-minor" />
          <FileListSpeed className="ef-minor" />
          <FileListTimeLeft className="ef-keep" />
          {version && <version.VersionOf upload={upload} />}
        </FileListMeta>
      </FileListMain>
      <FileListActions>
        <FileListChoices>
          <FileListRetryButton whenRefused={!onChooseAnother} />
          <FileListSaveAgainButton />
          <FileListContinueButton />
          <FileListChooseSameFileButton />
          {onChooseAnother && <FileListChooseAnotherButton onChooseAnother={onChooseAnother} />}
          <FileListKeepUnattachedButton />
        </FileListChoices>
        <FileListPauseButton />
        <FileListDownloadButton onError={setProblem} />
        <FileListCancelButton />
        <FileListRemoveButton />
      </FileListActions>
      <FileListProgress />
    </FileListItem>
  )
})
