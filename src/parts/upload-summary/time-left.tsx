'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { timeLeftInWords } from '../../locales/rate-in-words.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useScopeRate } from './use-scope-rate.js'

/** Props of `UploadSummaryTimeLeft`. */
export type UploadSummaryTimeLeftProps = PartProps<'span'>

/** "2 min left", for all uploads together. Renders a `<span>`, or nothing while nobody can say. */
export const UploadSummaryTimeLeft = forwardRef<HTMLSpanElement, UploadSummaryTimeLeftProps>(
  function UploadSummaryTimeLeft(props, ref) {
    const messages = useMessages()
    const words = useScopeRate('TimeLeft', (rate) => timeLeftInWords(rate, messages))
    return (
      words &&
      renderPart('span', props, { name: 'time-left', ref, defaults: { children: <bdi>{words}</bdi> } })
    )
  },
)
