'use client'
import { forwardRef } from 'react'
import { useFileClient, useMessages } from '../../hooks/files-provider.js'
import { useUploadSummary } from '../../hooks/use-upload-summary.js'
import { isLive } from '../../transfer/upload-state.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { phaseOf } from './phase.js'
import { useSummaryScope, useSummaryUploads } from './summary-context.js'

/** Props of `UploadSummaryDismissButton`. */
export type UploadSummaryDismissButtonProps = PartProps<'button'>

/** Takes all that is over out of the list. Renders a `<button>`, or nothing before all are done. */
export const UploadSummaryDismissButton = forwardRef<HTMLButtonElement, UploadSummaryDismissButtonProps>(
  function UploadSummaryDismissButton(props, ref) {
    const client = useFileClient()
    const phase = useUploadSummary(useSummaryScope('DismissButton'), phaseOf)
    const uploads = useSummaryUploads('DismissButton')
    const { dismiss } = useMessages()
    if (phase !== 'done') return null
    return renderPart('button', props, {
      name: props.children === undefined ? 'icon-button' : 'button',
      ref,
      defaults: {
        type: 'button',
        ...(props.children === undefined && { title: dismiss, 'aria-label': dismiss }),
        onClick: () => client.uploads.remove(uploads().filter(({ state }) => !isLive(state.getState()))),
        children: <Icon name="x" />,
      },
    })
  },
)
