'use client'
import { useState } from 'react'
import type { Brought } from '../../intake/files-of-drop.js'

interface ReceptionOptions {
  readonly onFiles: (files: readonly File[]) => unknown
  readonly multiple: boolean
}

export interface Reception {
  /** Why the last drop, pick or paste brought nothing. */
  readonly problem: 'too-many' | 'empty-folder' | 'unreadable' | null
  /** It takes a while to read what was brought. */
  readonly isReading: boolean
  readonly receive: (brought: Brought | Promise<Brought>) => void
}

/** Hands on what was brought, to the one who was asked for at that time: a large folder takes a while to read. */
export function useReception({ onFiles, multiple }: ReceptionOptions): Reception {
  const [problem, setProblem] = useState<Reception['problem']>(null)
  const [slow, setSlow] = useState(0)

  function take({ files, hadFolder }: Brought): void {
    const isEmpty = files.length === 0
    // One of many would be chosen by chance.
    const isTooMany = !multiple && files.length > 1
    setProblem(isTooMany ? 'too-many' : isEmpty && hadFolder ? 'empty-folder' : null)
    if (!isTooMany && !isEmpty) onFiles(files)
  }
  async function read(brought: Promise<Brought>): Promise<void> {
    let isSlow = false
    const timer = setTimeout(() => {
      isSlow = true
      setSlow((count) => count + 1)
    }, slowMs)
    const found = await brought.catch(() => null)
    clearTimeout(timer)
    if (isSlow) setSlow((count) => count - 1)
    if (found) take(found)
    else setProblem('unreadable')
  }

  return {
    problem,
    isReading: slow > 0,
    receive: (brought) => (brought instanceof Promise ? void read(brought) : take(brought)),
  }
}

const slowMs = 300
