import { createTurns } from '../transfer/turns.js'
import type { HoldLock } from '../transfer/web-lock.js'

/** Locks that tabs share; what a tab holds is given back when it goes. */
export interface MemoryLocks {
  lockOf(tab: string): HoldLock
  close(tab: string): void
}

export function createMemoryLocks(): MemoryLocks {
  const turns = createTurns()
  const closed = new Set<string>()
  const held = new Map<string, Set<() => void>>()

  return {
    lockOf: (tab) => (name, task, signal) =>
      new Promise((resolve, reject) => {
        const run = () => (closed.has(tab) ? Promise.resolve() : hold(tab, task().then(resolve, reject)))
        turns.alone(name, run, signal).catch(reject)
      }),
    close(tab) {
      closed.add(tab)
      held.get(tab)?.forEach((giveBack) => giveBack())
    },
  }

  function hold(tab: string, running: Promise<void>): Promise<void> {
    const mine = held.get(tab) ?? new Set()
    held.set(tab, mine)
    return new Promise((giveBack) => {
      mine.add(giveBack)
      void running.then(() => {
        mine.delete(giveBack)
        giveBack()
      })
    })
  }
}
