import type { Uploader } from './main.js'
import { reserve, save, send } from './steps.js'

/** The usual loop: six workers, each of which takes one file through all steps before the next. */
export const sixWorkers: Uploader = async (files, apiUrl) => {
  const line = files.values()
  await Promise.all(Array.from({ length: 6 }, work))

  async function work(): Promise<void> {
    for (const file of line) {
      const reserved = await reserve(file, apiUrl)
      await send(reserved)
      await save(reserved, apiUrl)
    }
  }
}
