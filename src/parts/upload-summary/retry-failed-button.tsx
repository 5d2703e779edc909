'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { mayRetry } from '../../transfer/upload-state.js'
import { useUploadSummary } from '../../hooks/use-upload-summary.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useSummaryScope, useSummaryUploads } from './summary-context.js'

/** Props of `UploadSummaryRetryFailedButton`. */
export type UploadSummaryRetryFailedButtonProps = PartProps<'button'>

/**
 * Tries those again that failed, without those that may be saved already. Renders a `<button>`, or nothing while others go
 * on or where none failed.
 */
export const UploadSummaryRetryFailedButton = forwardRef<
  HTMLButtonElement,
  UploadSummaryRetryFailedButtonProps
>(function UploadSummaryRetryFailedButton(props, ref) {
  const failed = useUploadSummary(useSummaryScope('RetryFailedButton'), ({ live, failed }) =>
    live > 0 ? 0 : failed,
  )
  const uploads = useSummaryUploads('RetryFailedButton')
  const { tryFailedAgain } = useMessages()
  const again = failed === 0 ? [] : uploads().filter((upload) => mayRetry(upload.state.getState()))
  if (again.length === 0) return null
  return renderPart('button', props, {
    name: 'button',
    ref,
    defaults: {
      type: 'button',
      onClick: () => again.forEach((upload) => upload.retry()),
      children: (
        <>
          <Icon name="retry" size="sm" />
          {tryFailedAgain(again.length)}
        </>
      ),
    },
  })
})
