'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { speedInWords } from '../../locales/rate-in-words.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useScopeRate } from './use-scope-rate.js'

/** Props of `UploadSummarySpeed`. */
export type UploadSummarySpeedProps = PartProps<'span'>

/** "3.1 MB/s", all uploads together. Renders a `<span>`, or nothing while nobody can say. */
export const UploadSummarySpeed = forwardRef<HTMLSpanElement, UploadSummarySpeedProps>(
  function UploadSummarySpeed(props, ref) {
    const messages = useMessages()
    const words = useScopeRate('Speed', (rate) => speedInWords(rate, messages))
    return (
      words && renderPart('span', props, { name: 'speed', ref, defaults: { children: <bdi>{words}</bdi> } })
    )
  },
)
