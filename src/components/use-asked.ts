'use client'
import { useState } from 'react'
import type { FileError } from '../api/errors.js'
import { toFileError } from '../api/errors.js'

type Asked<Shown> = { readonly place: string } & (
  | { readonly status: 'loading' }
  | { readonly status: 'shown'; readonly shown: Shown }
  | { readonly status: 'failed'; readonly failure: FileError }
)

/**
 * What somebody has asked for, whose code comes when it is needed: the last wish counts, and none at another place than
 * where it was made.
 */
export function useAsked<Shown>(place: string) {
  const [asked, setAsked] = useState<Asked<Shown> | null>(null)
  if (asked && asked.place !== place) setAsked(null)
  return {
    shown: asked?.status === 'shown' ? asked.shown : null,
    isLoading: asked?.status === 'loading',
    /** Why it could not be shown. */
    failure: asked?.status === 'failed' ? asked.failure : null,
    close: () => setAsked(null),
    async show(load: () => Promise<Shown>) {
      const wish: Asked<Shown> = { place, status: 'loading' }
      const answer = (answered: Asked<Shown>) => setAsked((now) => (now === wish ? answered : now))
      setAsked(wish)
      try {
        answer({ place, status: 'shown', shown: await load() })
      } catch (cause) {
        answer({ place, status: 'failed', failure: toFileError(cause, 'attach') })
      }
    },
  }
}
