import type { Clock } from '../api/clock.js'

/** Lets the browser save bytes that are here already. */
export function saveBlob(
  bytes: Blob,
  { filename, clock }: { readonly filename: string; readonly clock: Clock },
) {
  const link = document.createElement('a')
  // Of no type that a browser would rather open, in the app's own name.
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  link.href = url
  link.download = filename
  link.click()
  clock.setTimeout(() => URL.revokeObjectURL(url), readMs)
}

// By then any browser has read it.
const readMs = 60_000
