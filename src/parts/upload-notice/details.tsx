'use client'
import { forwardRef, useMemo } from 'react'
import { useFileClient, useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useNotice } from './notice-context.js'
import { noticeInWords } from './notice-words.js'

/** Props of `UploadNoticeDetails`. */
export type UploadNoticeDetailsProps = PartProps<'p'>

/** What it means for the uploads: "28 uploads wait, nothing is lost". Renders a `<p>`. */
export const UploadNoticeDetails = forwardRef<HTMLParagraphElement, UploadNoticeDetailsProps>(
  function UploadNoticeDetails(props, ref) {
    const { notice } = useNotice('Details')
    const messages = useMessages()
    const { clock } = useFileClient()
    const words = useMemo(() => noticeInWords(notice, 'details', messages, clock), [notice, messages, clock])
    return renderPart('p', props, {
      name: 'meta',
      ref,
      defaults: {
        children: (
          <span>
            <bdi>{words}</bdi>
          </span>
        ),
      },
    })
  },
)
