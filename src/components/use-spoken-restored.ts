'use client'
import { useCallback, useEffect, useState } from 'react'
import { useFileClient, useMessages } from '../hooks/files-provider.js'
import { useLatest } from '../hooks/use-latest.js'
import type { RestoredSummary } from '../uploads/restored-summary.js'
import type { Upload } from '../uploads/upload.js'

/** Says once that there are interrupted uploads; and what else is given to `say`. */
export function useSpokenRestored(restored: RestoredSummary) {
  const { clock } = useFileClient()
  const { restored: words } = useMessages()
  const [spoken, setSpoken] = useState({ text: '', key: 0 })
  const say = useCallback((text: string) => setSpoken(({ key }) => ({ text, key: key + 1 })), [])
  const latest = useLatest({ restored, words })

  const { groups } = restored
  useEffect(() => {
    if (!groups.some(hasNews)) return
    // They come back list by list.
    return clock.setTimeout(() => {
      const { restored: now, words: inWords } = latest.current
      for (const { uploads } of now.groups) for (const upload of uploads) said.add(upload)
      if (now.count > 0) say(inWords.said(now.count, now.goingOn))
    }, mergeMs)
  }, [groups, clock, latest, say])
  return { ...spoken, say }
}

function hasNews({ uploads }: { readonly uploads: readonly Upload[] }): boolean {
  return uploads.some((upload) => !said.has(upload))
}

/** Whoever leaves the page inside the app and comes back has heard it. */
const said = new WeakSet<Upload>()
const mergeMs = 750
