import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

/** What goes wrong at the store's door. `cut` ends the connection as soon as the bytes begin to arrive, `stall` never answers. */
export type StoreFault = 'cut' | 'stall' | StoreAnswer

export interface StoreAnswer {
  readonly status: number
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** One request, as it arrived. */
export interface StoreRequest {
  /** When its first bytes arrived, as a time of day. */
  readonly at: number
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

/** Stands before the store: writes down who comes, and lets tests make it slow or faulty. */
export interface StoreGate {
  /** Every request since the last `reset`, preflights too. */
  readonly requests: readonly StoreRequest[]
  /** Reads bodies no quicker than this, from the next request on; those that are slow already follow at once. */
  readAt(bytesPerSecond: number): void
  /** Lets the next request of a method fail, or the next few. */
  failNext(method: 'PUT' | 'GET' | 'OPTIONS', fault: StoreFault, times?: number): void
  forgetFaults(): void
  /** Says of each PUT what goes wrong with it. */
  chaos: (() => StoreFault | undefined) | undefined
  reset(): void
}

/** What real S3 says of a link that has run out, or that somebody has changed. */
export const refusedBy403: StoreAnswer = {
  status: 403,
  body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>',
  headers: { 'Content-Type': 'application/xml' },
}

export function createGate(store: RequestListener): StoreGate & { readonly answer: RequestListener } {
  const requests: StoreRequest[] = []
  const faults: { readonly method: string; readonly fault: StoreFault }[] = []

  let speed = Infinity

  const gate: StoreGate & { readonly answer: RequestListener } = {
    requests,
    chaos: undefined,
    readAt: (bytesPerSecond) => void (speed = bytesPerSecond),
    failNext: (method, fault, times = 1) => void faults.push(...Array(times).fill({ method, fault })),
    forgetFaults: () => void (faults.length = 0),
    reset() {
      requests.length = faults.length = 0
      speed = Infinity
      gate.chaos = undefined
    },
    answer(request, response) {
      const { method = '', url = '' } = request
      requests.push({ at: Date.now(), method, url, headers: Object.fromEntries(pairs(request.rawHeaders)) })
      const index = faults.findIndex((one) => one.method === method)
      const [scripted] = index < 0 ? [] : faults.splice(index, 1)

      // The store itself would let them through.
      const isUnsigned =
        method !== 'OPTIONS' && !new URL(url, 'http://store').searchParams.has('X-Amz-Signature')
      const fault = isUnsigned
        ? refusedBy403
        : (scripted?.fault ?? (method === 'PUT' ? gate.chaos?.() : undefined))
      if (fault) return fail(request, response, fault)
      if (speed < Infinity) slowDown(request, () => speed)
      store(request, response)
    },
  }
  return gate
}

function fail(request: IncomingMessage, response: ServerResponse, fault: StoreFault): void {
  if (fault === 'cut') {
    request.once('data', () => request.socket.destroy())
    request.once('end', () => request.socket.destroy())
    return
  }
  if (fault === 'stall') return void request.resume()
  // To its end first: who is answered in mid-sending sees a broken connection.
  request.resume().on('end', () => {
    response.writeHead(fault.status, { 'Access-Control-Allow-Origin': '*', ...fault.headers })
    response.end(fault.body)
  })
}

/** Lets the socket be read on only after as long as the last piece takes at this speed. */
function slowDown(request: IncomingMessage, bytesPerSecond: () => number): void {
  const push = request.push.bind(request)
  const readOn = request._read.bind(request)
  // Who reads the body is not asked how quickly it wants it.
  request._read = () => {}
  request.push = (piece: Buffer | null) => {
    push(piece)
    if (piece) setTimeout(readOn, (piece.length / bytesPerSecond()) * 1000)
    return false // Node stops reading the socket then
  }
}

function pairs(rawHeaders: readonly string[]): [string, string][] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name.toLowerCase(), rawHeaders[index + 1] ?? ''] as [string, string]] : [],
  )
}
