import type { Clock } from '../api/clock.js'
import { abortable } from '../api/abortable.js'
import { noAnswer, refuse } from './answers.js'
import { busy } from './busy.js'
import type { Faults } from './faults.js'
import { faultyAnswer } from './faulty-answer.js'
import type { Operation, WritableLedger } from './ledger.js'
import { wait } from './wait.js'

/** Takes a call in and answers it: every call passes here. `body` is parsed JSON, or the `Blob` of a PUT. */
export type Receive = (
  operation: Operation,
  request: Request,
  answer: (body: unknown) => Response | Promise<Response>,
) => Promise<Response>

export interface ReceiveOptions {
  readonly ledger: WritableLedger
  readonly faults: Faults
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
    const fault = faults.take(operation)
    const body = await bodyOf(operation, request)
    note({ body })
    if (latencyMs > 0 || fault === 'hang') {
      const isBusy = busy.delete(request)
      try {
        const gone = either(signal, closing())
        await wait(clock, latencyMs, gone)
        if (fault === 'hang') await abortable(gone, () => {})
      } catch {
        return noAnswer() // nobody is there any more
      }
      if (isBusy) busy.add(request)
    }
    if (fault === 'network') return noAnswer()
    const response = await respond()
    if (fault === 'lost-answer') return noAnswer()
    note({ status: response.status })
    return response

    async function respond(): Promise<Response> {
      if (typeof fault === 'object') return faultyAnswer(operation, fault)
      if (needsToken[operation] && !acceptsToken(tokenOf(authorization))) return refuse(401)
      return answer(body)
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
  addRelations: true,
  getRelationsV3: true,
  searchEntities: true,
  put: false,
  get: false,
}

function tokenOf(authorization = ''): string {
  return /^Bearer (.+)$/.exec(authorization)?.[1] ?? ''
}

/** Bodies that never left this page: handed over as they are, since a Request would read a large file into memory. */
export const blobs = new WeakMap<Request, Blob>()

async function bodyOf(operation: Operation, request: Request): Promise<unknown> {
  if (operation === 'put') return blobs.get(request) ?? request.blob()
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
