'use client'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { UploadsLeft } from '../uploads/uploads-left.js'
import { uploadsLeft } from '../uploads/uploads-left.js'
import { useFileClient } from './files-provider.js'

/**
 * What a form still waits for: the uploads of its fields that go on by themselves; `null` where it waits for none.
 *
 * @example
 * const left = useUploadsLeft(['meter-photo', 'bill'])
 * <button aria-disabled={left !== null}>{left ? `${left.percent} %` : 'Continue'}</button>
 */
export function useUploadsLeft(scopes: readonly string[]): UploadsLeft | null {
  const client = useFileClient()
  const key = JSON.stringify(scopes)
  // The array is new at each rendering, and means the same.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useStore(useMemo(() => uploadsLeft(client, scopes), [client, key]))
}
