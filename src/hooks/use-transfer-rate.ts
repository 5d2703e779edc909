'use client'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { RateStore, TransferRate } from '../uploads/rate-store.js'
import { scopeRate, uploadRate } from '../uploads/transfer-rate.js'
import type { Upload } from '../uploads/upload.js'
import { useFileClient } from './files-provider.js'

/**
 * How fast an upload, or all uploads of a scope, are being sent, and how long the rest will take; `null` while nobody can
 * say. Looked at once a second. Pick something that stays the same while it need not be shown anew: a word, a rounded number.
 *
 * @example
 * const minutesLeft = useTransferRate(upload, (rate) => rate && Math.ceil(rate.secondsLeft / 60))
 */
export function useTransferRate<T>(
  of: Upload | string | null,
  selector: (rate: TransferRate | null) => T,
): T {
  const { uploads, clock } = useFileClient()
  return useStore(rateStoreOf(), selector)

  function rateStoreOf(): RateStore {
    if (of === null) return noRate
    return typeof of === 'string' ? scopeRate(uploads, of, clock) : uploadRate(of, clock)
  }
}

// For rows of files that are there already.
const noRate: RateStore = createStore<TransferRate | null>(() => null)
