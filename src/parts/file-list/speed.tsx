'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useTransferRate } from '../../hooks/use-transfer-rate.js'
import { speedInWords } from '../../locales/rate-in-words.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRow } from './row-context.js'

/** Props of `FileListSpeed`. */
export type FileListSpeedProps = PartProps<'span'>

/** "3.1 MB/s". Renders a `<span>`, or nothing while nobody can say. */
export const FileListSpeed = forwardRef<HTMLSpanElement, FileListSpeedProps>(
  function FileListSpeed(props, ref) {
    const { upload } = useRow('Speed')
    const messages = useMessages()
    const words = useTransferRate(upload, (rate) => speedInWords(rate, messages))
    return (
      words && renderPart('span', props, { name: 'speed', ref, defaults: { children: <bdi>{words}</bdi> } })
    )
  },
)
