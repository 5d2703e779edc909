import { checkAddress } from '../api/check-address.js'
import type { Clock } from '../api/clock.js'
import type { Connection } from '../api/connection.js'
import { FileError } from '../api/errors.js'
import { saveFileV2 } from '../api/file-api.js'
import type { Http } from '../api/http.js'
import type { FileAttributes, FileEntity, SaveExternalFilePayload } from '../api/types.js'
import { callOnce } from './call-once.js'
import type { FindSaved } from './find-saved.js'
import { Lane } from './lane.js'

/** One external file on its way into epilot. */
export interface ExternalSave {
  readonly payload: SaveExternalFilePayload
  /** Names this save, so that it is found again if its answer gets lost. */
  readonly mark: string
  /** An earlier call of it has left, and nobody knows what became of it: look first. */
  readonly isSent: boolean
  readonly owner: string | undefined
  /** Told right before a call leaves. */
  readonly onSent: () => void
  /** Told once it is known that nothing was saved. */
  readonly onAbsent: () => void
}

/** What it needs of the client. */
export interface ExternalSavePorts {
  readonly http: Http
  readonly clock: Clock
  readonly connection: Connection
  readonly once: {
    readonly findSaved: FindSaved
    readonly markOf: (mark: string) => FileAttributes
    readonly settleMs: number
  }
}

/**
 * Saves the link to a file outside of epilot, once: what may be saved already is looked for before anything is saved
 * again. Somebody waits for it, so it is tried no more than once by itself.
 */
export async function saveExternalOnce(
  { payload, mark, isSent, owner, onSent, onAbsent }: ExternalSave,
  { http, clock, connection, once }: ExternalSavePorts,
): Promise<FileEntity> {
  const { custom_download_url, filename } = payload
  const problem = checkAddress(custom_download_url)
  if (problem) {
    throw new FileError('address-refused', `Could not save ${filename}: the address is "${problem.kind}".`, {
      step: 'save',
    })
  }
  const signal = new AbortController().signal // whoever leaves the page does not take the link back
  return callOnce<FileEntity>(
    {
      step: 'save',
      isSent,
      look: () => once.findSaved({ mark, filename }, { http, owner, signal }),
      call(onLeaving) {
        onLeaving()
        onSent()
        return saveFileV2(http, { ...payload, ...once.markOf(mark) }, { owner })
      },
    },
    {
      job: { signal },
      ports: { connection, clock, settleMs: once.settleMs, lanes: { look: new Lane(1, clock) } },
      persist: (_step, task) => task(),
      emit: ({ type }) => type === 'absent' && onAbsent(),
    },
  )
}
