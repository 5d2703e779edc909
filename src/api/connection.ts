/** The network and the page as ports: what makes trying again worth it before its time. */
export interface Connection {
  /** `false` only where the browser is sure that there is no network. */
  isOnline(): boolean
  /** Whether a host answers at all, whatever it says. */
  isReachable(url: string): Promise<boolean>
  /** Tells when the network is back, and when a hidden page is seen again. Returns the function that ends it. */
  onWake(listener: (reason: 'online' | 'visible') => void): () => void
}

/** The browser's own word for it; elsewhere there always is a network. */
export const browserConnection: Connection = {
  isOnline: () => globalThis.navigator?.onLine !== false,
  async isReachable(url) {
    try {
      // Any answer will do, also one that the page may not read.
      const signal = AbortSignal.timeout(patienceMs)
      await fetch(new URL(url).origin, { method: 'HEAD', mode: 'no-cors', cache: 'no-store', signal })
      return true
    } catch {
      return false
    }
  },
  onWake(listener) {
    const { document } = globalThis
    const online = () => listener('online')
    const visible = () => document.visibilityState === 'visible' && listener('visible')
    globalThis.addEventListener?.('online', online)
    document?.addEventListener('visibilitychange', visible)
    return () => {
      globalThis.removeEventListener?.('online', online)
      document?.removeEventListener('visibilitychange', visible)
    }
  },
}

const patienceMs = 10_000
