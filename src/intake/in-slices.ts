/**
 * Works through many items without a long task: the first slice at once, each next one in a task of its own and of the
 * size that the last one says is good. Answers nothing where one slice was enough.
 */
export function inSlices<T>(
  items: readonly T[],
  work: (slice: readonly T[]) => void,
  signal: AbortSignal,
): Promise<void> | undefined {
  const began = performance.now()
  work(items.slice(0, firstSlice))
  return items.length > firstSlice ? goOn() : undefined

  async function goOn(): Promise<void> {
    const smallest = Math.max(firstSlice, Math.ceil(items.length / mostSlices))
    const nextSize = (size: number, tookMs: number) =>
      Math.max(smallest, Math.min(size * 2, Math.round((size * sliceMs) / Math.max(tookMs, 0.1))))
    let size = nextSize(firstSlice, await sinceThen(began))
    for (let from = firstSlice; from < items.length;) {
      await breathe()
      if (signal.aborted) return
      const beganAgain = performance.now()
      work(items.slice(from, from + size))
      from += size
      size = nextSize(size, await sinceThen(beganAgain))
    }
  }
}

/** Lets the browser answer clicks and paint. */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?(): Promise<void> } } // new, and not everywhere
  if (scheduler?.yield) return scheduler.yield()
  return new Promise((resolve) => {
    // Not setTimeout, which waits for 4 ms each time.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}

/** Measured behind what the slice has set off: React renders in a microtask. */
async function sinceThen(began: number): Promise<number> {
  await Promise.resolve()
  return performance.now() - began
}

const firstSlice = 200
// Far from the 50 ms that a click may be kept waiting, also where React renders behind it.
const sliceMs = 16
// Each slice renders the list once: many small ones would take longer in all, and no less each.
const mostSlices = 24
