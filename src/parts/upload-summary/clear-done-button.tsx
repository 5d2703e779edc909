'use client'
import { forwardRef } from 'react'
import { useFileClient, useMessages } from '../../hooks/files-provider.js'
import { useMatchingUploads } from '../../hooks/use-matching-uploads.js'
import type { UploadState } from '../../transfer/upload-state.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useSummaryScope, useSummaryUploads } from './summary-context.js'

/** Props of `UploadSummaryClearDoneButton`. */
export type UploadSummaryClearDoneButtonProps = PartProps<'button'>

/** Takes what is done out of the list, also while others go on. Renders a `<button>`, or nothing where none is. */
export const UploadSummaryClearDoneButton = forwardRef<HTMLButtonElement, UploadSummaryClearDoneButtonProps>(
  function UploadSummaryClearDoneButton(props, ref) {
    const client = useFileClient()
    const done = useMatchingUploads(useSummaryScope('ClearDoneButton'), isDone)
    const uploads = useSummaryUploads('ClearDoneButton')
    const { clearDone } = useMessages()
    if (done.count === 0) return null
    return renderPart('button', props, {
      name: 'button',
      ref,
      defaults: {
        type: 'button',
        'data-variant': 'ghost',
        onClick: () => client.uploads.remove(uploads().filter(done.has)),
        children: <bdi>{clearDone(done.count)}</bdi>,
      },
    })
  },
)

function isDone({ status }: UploadState): boolean {
  return status === 'done'
}
