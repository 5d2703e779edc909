import { abortable } from './abortable.js'
import type { Clock } from './clock.js'
import type { FileErrorAudience } from './errors.js'
import { FileError } from './errors.js'
import type { Call } from './http.js'
import { codeOf, parseRetryAfter } from './http-status.js'
import type { TrustedHosts } from './may-have-token.js'
import { mayHaveToken } from './may-have-token.js'
import type { TokenCall, Tokens } from './tokens.js'

/** Bytes that answer to the token of whoever is signed in, or to whoever has their link. */
export interface BytesRequest extends TokenCall {
  /** Where they lie: a whole URL, or a path where `host` says of what. */
  readonly url: string
  /** The File API of epilot. */
  readonly host?: 'file' | undefined
  /** What is larger is not fetched to its end. */
  readonly maxBytes: number
  /** `false` for links that are signed already: no token is sent. @default true */
  readonly authorize?: boolean | undefined
  /** Told how many have come. */
  readonly onBytes?: ((receivedBytes: number) => void) | undefined
  /** Whom an error meets. @default 'customer' */
  readonly audience?: FileErrorAudience | undefined
}

/** Fetches bytes with the token, where it may go. */
export type FetchBytes = (request: BytesRequest, call?: Call) => Promise<Blob>

export interface BytesPorts extends TrustedHosts {
  readonly fileUrl: string
  /** Sent to the File API, and to nobody else. */
  readonly headers: Readonly<Record<string, string>>
  readonly tokens: Tokens
  readonly currentOwner: () => string | undefined
  readonly fetch: typeof fetch
  readonly clock: Clock
  /** How long to wait for an answer, and for more of it. */
  readonly timeoutMs: number
}

/** Fetches bytes with the token. To hosts that are not trusted nothing leaves. */
export function fetchBytes(
  ports: BytesPorts,
  request: BytesRequest,
  { signal = never, owner }: Call = {},
): Promise<Blob> {
  return abortable(signal, (resolve, reject) => {
    const stop = new AbortController()
    fetchAll(ports, request, owner, stop).then(resolve, reject)
    return () => stop.abort()
  })
}

async function fetchAll(
  { tokens, currentOwner, fetch, clock, timeoutMs, fileUrl, headers, ...trusted }: BytesPorts,
  { operation, step, url, host, maxBytes, authorize = true, onBytes, audience = 'customer' }: BytesRequest,
  owner: string | undefined,
  stop: AbortController,
): Promise<Blob> {
  const isOwn = host === 'file'
  const to = toUrl(isOwn ? fileUrl.replace(/\/$/, '') + url : url)
  if (authorize && !mayHaveToken(to, trusted)) {
    throw problem(
      'untrusted-host',
      `No token is sent to ${to.host}. If it is yours, name it: createFileClient({ trustedHosts: ['${to.host}'] }).`,
    )
  }
  let isLate = false
  let callOff = () => {}
  try {
    const response = authorize ? await tokens.use({ operation, step }, send) : await send()
    return await read(response)
  } catch (cause) {
    stop.abort()
    if (cause instanceof FileError) throw cause
    throw problem(isLate ? 'timeout' : 'network', `${operation}: no answer from ${to.host}.`, { cause })
  } finally {
    callOff()
  }

  async function send(token?: string): Promise<Response> {
    if (owner !== undefined && owner !== currentOwner()) {
      throw problem('owner-changed', `${operation} was not sent: it began under another owner.`)
    }
    expectMore()
    const response = await fetch(to.href, {
      headers: {
        ...(isOwn && headers),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      // Large files are behind a redirect to another origin, and browsers leave the token out on that way.
      redirect: 'follow',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: stop.signal,
    })
    // After a 401 somebody may have to sign in.
    callOff()
    return response
  }

  async function read(response: Response): Promise<Blob> {
    const { status, headers } = response
    const type = headers.get('Content-Type') ?? ''
    if (!response.ok) {
      const retryAfterMs = parseRetryAfter(headers.get('Retry-After'))
      throw problem(codeOf(status), `${to.host} answered with ${status}.`, { status, retryAfterMs })
    }
    // The page of a sign-in, for example; behind a signed link a page can be the file.
    if (authorize && /^text\/html/i.test(type))
      throw problem('not-a-download', `${to.host} answered with a page.`)
    if (Number(headers.get('Content-Length') ?? 0) > maxBytes) throw tooLarge()

    const parts: Uint8Array<ArrayBuffer>[] = []
    let bytes = 0
    const reader = response.body?.getReader()
    for (;;) {
      expectMore()
      const { done, value } = (await reader?.read()) ?? { done: true }
      if (done || !value) return new Blob(parts, { type })
      bytes += value.byteLength
      onBytes?.(bytes)
      // Not every answer says how long it is, or the truth.
      if (bytes > maxBytes) throw tooLarge()
      parts.push(value)
    }
  }

  function expectMore(): void {
    stop.signal.throwIfAborted()
    callOff()
    callOff = clock.setTimeout(() => {
      isLate = true
      stop.abort()
    }, timeoutMs)
  }

  function tooLarge(): FileError {
    return problem('too-large', `What ${to.host} answers with is larger than ${maxBytes} bytes.`)
  }

  function toUrl(text: string): URL {
    try {
      // An app may lead epilot through a path of its own.
      return new URL(text, isOwn ? globalThis.location?.href : undefined)
    } catch (cause) {
      throw problem('bad-answer', `${operation} names "${text}", which is no URL.`, { cause })
    }
  }

  function problem(code: FileError['code'], message: string, options: object = {}): FileError {
    return new FileError(code, message, { ...options, step, audience })
  }
}

const never = new AbortController().signal
