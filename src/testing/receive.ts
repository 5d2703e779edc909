import type { Clock } from '../api/clock.js'
import { abortable } from '../api/abortable.js'
import { noAnswer, refuse, refuseAsS3, wrongSignature } from './answers.js'
import { busy } from './busy.js'
import { isAboutBytes, passBytes } from './bytes-fault.js'
import { faultyAnswer } from './faulty-answer.js'
import type { Faults } from './faults.js'
import type { Operation, WritableLedger } from './ledger.js'
import { wait } from '../api/wait.js'

/** Takes a call in and answers it: every call passes here. `body` is parsed JSON, or the `Blob` of a PUT. */
export type Receive = (
  operation: Operation,
  request: Request,
  answer: (body: unknown) => Response | Promise<Response>,
) => Promise<Response>

export interface ReceiveOptions {
  readonly ledger: Pick<WritableLedger, 'write'>
  readonly faults: Pick<Faults, 'take'>
  readonly clock: Clock
  readonly latencyMs: number
  readonly acceptsToken: (token: string) => boolean
  /** Ends what hangs. */
  readonly closing: () => AbortSignal
}

export function createReceive({
  ledger,
  faults,
  clock,
  latencyMs,
  acceptsToken,
  closing,
}: ReceiveOptions): Receive {
  return async function receive(operation, request, answer) {
    const { authorization, ...headers } = Object.fromEntries(request.headers)
    const { method, url, signal } = request
    const at = clock.now()
    const isAuthorized = authorization !== undefined
    const note = ledger.write({
      operation,
      method,
      url,
      headers,
      isAuthorized,
      at,
      body: undefined,
      status: 0,
    })
    const fault = faults.take(operation, url)
    const body = await bodyOf(operation, request)
    note({ body })
    const isThere = latencyMs === 0 || (await inTime((gone) => wait(clock, latencyMs, gone)))
    if (!isThere) return noAnswer()
    if (fault === 'hang') await inTime((gone) => abortable(gone, () => {}))
    if (fault === 'network' || fault === 'cors' || fault === 'hang') return noAnswer()
    if (operation === 'put') {
      const bytes = body as Blob // see bodyOf; another Blob than the global one where tests bring their own DOM
      if (!(await allPass(bytes, sendings.get(request)?.onProgress))) return noAnswer()
    }
    const response = await respond()
    if (fault === 'lost-answer') return noAnswer()
    if (operation !== 'put' && !(await allPass(response))) return noAnswer()
    note({ status: response.status })
    return response

    async function respond(): Promise<Response> {
      if (fault === 'expired-link') return refuseAsS3(403, 'AccessDenied', 'Request has expired')
      if (fault === 'wrong-signature') return wrongSignature()
      if (typeof fault === 'object' && 'status' in fault) return faultyAnswer(operation, fault)
      if (needsToken[operation] && !acceptsToken(tokenOf(authorization))) return refuse(401)
      return answer(body)
    }

    /** Whether all bytes of a PUT, or of an answer, come through. */
    async function allPass(
      carrier: Blob | Response,
      onProgress?: (passedBytes: number) => void,
    ): Promise<boolean> {
      if (!isAboutBytes(fault)) return true
      const { size: totalBytes } = 'size' in carrier ? carrier : await carrier.clone().blob()
      return inTime((signal) => passBytes(fault, { totalBytes, onProgress, clock, signal }))
    }

    /** Whether it came to its end before the caller gave up. A clock that waits for busy calls does not wait for this. */
    async function inTime(task: (gone: AbortSignal) => Promise<boolean | void>): Promise<boolean> {
      const isBusy = busy.delete(request)
      try {
        const isComplete = await task(either(signal, closing()))
        if (isBusy) busy.add(request)
        return isComplete !== false
      } catch {
        return false // nobody is there any more
      }
    }
  }
}

const needsToken: Record<Operation, boolean> = {
  uploadFileV2: true,
  uploadFilePublic: false,
  saveFileV2: true,
  getFile: true,
  deleteFile: true,
  downloadFile: true,
  previewFile: true,
  createZipJob: true,
  getZipJob: true,
  generatePublicLink: true,
  listPublicLinksForFile: true,
  revokePublicLink: true,
  addRelations: true,
  getRelationsV3: true,
  searchEntities: true,
  deleteRelation: true,
  updateRelation: true,
  getSchema: true,
  listChangesets: true,
  createSubmission: false,
  saveEntityFile: true,
  deleteEntityFile: true,
  searchPortalUserEntities: true,
  getFilePreview: true,
  trackFileDownloaded: true,
  getPublicPortalConfig: false,
  put: false,
  get: false,
  'file-proxy': true,
}

function tokenOf(authorization = ''): string {
  return /^Bearer (.+)$/.exec(authorization)?.[1] ?? ''
}

/** Bodies that never left this page: handed over as they are, since a Request would read a large file into memory. */
export const sendings = new WeakMap<Request, Sending>()

interface Sending {
  readonly body: Blob
  readonly onProgress: (sentBytes: number) => void
}

async function bodyOf(operation: Operation, request: Request): Promise<unknown> {
  if (operation === 'put') return sendings.get(request)?.body ?? request.blob()
  try {
    return await request.json()
  } catch {
    return undefined // a GET, or no JSON
  }
}

// Not AbortSignal.any(), which Safari has since 17.4 only.
function either(...signals: AbortSignal[]): AbortSignal {
  const controller = new AbortController()
  for (const signal of signals) {
    if (signal.aborted) controller.abort()
    else signal.addEventListener('abort', () => controller.abort(), { once: true, signal: controller.signal })
  }
  return controller.signal
}
