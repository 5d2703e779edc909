import type { Uploader } from './main.js'
import type { Reserved } from './steps.js'
import { reserve, save, send } from './steps.js'

/**
 * The best that is written by hand for just this case, without states, retries, progress or cancelling: links are asked
 * for while others are being sent, six at a time, and nobody waits for a save.
 */
export const pipelineByHand: Uploader = async (files, apiUrl) => {
  const line = files.values()
  const ready: Promise<Reserved>[] = []
  const saves: Promise<void>[] = []
  const ahead = 6
  for (let index = 0; index < ahead; index++) reserveNext()
  await Promise.all(Array.from({ length: 6 }, work))
  await Promise.all(saves)

  function reserveNext(): void {
    const { value: file, done } = line.next()
    if (!done) ready.push(reserve(file, apiUrl))
  }

  async function work(): Promise<void> {
    for (let next = ready.shift(); next; next = ready.shift()) {
      reserveNext()
      const reserved = await next
      await send(reserved)
      saves.push(save(reserved, apiUrl))
    }
  }
}
