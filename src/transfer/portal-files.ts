import { abortable } from '../api/abortable.js'
import type { Call } from '../api/http.js'
import type { PortalFile } from '../api/portal-types.js'
import { searchPortalFiles } from '../api/search-portal-files.js'
import type { EntityRef } from '../api/types.js'
import { createTurns } from './turns.js'
import type { UploadPorts } from './upload-job.js'

/** The files of a portal user's entities: by them alone can be told what a save has made, since nothing carries a mark. */
export interface PortalFiles {
  /** All files of an entity, newest first. */
  list(entity: EntityRef, call: Call): Promise<readonly PortalFile[]>
  /** The same, as of a moment ago: fifty files that set out together ask once. */
  listLately(entity: EntityRef, call: Call): Promise<readonly PortalFile[]>
  /** One after the other what could be taken for one another: files of one name at one entity. */
  alone<T>(entity: EntityRef, filename: string, task: () => Promise<T>, signal: AbortSignal): Promise<T>
  /** Notes that a file was made by this client. */
  claim(id: string): void
  isClaimed(id: string): boolean
}

type Ports = Pick<UploadPorts, 'http' | 'clock' | 'settleMs'>

const ofPorts = new WeakMap<Ports, PortalFiles>()

/** Those of a client, which are kept in mind from its first upload in a portal on. */
export function portalFilesOf(ports: Ports): PortalFiles {
  const files = ofPorts.get(ports) ?? createPortalFiles(ports)
  ofPorts.set(ports, files)
  return files
}

function createPortalFiles({ http, clock, settleMs }: Ports): PortalFiles {
  const claimed = new Set<string>()
  const turns = createTurns()
  const lately = new Map<string, { readonly at: number; readonly files: Promise<readonly PortalFile[]> }>()

  return {
    list,
    listLately(entity, { owner, signal = never }) {
      const key = JSON.stringify([entity.slug, entity.id, owner])
      const last = lately.get(key)
      // Whoever is canceled must not take the answer from the others.
      const isFresh = last !== undefined && clock.now() - last.at < settleMs
      const files = isFresh ? last.files : list(entity, { owner })
      if (!isFresh) {
        lately.set(key, { at: clock.now(), files })
        files.catch(() => lately.delete(key))
      }
      return abortable(signal, (resolve, reject) => void files.then(resolve, reject))
    },
    alone: (entity, filename, task, signal) =>
      turns.alone(JSON.stringify([entity.slug, entity.id, filename]), task, signal),
    claim: (id) => void claimed.add(id),
    isClaimed: (id) => claimed.has(id),
  }

  async function list(entity: EntityRef, call: Call): Promise<readonly PortalFile[]> {
    const files: PortalFile[] = []
    for (;;) {
      const page = await searchPortalFiles(http, { entity, from: files.length, size: pageSize }, call)
      files.push(...page.results)
      if (!page.hasMore || page.results.length === 0) return files
    }
  }
}

const never = new AbortController().signal
// The most that the API gives.
const pageSize = 1000
