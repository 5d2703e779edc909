import type { EpilotParameters } from '../../.storybook/story-epilot.js'
import { createFileClient, putBlob } from '../../src/index.js'
import type { MemoryJournal } from '../../src/testing.js'
import { aFile, createMemoryJournal } from '../../src/testing.js'

interface LeftBehind {
  readonly scope: string
  readonly hoursAgo: number
  /** @default a photo */
  readonly file?: File
}

/** A page of a journey that was left some hours ago, when a file had been uploaded. */
export function journeyFileInterruption({ scope, hoursAgo, file = photo }: LeftBehind): EpilotParameters {
  const journal = createMemoryJournal()
  return {
    client: { journal: { storage: journal.openTab() } },
    async seed({ server }) {
      await clear(journal)
      const storage = journal.openTab()
      // As the page itself: over the network where there is somebody behind it.
      const over = import.meta.env.DEV ? putBlob : server.putBlob
      const client = createFileClient({ fetch: server.fetch, putBlob: over, journal: { storage } })
      const done = new Promise<void>((resolve) => {
        client.uploads.add([file], { scope, mode: 'journey', onDone: () => resolve() })
      })
      await done
      // It settles by itself; nothing here waits for a time to pass.
      while (!journal.entries()[0]?.result) await new Promise((resolve) => setTimeout(resolve))
      storage.kill()
      journal.skip(hoursAgo * 3_600_000)
    },
  }
}

const photo = aFile({ name: 'Zählerfoto_2026-03.jpg', type: 'image/jpeg', sizeBytes: 280_000 })

/** Stories run again when they are opened again. */
async function clear(journal: MemoryJournal): Promise<void> {
  const tab = journal.openTab()
  await tab.join()
  await (await tab.open()).clear()
  tab.kill()
}
