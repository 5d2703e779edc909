'use client'
import {
  defaultRangeExtractor,
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/react-virtual'
import type { VisibleRange } from './list-context.js'

/** What a list is to show. */
export interface WindowRequest {
  readonly count: number
  readonly keyAt: (index: number) => string
  /** A row that stays in the page wherever the list is scrolled to. */
  readonly pinned: number
}

/** Which rows of a scrolling list are in the page. The rows stand in normal flow, so that all styles of lists hold. */
export interface VirtualWindow {
  /** The rows to render, in their order. */
  indexesFor(request: WindowRequest): readonly number[]
  readonly measure: (row: Element | null) => void
  scrollTo(index: number): void
  /** To be called after each rendering: leaves room for the rows that are not in the page. */
  settle(): VisibleRange | null
  /** Begins to listen. Returns the function that ends it. */
  mount(): () => void
}

/** This module and what it imports come only once a list is long. */
export function createVirtualWindow(list: HTMLElement, onChange: (isSync: boolean) => void): VirtualWindow {
  let height = medianHeight(list.children)
  let layout = layoutOf(list)
  let isMeasuring = false
  const fixed = {
    getScrollElement: () => list,
    estimateSize: () => height,
    initialOffset: () => list.scrollTop,
    initialRect: { width: list.clientWidth, height: list.clientHeight },
    overscan: 4,
    // Within its own call a change of sizes would be told to the page as an error.
    useAnimationFrameWithResizeObserver: true,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    measureElement,
    // While React is at work it must not be called upon to work at once.
    onChange: (_: unknown, isSync: boolean) => onChange(isSync && !isMeasuring),
  }
  const virtualizer = new Virtualizer<HTMLElement, Element>({ ...fixed, count: 0 })

  return {
    indexesFor({ count, keyAt, pinned }) {
      virtualizer.setOptions({
        ...fixed,
        count,
        getItemKey: keyAt,
        rangeExtractor: (range) => withPinned(defaultRangeExtractor(range), pinned),
      })
      const indexes = virtualizer.getVirtualItems().map(({ index }) => index)
      return indexes.length > 0 || count === 0 ? indexes : [pinned]
    },
    measure,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'start' }),
    settle() {
      virtualizer._willUpdate()
      leaveRoom()
      followLayout()
      const { range } = virtualizer
      return range && { from: range.startIndex, to: range.endIndex }
    },
    mount() {
      const unmount = virtualizer._didMount()
      // They were there before this was, and are not rendered again for it.
      for (const row of list.children) measure(row)
      return () => {
        unmount()
        for (const row of list.children) setRoom(row as HTMLElement, 0, 0)
      }
    },
  }

  function measure(row: Element | null): void {
    isMeasuring = true
    virtualizer.measureElement(row)
    isMeasuring = false
  }

  /** By margins: a padding would make the list as high as all its rows. */
  function leaveRoom(): void {
    const items = virtualizer.getVirtualItems()
    let end = 0
    for (const item of items) {
      const row = virtualizer.elementsCache.get(item.key) as HTMLElement | undefined // as all rows are
      const isLast = item === items.at(-1)
      if (row) setRoom(row, item.start - end, isLast ? virtualizer.getTotalSize() - item.end : 0)
      end = item.end
    }
  }

  /** Where rows have another height now, so have those that are not in the page; what was on top stays there. */
  function followLayout(): void {
    const now = layoutOf(list)
    if (now === layout) return
    layout = now
    const rows = [...virtualizer.elementsCache.values()]
    const next = medianHeight(rows)
    if (Math.abs(next - height) < 1) return
    height = next
    const top = virtualizer.range?.startIndex ?? 0
    virtualizer.measure()
    virtualizer.getTotalSize() // so that rows are compared with their new height
    for (const row of rows) virtualizer.measureElement(row)
    // Once there is room for it; React renders again before this.
    queueMicrotask(() => {
      list.scrollTop = virtualizer.getOffsetForIndex(top, 'start')?.[0] ?? 0
    })
  }
}

function setRoom({ style }: HTMLElement, before: number, after: number): void {
  style.marginBlockStart = before > 0.5 ? `${before}px` : ''
  style.marginBlockEnd = after > 0.5 ? `${after}px` : ''
}

function withPinned(indexes: number[], pinned: number): number[] {
  return indexes.includes(pinned) ? indexes : [...indexes, pinned].sort((a, b) => a - b)
}

/** Heights follow the density, and the width of the container. */
function layoutOf({ clientWidth, dataset }: HTMLElement): string {
  return `${dataset['density']} ${clientWidth}`
}

function medianHeight(rows: Iterable<Element>): number {
  const heights = Array.from(rows, (row) => row.getBoundingClientRect().height).sort((a, b) => a - b)
  return heights[heights.length >> 1] || usualHeight
}

const usualHeight = 56
