'use client'
import { useMemo } from 'react'
import { useUploadNotice } from '../hooks/use-upload-notice.js'
import { UploadNoticeDetails } from '../parts/upload-notice/details.js'
import { UploadNoticeDismissButton } from '../parts/upload-notice/dismiss-button.js'
import { UploadNoticeIcon } from '../parts/upload-notice/icon.js'
import { NoticeContext } from '../parts/upload-notice/notice-context.js'
import { UploadNoticeSignInButton } from '../parts/upload-notice/sign-in-button.js'
import { UploadNoticeTitle } from '../parts/upload-notice/title.js'
import { toneOfNotice } from '../parts/upload-notice/tone-of-notice.js'
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
import type { NoticeKind } from '../uploads/notice.js'
import { NoticeBar } from './notice-bar.js'

interface UploadsBarProps {
  readonly scope: string
  readonly focusFallback: FocusFallback
  readonly onSignIn: (() => unknown) | undefined
}

/** All uploads of a list in one line. What stops all of them is said in its place, so that no row moves. */
export function UploadsBar({ scope, focusFallback, onSignIn }: UploadsBarProps) {
  const notice = useUploadNotice(scope)
  const stopped = useMemo(
    () => (notice && stopping.has(notice.kind) ? { notice, scope } : null),
    [notice, scope],
  )
  return (
    <>
      <UploadSummaryRoot
        scope={scope}
        focusFallback={focusFallback}
        {...(stopped && {
          'data-tone': toneOfNotice(stopped.notice.kind),
          'data-notice': stopped.notice.kind,
        })}
      >
        {/* Around both, so that a button that stays keeps the focus. */}
        <NoticeContext.Provider value={stopped}>
          {stopped ? <UploadNoticeIcon /> : <UploadSummaryIcon />}
          <UploadSummaryText>
            {stopped ? <UploadNoticeTitle /> : <UploadSummaryTitle />}
            {stopped ? <UploadNoticeDetails /> : <Numbers />}
          </UploadSummaryText>
          {!stopped && <UploadSummaryPauseAllButton />}
          {/* Beside the one thing to do there is no room for it. */}
          {stopped?.notice.kind !== 'signed-out' && (
            <UploadSummaryCancelAllButton data-variant={stopped ? 'ghost' : undefined} />
          )}
          <UploadSummaryRetryFailedButton />
          {stopped && <UploadNoticeSignInButton onSignIn={onSignIn} />}
          {stopped ? <UploadNoticeDismissButton /> : <UploadSummaryDismissButton />}
        </NoticeContext.Provider>
        <UploadSummaryProgress />
      </UploadSummaryRoot>
      {!stopped && <NoticeBar {...{ scope, focusFallback, onSignIn }} />}
    </>
  )
}

function Numbers() {
  return (
    <p className="ef-meta">
      <UploadSummarySize />
      <UploadSummarySpeed className="ef-minor" />
      <UploadSummaryTimeLeft />
    </p>
  )
}

const stopping: ReadonlySet<NoticeKind> = new Set(['signed-out', 'offline', 'busy', 'back-online'])
