'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useTransferRate } from '../../hooks/use-transfer-rate.js'
import type { Messages } from '../../locales/messages.js'
import { percentAndTimeLeft, timeLeftInWords } from '../../locales/rate-in-words.js'
import type { UploadState } from '../../transfer/upload-state.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { barPercentOf } from './percent.js'
import { useRow, useRowState } from './row-context.js'

/** Props of `FileListProgress`. */
export type FileListProgressProps = PartProps<'progress'>

/**
 * How far the bytes are; without a value while nobody can say (preparing, saving, checking, attaching, canceling). Renders a
 * `<progress>`, or nothing where nothing goes on.
 */
export const FileListProgress = forwardRef<HTMLProgressElement, FileListProgressProps>(
  function FileListProgress(props, ref) {
    const row = useRow('Progress')
    const progress = useRowState(row, progressOf)
    const messages = useMessages()
    const left = useTransferRate(row.upload, (rate) => timeLeftInWords(rate, messages, 'spoken'))
    if (progress === null) return null

    const isKnown = typeof progress === 'number'
    return renderPart('progress', props, {
      name: 'progress',
      ref,
      defaults: {
        'aria-label': row.name,
        'aria-valuetext': isKnown ? percentAndTimeLeft(progress, left, messages) : spoken(messages[progress]),
        max: 100,
        value: isKnown ? progress : undefined,
      },
    })
  },
)

type Busy = keyof Pick<
  Messages,
  'preparing' | 'uploading' | 'saving' | 'checking' | 'attaching' | 'cancelingShort'
>

function progressOf(state: UploadState): number | Busy | null {
  switch (state.status) {
    case 'uploading':
      return barPercentOf(state) ?? state.status
    case 'preparing':
    case 'saving':
    case 'checking':
    case 'attaching':
      return state.status
    case 'canceling':
      return 'cancelingShort'
    default:
      return null
  }
}

/** Without the dots that say "goes on" to the eye. */
function spoken(words: string): string {
  return words.replace(/\s?…$/, '')
}
