import type { EpilotParameters } from '../../.storybook/story-epilot.js'
import { putBlob } from '../../src/index.js'
import type { MemoryJournal } from '../../src/testing.js'
import { createMemoryJournal } from '../../src/testing.js'
import type { Interruption } from '../../test/support/interrupt-uploads.js'
import { interruptUploads } from '../../test/support/interrupt-uploads.js'

/** A page that finds what another one has left behind today, at 13:47; what S3 has already takes long to be saved. */
export function afterReload(interruptions: readonly Interruption[]): EpilotParameters {
  const journal = createMemoryJournal()
  journal.skip(new Date().setHours(13, 47, 0, 0) - Date.parse('2026-03-23T12:47:00Z'))
  return {
    client: { owner: () => 'me', journal: { storage: journal.openTab() } },
    async seed({ server }) {
      await clear(journal)
      // As the page itself: over the network where there is somebody behind it.
      const over = import.meta.env.DEV ? putBlob : server.putBlob
      await interruptUploads(interruptions, { journal, server, putBlob: over })
      server.failNext('saveFileV2', 'hang', interruptions.filter(({ left }) => left === 'at-s3').length)
    },
  }
}

/** Stories run again when they are opened again. */
async function clear(journal: MemoryJournal): Promise<void> {
  const tab = journal.openTab()
  await tab.join()
  await (await tab.open()).clear()
  tab.kill()
}
