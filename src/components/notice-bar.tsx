'use client'
import { UploadNoticeDetails } from '../parts/upload-notice/details.js'
import { UploadNoticeDiscardButton } from '../parts/upload-notice/discard-button.js'
import { UploadNoticeDismissButton } from '../parts/upload-notice/dismiss-button.js'
import { UploadNoticeIcon } from '../parts/upload-notice/icon.js'
import { UploadNoticeRoot } from '../parts/upload-notice/root.js'
import { UploadNoticeSignInButton } from '../parts/upload-notice/sign-in-button.js'
import { UploadNoticeText } from '../parts/upload-notice/text.js'
import { UploadNoticeTitle } from '../parts/upload-notice/title.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'

interface NoticeBarProps {
  readonly scope: string
  readonly focusFallback: FocusFallback
  readonly onSignIn: (() => unknown) | undefined
}

/** What stops a list as a whole, or what one should know of it, in a line of its own. */
export function NoticeBar({ scope, focusFallback, onSignIn }: NoticeBarProps) {
  return (
    <UploadNoticeRoot scope={scope} focusFallback={focusFallback}>
      <UploadNoticeIcon />
      <UploadNoticeText>
        <UploadNoticeTitle />
        <UploadNoticeDetails />
      </UploadNoticeText>
      <UploadNoticeSignInButton onSignIn={onSignIn} />
      <UploadNoticeDiscardButton />
      <UploadNoticeDismissButton />
    </UploadNoticeRoot>
  )
}
