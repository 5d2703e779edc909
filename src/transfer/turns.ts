import { abortable } from '../api/abortable.js'

/** Lets tasks of one key run one after the other; whoever is aborted in line leaves the line as it is. */
export interface Turns {
  alone<T>(key: string, task: () => Promise<T>, signal: AbortSignal): Promise<T>
}

export function createTurns(): Turns {
  const turns = new Map<string, Promise<void>>()
  return {
    async alone(key, task, signal) {
      const before = turns.get(key) ?? Promise.resolve()
      let end = () => {}
      const turn = before.then(() => new Promise<void>((resolve) => (end = resolve)))
      turns.set(key, turn)
      try {
        await abortable<void>(signal, (resolve) => void before.then(resolve))
        return await task()
      } finally {
        void before.then(() => {
          end()
          if (turns.get(key) === turn) turns.delete(key)
        })
      }
    },
  }
}
