'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useTransferRate } from '../../hooks/use-transfer-rate.js'
import { timeLeftInWords } from '../../locales/rate-in-words.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRow } from './row-context.js'

/** Props of `FileListTimeLeft`. */
export type FileListTimeLeftProps = PartProps<'span'>

/** "1 min 20 s left". Renders a `<span>`, or nothing while nobody can say. */
export const FileListTimeLeft = forwardRef<HTMLSpanElement, FileListTimeLeftProps>(
  function FileListTimeLeft(props, ref) {
    const { upload } = useRow('TimeLeft')
    const messages = useMessages()
    const words = useTransferRate(upload, (rate) => timeLeftInWords(rate, messages))
    return (
      words &&
      renderPart('span', props, { name: 'time-left', ref, defaults: { children: <bdi>{words}</bdi> } })
    )
  },
)
