'use client'
import { useEffect, useState } from 'react'
import { useFileClient, useMessages } from '../hooks/files-provider.js'
import { useLatest } from '../hooks/use-latest.js'
import type { Messages } from '../locales/messages.js'
import { timeLeftInWords } from '../locales/rate-in-words.js'
import { scopeRate } from '../uploads/transfer-rate.js'
import { uploadNotice } from '../uploads/upload-notice.js'
import type { UploadSummary } from '../uploads/upload-summary.js'
import { uploadSummary } from '../uploads/upload-summary.js'
import type { Besides, News } from './announcements.js'
import { addNews, noNews } from './announcements.js'
import { noticeInWords } from './upload-notice/notice-words.js'

export type Speaker = (news: News, now: UploadSummary, messages: Messages, besides: Besides) => string

/** What `speak` says of a scope: of all that happens within a moment at once. `count` tells two same texts apart. */
export function useSpoken(scope: string, speak: Speaker): { readonly text: string; readonly count: number } {
  const client = useFileClient()
  const messages = useLatest(useMessages())
  const [spoken, setSpoken] = useState({ text: '', count: 0 })

  useEffect(() => {
    const { uploads, clock } = client
    const summary = uploadSummary(uploads, scope)
    const rate = scopeRate(uploads, scope, clock)
    const notice = uploadNotice(client, scope)
    // It is measured while somebody listens.
    const leave = rate.subscribe(() => {})
    let news = noNews
    let callOff = () => {}
    let failedBefore = summary.getState().failed

    function tell() {
      const shown = notice.getState()
      const text = speak(news, summary.getState(), messages.current, {
        uploads: uploads.list(scope).getState(),
        timeLeft: timeLeftInWords(rate.getState(), messages.current, 'spoken'),
        notice: shown && noticeInWords(shown, 'said', messages.current, clock),
      })
      news = noNews
      if (text) setSpoken(({ count }) => ({ text, count: count + 1 }))
    }
    function note(next: News) {
      if (news === noNews && next !== news) callOff = clock.setTimeout(tell, mergeMs)
      news = next
    }
    const ignore = notice.subscribe((now, before) => {
      if (now && now.kind !== before?.kind) note({ ...news, isNotice: true })
    })
    const unsubscribe = summary.subscribe((now, before) => {
      // A new round begins: what has failed before has been said.
      if (before.live === 0 && now.live > 0) failedBefore = now.failed
      failedBefore = Math.min(failedBefore, now.failed)
      note(addNews(news, before, now, failedBefore))
    })
    return () => {
      unsubscribe()
      ignore()
      leave()
      callOff()
    }
  }, [client, scope, speak, messages])
  return spoken
}

const mergeMs = 750
