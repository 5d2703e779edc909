import type { EntityRef, PutBlob } from '../../src/core.js'
import { createFileClient } from '../../src/core.js'
import type { FileServer, MemoryJournal } from '../../src/testing.js'
import { aFile, createManualClock } from '../../src/testing.js'

/** An upload of a page that was closed too soon. */
export interface Interruption {
  readonly file: File
  /** Its bytes were kept, or were not, or had come to S3 already. */
  readonly left: 'kept' | 'file-needed' | 'at-s3'
  readonly entity?: EntityRef
  /** @default that of `AttachToEntity` for the entity, else `'s'` */
  readonly scope?: string
}

interface World {
  readonly journal: MemoryJournal
  readonly server: FileServer
  /** Brings bytes to S3. @default server.putBlob */
  readonly putBlob?: PutBlob
}

/** Pages upload a file each and are killed; the next one finds them in the journal, oldest first. */
export async function interruptUploads(interruptions: readonly Interruption[], world: World): Promise<void> {
  for (const interruption of interruptions) await interrupt(interruption, world)
}

async function interrupt(
  { file, left, entity, scope }: Interruption,
  { journal, server, putBlob = server.putBlob }: World,
): Promise<void> {
  const isAtS3 = left === 'at-s3'
  const tab = journal.openTab()
  const { uploads } = createFileClient({
    getToken: () => 'token',
    owner: () => 'me',
    clock: createManualClock(),
    fetch: isAtS3 ? hangingAtSave(server) : server.fetch,
    putBlob: isAtS3 ? putBlob : () => new Promise(() => {}),
    journal: { storage: tab, mode: left === 'file-needed' ? 'refs' : 'files' },
    lanes: { save: 1 },
  })
  const entryOf = (id: string) => journal.entries().find((entry) => entry.id === id)
  // One that is being saved holds up the other, so that no save has left for that.
  const [ahead] = isAtS3 ? uploads.add([aFile()], { scope: 'ahead' }) : []
  if (ahead) await until(() => entryOf(ahead.id)?.checkpoint.reached === 'save-sent')
  const [upload] = uploads.add([file], {
    scope: scope ?? (entity ? `${entity.slug}/${entity.id}/_files` : 's'),
    entity,
  })
  await until(() => {
    const entry = upload && entryOf(upload.id)
    if (isAtS3) return entry?.checkpoint.reached === 's3'
    return left === 'kept' ? entry?.hasBytes === true : entry !== undefined
  })
  tab.kill()
  if (ahead) await forget(ahead.id, journal)
}

async function forget(id: string, journal: MemoryJournal): Promise<void> {
  const cleaner = journal.openTab()
  await cleaner.join()
  await (await cleaner.open()).remove([id])
  cleaner.kill()
}

function hangingAtSave({ fetch }: FileServer): typeof globalThis.fetch {
  return (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    return pathname.endsWith('/v2/files') ? new Promise(() => {}) : fetch(input, init)
  }
}

/** Promises settle by themselves; nothing here waits for a time to pass. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve))
}
