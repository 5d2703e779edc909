import type { Connection } from '../api/connection.js'

/** A network in the hands of a test. */
export interface ManualConnection extends Connection {
  goOffline(): void
  /** The network is back, and those who wait are told. */
  goOnline(): void
  /** The page is seen again after it was hidden. */
  show(): void
}

/**
 * Creates a network that the test cuts and brings back.
 *
 * @example
 * const connection = createManualConnection()
 * const client = createFileClient({ connection, fetch: server.fetch })
 * connection.goOffline()
 */
export function createManualConnection(): ManualConnection {
  const listeners = new Set<(reason: 'online' | 'visible') => void>()
  let online = true
  const tell = (reason: 'online' | 'visible') => [...listeners].forEach((listener) => listener(reason))

  return {
    isOnline: () => online,
    isReachable: () => Promise.resolve(online),
    onWake(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    goOffline: () => void (online = false),
    goOnline() {
      online = true
      tell('online')
    },
    show: () => tell('visible'),
  }
}
