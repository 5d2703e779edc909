import { abortable } from '../api/abortable.js'
import type { Call } from '../api/http.js'
import type { PortalFile } from '../api/portal-types.js'
import { searchPortalFiles } from '../api/search-portal-files.js'
import type { EntityRef } from '../api/types.js'
import { createTurns } from './turns.js'
import type { UploadPorts } from './upload-job.js'
import { webLock } from './web-lock.js'

/** The files of a portal user's entities: by them alone can be told what a save has made, since nothing carries a mark. */
export interface PortalFiles {
  /** All files of an entity, newest first. */
  list(entity: EntityRef, call: Call): Promise<readonly PortalFile[]>
  /** The same, as of a moment ago: fifty files that set out together ask once. */
  listLately(entity: EntityRef, call: Call): Promise<readonly PortalFile[]>
  /** One after the other what could be taken for one another, in all tabs: files of one name at one entity. */
  alone<T>(place: PortalPlace, task: () => Promise<T>, signal: AbortSignal): Promise<T>
  /** Notes that a file was made there by this client. */
  claim(place: PortalPlace, id: string): void
  /** Notes whose save has left last; nothing is to be told of the others' until it is known what that one has made. */
  noteSent(place: PortalPlace, uploadId: string): void
  /** It is known what the save of this upload has made. */
  noteSettled(place: PortalPlace, uploadId: string): void
  /** Whether a later save than this upload's has left, of which nobody has heard. */
  isFollowed(place: PortalPlace, uploadId: string): boolean
  /** What was, whether a list shows it yet or not. */
  claimed(place: PortalPlace): Iterable<string>
}

/** Where files can be told apart by nothing but what was there before. */
export interface PortalPlace {
  readonly entity: EntityRef
  readonly filename: string
}

type Ports = Pick<UploadPorts, 'http' | 'clock' | 'settleMs' | 'lock'>

const ofPorts = new WeakMap<Ports, PortalFiles>()

/** Those of a client, which are kept in mind from its first upload in a portal on. */
export function portalFilesOf(ports: Ports): PortalFiles {
  const files = ofPorts.get(ports) ?? createPortalFiles(ports)
  ofPorts.set(ports, files)
  return files
}

function createPortalFiles({ http, clock, settleMs, lock = webLock }: Ports): PortalFiles {
  const claims = new Map<string, Set<string>>()
  const latest = new Map<string, string>()
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
    alone(place, task, signal) {
      const key = keyOf(place)
      return turns.alone(key, () => lock(`react-epilot-files/portal/${key}`, task, signal), signal)
    },
    claim(place, id) {
      const key = keyOf(place)
      claims.set(key, (claims.get(key) ?? new Set()).add(id))
    },
    noteSent: (place, uploadId) => void latest.set(keyOf(place), uploadId),
    noteSettled(place, uploadId) {
      if (latest.get(keyOf(place)) === uploadId) latest.delete(keyOf(place))
    },
    isFollowed: (place, uploadId) => (latest.get(keyOf(place)) ?? uploadId) !== uploadId,
    claimed: (place) => claims.get(keyOf(place)) ?? [],
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

function keyOf({ entity: { slug, id }, filename }: PortalPlace): string {
  return `${slug}/${id}/${filename.normalize()}`
}

const never = new AbortController().signal
// The most that the API gives.
const pageSize = 1000
