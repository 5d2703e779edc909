'use client'
import { UploadSummaryCancelAllButton } from '../parts/upload-summary/cancel-all-button.js'
import { UploadSummaryDismissButton } from '../parts/upload-summary/dismiss-button.js'
import { UploadSummaryIcon } from '../parts/upload-summary/icon.js'
import { UploadSummaryPauseAllButton } from '../parts/upload-summary/pause-all-button.js'
import { UploadSummaryProgress } from '../parts/upload-summary/progress.js'
import { UploadSummaryRetryFailedButton } from '../parts/upload-summary/retry-failed-button.js'
import { UploadSummaryRoot } from '../parts/upload-summary/root.js'
import { UploadSummarySize } from '../parts/upload-summary/size.js'
import { UploadSummarySpeed } from '../parts/upload-summary/speed.js'
import { UploadSummaryText } from '../parts/upload-summary/text.js'
import { UploadSummaryTimeLeft } from '../parts/upload-summary/time-left.js'
import { UploadSummaryTitle } from '../parts/upload-summary/title.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'

interface UploadsBarProps {
  readonly scope: string
  readonly focusFallback: FocusFallback
}

/** All uploads of a list in one line. */
export function UploadsBar({ scope, focusFallback }: UploadsBarProps) {
  return (
    <UploadSummaryRoot scope={scope} focusFallback={focusFallback}>
      <UploadSummaryIcon />
      <UploadSummaryText>
        <UploadSummaryTitle />
        <p className="ef-meta">
          <UploadSummarySize />
          <UploadSummarySpeed className="ef-minor" />
          <UploadSummaryTimeLeft />
        </p>
      </UploadSummaryText>
      <UploadSummaryPauseAllButton />
      <UploadSummaryCancelAllButton />
      <UploadSummaryRetryFailedButton />
      <UploadSummaryDismissButton />
      <UploadSummaryProgress />
    </UploadSummaryRoot>
  )
}
