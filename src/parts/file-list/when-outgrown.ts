import { abortable } from '../../api/abortable.js'
import type { PictureSize } from './cover-picture.js'

/** Resolves once an element is clearly larger than it was: a row that becomes a card. Rejects as soon as the signal aborts. */
export function whenOutgrown(element: Element, was: PictureSize, signal: AbortSignal): Promise<void> {
  return abortable(signal, (resolve) => {
    observer ??= new ResizeObserver(tell)
    const stop = () => {
      waiting.delete(element)
      observer?.unobserve(element)
    }
    waiting.set(element, ({ width, height }) => {
      if (width < was.width * clearly && height < was.height * clearly) return
      stop()
      resolve()
    })
    observer.observe(element)
    return stop
  })
}

let observer: ResizeObserver | undefined
const waiting = new Map<Element, (size: PictureSize) => void>()

function tell(entries: readonly ResizeObserverEntry[]): void {
  for (const { target, contentRect } of entries) waiting.get(target)?.(contentRect)
}

const clearly = 1.3
