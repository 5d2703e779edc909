'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useUploadSummary } from '../../hooks/use-upload-summary.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { phaseOf } from './phase.js'
import { useSummaryScope, useSummaryUploads } from './summary-context.js'

/** What a `UploadSummaryPauseAllButton` tells by its `data-*` attributes. */
export interface UploadSummaryPauseAllButtonState {
  /** It resumes. @selector [data-paused] */
  readonly paused: boolean
}

/** Props of `UploadSummaryPauseAllButton`. */
export type UploadSummaryPauseAllButtonProps = PartProps<'button', UploadSummaryPauseAllButtonState>

/** Pauses all uploads, and lets them go on. Renders a `<button>`, one for both; or nothing once none goes on. */
export const UploadSummaryPauseAllButton = forwardRef<HTMLButtonElement, UploadSummaryPauseAllButtonProps>(
  function UploadSummaryPauseAllButton(props, ref) {
    const phase = useUploadSummary(useSummaryScope('PauseAllButton'), phaseOf)
    const uploads = useSummaryUploads('PauseAllButton')
    const { pauseAll, resumeAll } = useMessages()
    const paused = phase === 'paused'
    if (!paused && phase !== 'live') return null
    return renderPart<UploadSummaryPauseAllButtonState>('button', props, {
      name: 'button',
      state: { paused },
      ref,
      defaults: {
        type: 'button',
        onClick: () => uploads().forEach((upload) => (paused ? upload.resume() : upload.pause())),
        children: (
          <>
            <Icon name={paused ? 'play' : 'pause'} size="sm" />
            {paused ? resumeAll : pauseAll}
          </>
        ),
      },
    })
  },
)
