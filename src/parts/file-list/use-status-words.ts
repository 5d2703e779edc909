'use client'
import { useMemo, useState } from 'react'
import { useFileClient, useMessages } from '../../hooks/files-provider.js'
import { timeOfDay } from '../../locales/time-of-day.js'
import type { Row } from './row-context.js'
import { useRowState } from './row-context.js'
import type { StatusWords } from './status-context.js'
import type { Shown } from './status-words.js'
import { shownOf, statusWords } from './status-words.js'
import { useSecondsUntil } from './use-seconds-until.js'

/** What the upload of a row is doing, in words; `null` in the row of a file that is there. */
export function useStatusWords(row: Row): StatusWords | null {
  const shown = useRowState(row, shownOf)
  // The check draws itself where one sees it happen, not each time its row comes into view.
  const [atFirst] = useState(shown)
  const messages = useMessages()
  const until = shown === null ? undefined : untilOf(shown)
  const secondsLeft = useSecondsUntil(until)
  const time = useTimeOfDay(until)
  const { upload } = row
  if (shown === null || !upload) return null

  const words = statusWords(shown, messages, {
    secondsLeft,
    time,
    isInterrupted: upload.interruptedAt !== undefined,
    sizeBytes: upload.file.size,
  })
  return shown === atFirst && words.icon ? { ...words, icon: { ...words.icon, draw: false } } : words
}

function useTimeOfDay(until: number | undefined): string {
  const { clock } = useFileClient()
  const { locale } = useMessages()
  return useMemo(() => (until === undefined ? '' : timeOfDay(until, clock, locale)), [until, clock, locale])
}

function untilOf(shown: Shown): number | undefined {
  if (typeof shown !== 'object' || shown.status !== 'waiting') return undefined
  return shown.waiting.for === 'retry' ? shown.waiting.until : undefined
}
