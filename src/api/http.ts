import type { FileStep } from './errors.js'
import { FileError, restate } from './errors.js'
import { badAnswer } from './expect.js'
import { codeOf, parseRetryAfter } from './http-status.js'
import { abortable } from './abortable.js'
import type { Clock } from './clock.js'
import type { Tokens } from './tokens.js'

/** On whose behalf a call is made, and until when. */
export interface Call {
  readonly signal?: AbortSignal | undefined
  /** The owner under whom the work began; the call fails with `owner-changed` when somebody else is signed in by now. */
  readonly owner?: string | undefined
}

/** Which of epilot's APIs. */
export type ApiHost = 'file' | 'entity' | 'submission' | 'portal'

/** One call of an operation. */
export interface ApiRequest {
  /** The official operation name, for error messages. */
  readonly operation: string
  readonly step: FileStep
  /** @default 'file' */
  readonly host?: ApiHost
  /** From the leading slash on, with the query. */
  readonly path: string
  /** @default 'POST' with a body, 'GET' without */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  /** `false` for the public operations, which must not carry a token. */
  readonly authorize?: boolean
}

/** Asks epilot and answers with the parsed JSON, or `undefined` where the answer held none. */
export type Http = (request: ApiRequest, call?: Call) => Promise<unknown>

export interface HttpOptions {
  readonly tokens: Tokens
  readonly currentOwner: () => string | undefined
  readonly urls: Readonly<Record<ApiHost, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly fetch: typeof fetch
  readonly clock: Clock
  /** How long to wait for an answer. */
  readonly timeoutMs: number
}

/**
 * One request to epilot: a token per call, any 2xx is success unless it is a page in HTML, and a 401 is
 * replayed once with a token that all waiting calls share.
 */
export function createHttp({
  tokens,
  currentOwner,
  urls,
  headers,
  fetch,
  clock,
  timeoutMs,
}: HttpOptions): Http {
  return (request, { signal = never, owner } = {}) =>
    abortable(signal, (resolve, reject) => {
      const stop = new AbortController()
      ask(request, owner, stop).then(resolve, (cause: unknown) =>
        reject(cause instanceof FileError && isForCustomers(request) ? restate(cause, customer) : cause),
      )
      return () => stop.abort()
    })

  async function ask(
    request: ApiRequest,
    owner: string | undefined,
    stop: AbortController,
  ): Promise<unknown> {
    if (request.authorize === false) return read(request, await send(request, owner, stop))

    const answer = await tokens.use(request, (token) => send(request, owner, stop, token))
    return read(request, answer)
  }

  async function send(
    { operation, step, host = 'file', path, body, method = body === undefined ? 'GET' : 'POST' }: ApiRequest,
    owner: string | undefined,
    stop: AbortController,
    token?: string,
  ): Promise<Answer> {
    // Compared after the token was fetched, since it may be the token of whoever signed in meanwhile.
    if (owner !== undefined && owner !== currentOwner()) {
      throw new FileError('owner-changed', `${operation} was not sent: it began under another owner.`, {
        step,
      })
    }
    stop.signal.throwIfAborted()
    let isLate = false
    const callOff = clock.setTimeout(() => {
      isLate = true
      stop.abort()
    }, timeoutMs)
    try {
      const response = await fetch(urls[host].replace(/\/$/, '') + path, {
        method,
        headers: {
          ...headers,
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        body: body === undefined ? null : JSON.stringify(body),
        signal: stop.signal,
      })
      // Read here, so that the time limit covers a body that never ends.
      return {
        status: response.status,
        text: await response.text(),
        retryAfter: response.headers.get('Retry-After'),
      }
    } catch (cause) {
      const code = isLate ? 'timeout' : 'network'
      throw new FileError(code, `${operation}: no answer from ${urls[host]}.`, { step, cause })
    } finally {
      callOff()
    }
  }
}

/** These APIs are asked by customers only; which of them asks the File API is known to the upload. */
function isForCustomers({ host }: ApiRequest): boolean {
  return host === 'portal' || host === 'submission'
}

const customer = { audience: 'customer' } as const
const never = new AbortController().signal

function read({ operation, step, authorize }: ApiRequest, { status, text, retryAfter }: Answer): unknown {
  const body = parseJson(text)
  if (status >= 200 && status < 300) {
    // The page of a proxy or of a network's sign-in: epilot itself was never asked.
    if (/^\s*</.test(text)) throw badAnswer(operation, step, 'JSON')
    return body
  }
  // The File API says `{ error }`, the portal API `{ message, reason }`, a proxy says nothing.
  const { error, message = 'no reason given', reason } = (body ?? {}) as Partial<Record<string, string>>
  // Where nobody is signed in, no session can have ended.
  const code = authorize === false && status === 401 ? 'forbidden' : codeOf(status)
  throw new FileError(code, `${operation} was answered with ${status}: ${error ?? message}`, {
    step,
    status,
    retryAfterMs: parseRetryAfter(retryAfter),
    reason,
  })
}

interface Answer {
  readonly status: number
  readonly text: string
  readonly retryAfter: string | null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // HTML of a proxy, or nothing at all
  }
}
