import type { ManualSending } from '../../src/testing.js'

/** Lets the bytes of one PUT leave at an even pace, from where they are, until it is over or stopped. */
export function keepSending(
  sending: ManualSending,
  { fromBytes, bytesPerSecond }: { readonly fromBytes: number; readonly bytesPerSecond: number },
): void {
  const { request } = sending
  const startedAt = performance.now()
  sending.progress(fromBytes)
  const timer = setInterval(() => {
    const sentBytes = fromBytes + ((performance.now() - startedAt) / 1000) * bytesPerSecond
    sending.progress(Math.min(sentBytes, request.body.size))
    if (sentBytes >= request.body.size) clearInterval(timer)
  }, 100)
  request.signal.addEventListener('abort', () => clearInterval(timer))
}
