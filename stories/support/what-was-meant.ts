import type { Upload, UploadState } from '../../src/index.js'
import type { MeantFile, MemoryJournal } from '../../src/testing.js'
import type { BadTab } from './bad-tab.js'

/** What people wanted to have uploaded, whatever became of their tabs since. */
export interface Meant {
  /** Keeps up with what is added and canceled in a tab. */
  follow(tab: BadTab): void
  files(): readonly MeantFile[]
  nameOf(uploadId: string): string | undefined
  /** Names of files that some tab goes on with, or that a journal keeps for one. */
  underWay(tabs: readonly BadTab[], journal: MemoryJournal): ReadonlySet<string>
}

export function whatWasMeant(): Meant {
  // What another tab finds in the journal is known already, and so keeps its own bytes here.
  const known = new Map<string, MeantFile>()
  const canceled = new Set<string>()
  return {
    follow({ client }) {
      client.uploads.onChange((changes) => {
        for (const { upload, after } of changes) {
          if (!known.has(upload.id)) known.set(upload.id, { file: upload.file, entity: upload.entity })
          if (after?.status === 'canceled') canceled.add(upload.id)
          else if (after) canceled.delete(upload.id)
        }
      })
    },
    files: () => [...known].flatMap(([id, file]) => (canceled.has(id) ? [] : [file])),
    nameOf: (id) => known.get(id)?.file.name,
    underWay(tabs, journal) {
      const ids = tabs.flatMap(({ client }) => client.uploads.all().filter(isUnderWay)).map(({ id }) => id)
      const kept = journal.entries().filter(({ result }) => result === null)
      const all = [...ids, ...kept.map(({ id }) => id)]
      return new Set(all.flatMap((id) => known.get(id)?.file.name ?? []))
    },
  }
}

/** What has failed waits for somebody. */
function isUnderWay({ state }: Upload): boolean {
  const { status }: UploadState = state.getState()
  return status !== 'done' && status !== 'canceled'
}
