import type { Tab, TabNews } from './journal-store.js'

/**
 * Joins the tabs of this origin: a Web Lock stands for each, which the browser itself gives back when the tab is closed
 * or crashes. Rejects outside secure contexts, where there are no locks.
 */
export async function joinTabs(name: string): Promise<Tab> {
  const { locks } = navigator
  if (!locks) throw new Error('Web Locks are missing: they exist on https and localhost only.')
  const id = crypto.randomUUID()
  const lockOf = (tab: string) => `${name}/tab/${tab}`
  const channel = new BroadcastChannel(name)
  const listeners = new Set<(news: TabNews) => void>()
  channel.onmessage = ({ data }: MessageEvent<TabNews>) => listeners.forEach((listener) => listener(data))

  let hasLeft = false
  let leave = () => {}
  await new Promise<void>((resolve, reject) => {
    const held = locks.request(lockOf(id), () => {
      resolve()
      return new Promise<void>((giveBack) => (leave = giveBack))
    })
    held.catch(reject)
  })

  return {
    id,
    async open() {
      const { held = [] } = await locks.query()
      const prefix = lockOf('')
      const names = held.map((lock) => lock.name ?? '').filter((lock) => lock.startsWith(prefix))
      return new Set(names.map((lock) => lock.slice(prefix.length)))
    },
    onGone(tab, listener) {
      const waiting = new AbortController()
      const { signal } = waiting
      // Granted once the other tab's own lock is gone.
      locks
        .request(lockOf(tab), { signal, mode: 'shared' }, () => listener())
        .catch((error: unknown) => {
          if (!signal.aborted) reportError(error)
        })
      return () => waiting.abort()
    },
    tell(news) {
      // What was canceled too late to stop may end after its client was closed.
      if (!hasLeft) channel.postMessage(news)
    },
    onNews(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    leave() {
      hasLeft = true
      channel.close()
      leave()
    },
  }
}

/** By which the tabs of an origin find each other. */
export const tabsName = 'react-epilot-files'
