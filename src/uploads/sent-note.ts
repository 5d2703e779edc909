/** Remembers in this tab, also after a reload, that a submission has left and nobody knows yet whether it arrived. */
export interface SentNote {
  readonly isThere: () => boolean
  readonly write: () => void
  readonly tearUp: () => void
}

/** Of one journey. Where the browser keeps nothing, nothing is remembered. */
export function sentNote(journey: string): SentNote {
  const key = `react-epilot-files/sent/${journey}`
  return {
    isThere: () => inTab((storage) => storage.getItem(key) !== null) ?? false,
    write: () => inTab((storage) => storage.setItem(key, '')),
    tearUp: () => inTab((storage) => storage.removeItem(key)),
  }
}

function inTab<T>(ask: (storage: Storage) => T): T | undefined {
  try {
    return ask(sessionStorage)
  } catch {
    return undefined // on servers, in sandboxes, or with storage switched off
  }
}
