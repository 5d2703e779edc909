import type { FileStep } from './errors.js'
import { FileError } from './errors.js'
import { codeOf, parseRetryAfter } from './http-status.js'
import { abortable } from './abortable.js'
import type { Clock } from './clock.js'

/** Answers with an access token for epilot's APIs. With `refresh: true` the last one was refused: fetch a new one. */
export type GetToken = (options: { readonly refresh: boolean }) => string | Promise<string>

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
  readonly getToken: GetToken | undefined
  readonly currentOwner: () => string | undefined
  readonly urls: Readonly<Record<ApiHost, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly fetch: typeof fetch
  readonly clock: Clock
  /** How long to wait for an answer. */
  readonly timeoutMs: number
}

/**
 * One request to epilot: a token per call, any 2xx is success, bodies that are no JSON are tolerated, and a 401 is
 * replayed once with a token that all waiting calls share.
 */
export function createHttp({
  getToken,
  currentOwner,
  urls,
  headers,
  fetch,
  clock,
  timeoutMs,
}: HttpOptions): Http {
  let refreshing: Promise<string> | undefined

  return (request, { signal = never, owner } = {}) =>
    abortable(signal, (resolve, reject) => {
      const stop = new AbortController()
      ask(request, owner, stop).then(resolve, reject)
      return () => stop.abort()
    })

  async function ask(
    request: ApiRequest,
    owner: string | undefined,
    stop: AbortController,
  ): Promise<unknown> {
    if (request.authorize === false) return read(request, await send(request, owner, stop))

    const token = await askForToken(request, false)
    let answer = await send(request, owner, stop, token)
    if (answer.status === 401) {
      const current = await askForToken(request, false)
      // A 401 of a token that is no longer current just replays: somebody else has refreshed it already.
      answer = await send(request, owner, stop, current === token ? await refresh(request) : current)
    }
    return read(request, answer)
  }

  function refresh(request: ApiRequest): Promise<string> {
    return (refreshing ??= askForToken(request, true).finally(() => (refreshing = undefined)))
  }

  async function askForToken({ operation, step }: ApiRequest, isRefresh: boolean): Promise<string> {
    try {
      if (!getToken)
        throw new Error('Pass getToken to createFileClient(), or use mode "journey" where nobody signs in.')
      return await getToken({ refresh: isRefresh })
    } catch (cause) {
      throw new FileError('sign-in', `${operation} was not sent, there is no token: ${String(cause)}`, {
        step,
        cause,
      })
    }
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

const never = new AbortController().signal

function read({ operation, step }: ApiRequest, { status, text, retryAfter }: Answer): unknown {
  const body = parseJson(text)
  if (status >= 200 && status < 300) return body
  // The File API says `{ error }`, the portal API `{ message, reason }`, a proxy says nothing.
  const { error, message = 'no reason given', reason } = (body ?? {}) as Partial<Record<string, string>>
  throw new FileError(codeOf(status), `${operation} was answered with ${status}: ${error ?? message}`, {
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
