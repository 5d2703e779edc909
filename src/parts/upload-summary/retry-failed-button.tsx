'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useMatchingUploads } from '../../hooks/use-matching-uploads.js'
import { useUploadSummary } from '../../hooks/use-upload-summary.js'
import { mayRetry } from '../../transfer/upload-state.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useSummaryScope, useSummaryUploads } from './summary-context.js'

/** Props of `UploadSummaryRetryFailedButton`. */
export interface UploadSummaryRetryFailedButtonProps extends PartProps<'button'> {
  /**
   * Whether it is there only once nothing goes on any more.
   * @default 'over'
   */
  readonly when?: 'over' | 'always' | undefined
}

/**
 * Tries those again that failed, without those that may be saved already. Renders a `<button>`, or nothing while others go
 * on or where none failed.
 */
export const UploadSummaryRetryFailedButton = forwardRef<
  HTMLButtonElement,
  UploadSummaryRetryFailedButtonProps
>(function UploadSummaryRetryFailedButton({ when = 'over', ...props }, ref) {
  const scope = useSummaryScope('RetryFailedButton')
  const isHeldBack = useUploadSummary(scope, ({ live }) => live > 0) && when === 'over'
  const failed = useMatchingUploads(scope, mayRetry)
  const uploads = useSummaryUploads('RetryFailedButton')
  const { tryFailedAgain } = useMessages()
  if (isHeldBack || failed.count === 0) return null
  return renderPart('button', props, {
    name: 'button',
    ref,
    defaults: {
      type: 'button',
      onClick: () =>
        uploads()
          .filter(failed.has)
          .forEach((upload) => upload.retry()),
      children: (
        <>
          <Icon name="retry" size="sm" />
          <bdi>{tryFailedAgain(failed.count)}</bdi>
        </>
      ),
    },
  })
})
