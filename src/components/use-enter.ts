'use client'
import type { RefObject } from 'react'
import { useContext, useLayoutEffect, useRef } from 'react'
import { PlaceContext } from '../parts/file-list/place-context.js'
import type { Upload } from '../uploads/upload.js'

/**
 * Lets the row of an upload come in with a small motion, once, and one after the other where many come at once. Not where
 * rows come and go as one scrolls.
 */
export function useEnter(upload: Upload): RefObject<HTMLLIElement | null> {
  const row = useRef<HTMLLIElement>(null)
  const isInPage = useContext(PlaceContext) === null

  useLayoutEffect(() => {
    if (seen.has(upload)) return
    seen.add(upload)
    const { status } = upload.state.getState()
    // What has come further was there before its row.
    const isNew = status === 'queued' || status === 'preparing'
    // By hand, since it is no state: React need not know, nor render it again.
    if (isInPage && isNew && row.current) enter(row.current)
  }, [upload, isInPage])
  return row
}

const seen = new WeakSet<Upload>()

function enter(row: HTMLElement): void {
  row.dataset.enter = String(placeInBatch())
  // Else it would come in again each time a tab around it is hidden and shown.
  row.addEventListener('animationend', function end({ target }) {
    if (target !== row) return
    row.removeEventListener('animationend', end)
    delete row.dataset.enter
  })
}

/** Rows that are put into the page together are one batch. */
function placeInBatch(): number {
  if (batch === 0) queueMicrotask(() => (batch = 0))
  return Math.min(batch++, lastPlace)
}

let batch = 0
const lastPlace = 7
