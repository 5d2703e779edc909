'use client'
import { forwardRef } from 'react'
import { useFileClient, useMessages } from '../../hooks/files-provider.js'
import { uploadNotice } from '../../uploads/upload-notice.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useNotice } from './notice-context.js'

/** Props of `UploadNoticeDiscardButton`. */
export type UploadNoticeDiscardButtonProps = PartProps<'button'>

/** Takes the uploads of another account out of the list. Renders a `<button>`, or nothing where there are none. */
export const UploadNoticeDiscardButton = forwardRef<HTMLButtonElement, UploadNoticeDiscardButtonProps>(
  function UploadNoticeDiscardButton(props, ref) {
    const { notice, scope } = useNotice('DiscardButton')
    const client = useFileClient()
    const { discardThem } = useMessages()
    if (notice.kind !== 'other-owner') return null
    return renderPart('button', props, {
      name: 'button',
      ref,
      defaults: {
        type: 'button',
        'data-variant': 'ghost',
        onClick: () => client.uploads.remove(uploadNotice(client, scope).ofOtherOwner()),
        children: discardThem,
      },
    })
  },
)
