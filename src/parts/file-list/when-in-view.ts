import { abortable } from '../../api/abortable.js'

/** Resolves once the element can be seen, in the page and in whatever scrolls it; rejects as soon as the signal aborts. */
export function whenInView(element: Element, signal: AbortSignal): Promise<void> {
  return abortable(signal, (resolve) => {
    observer ??= new IntersectionObserver(tell)
    const stop = () => {
      waiting.delete(element)
      observer?.unobserve(element)
    }
    waiting.set(element, () => {
      stop()
      resolve()
    })
    observer.observe(element)
    return stop
  })
}

// One for all rows, which is what it is made for.
let observer: IntersectionObserver | undefined
const waiting = new Map<Element, () => void>()

function tell(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) if (isIntersecting) waiting.get(target)?.()
}
