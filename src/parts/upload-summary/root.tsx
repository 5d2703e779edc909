'use client'
import { forwardRef, useImperativeHandle, useRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useUploadSummary } from '../../hooks/use-upload-summary.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import type { FocusFallback } from '../use-keep-focus.js'
import { useKeepFocus } from '../use-keep-focus.js'
import type { Phase } from './phase.js'
import { phaseOf } from './phase.js'
import { SummaryContext } from './summary-context.js'

/** What a `UploadSummaryRoot` tells by its `data-*` attributes. */
export interface UploadSummaryRootState {
  /** @selector [data-tone="accent" | "muted" | "error" | "success"] */
  readonly tone: 'accent' | 'muted' | 'error' | 'success'
}

/** Props of `UploadSummaryRoot`. */
export interface UploadSummaryRootProps extends PartProps<'div', UploadSummaryRootState> {
  /** Whose uploads; `useFileUpload` tells it. */
  readonly scope: string
  /** Gets the focus when the button that has it goes away. */
  readonly focusFallback?: FocusFallback | undefined
}

/**
 * Many uploads in one line. Renders a `<div>`.
 *
 * @example
 * <UploadSummary.Root scope={scope}>
 *   <UploadSummary.Title />
 *   <UploadSummary.Progress />
 * </UploadSummary.Root>
 */
export const UploadSummaryRoot = forwardRef<HTMLDivElement, UploadSummaryRootProps>(
  function UploadSummaryRoot({ scope, focusFallback, ...props }, ref) {
    const bar = useRef<HTMLDivElement>(null)
    useImperativeHandle(ref, () => bar.current as HTMLDivElement, [bar]) // it is there by then
    useKeepFocus(bar, { fallback: focusFallback })
    const phase = useUploadSummary(scope, phaseOf)
    const { allUploads } = useMessages()
    return (
      <SummaryContext.Provider value={scope}>
        {renderPart<UploadSummaryRootState>('div', props, {
          name: 'summary',
          state: { tone: tones[phase] },
          defaults: { ref: bar, role: 'group', 'aria-label': allUploads },
        })}
      </SummaryContext.Provider>
    )
  },
)

const tones: Readonly<Record<Phase, UploadSummaryRootState['tone']>> = {
  empty: 'muted',
  live: 'accent',
  paused: 'muted',
  failed: 'error',
  done: 'success',
}
