import type { Clock } from './clock.js'
import type { FileStep } from './errors.js'
import { FileError } from './errors.js'

/** Answers with an access token for epilot's APIs. With `refresh: true` the last one was refused: fetch a new one. */
export type GetToken = (options: { readonly refresh: boolean }) => string | Promise<string>

/** The token of whoever is signed in, for each call anew. */
export interface Tokens {
  /** Makes a call with a token; after a 401 once more, with a fresh one that all waiting calls share. */
  use<Answer extends { readonly status: number }>(
    call: TokenCall,
    send: (token: string) => Promise<Answer>,
  ): Promise<Answer>
  /** Resolves where there is a token for a call that is to leave next. */
  ready(call: TokenCall): Promise<unknown>
}

/** What a token is for, for error messages. */
export interface TokenCall {
  readonly operation: string
  readonly step: FileStep
}

export interface TokenPorts {
  readonly getToken: GetToken | undefined
  readonly clock: Clock
  /** How long calls wait for a token that can wait for a sign-in instead. */
  readonly timeoutMs: number
  /** Called when one has come after that. */
  readonly onLate: () => void
}

export interface AllTokens {
  /** Somebody may have to sign in first: a token has all the time that it takes. */
  readonly patient: Tokens
  /** Whoever gives tokens may also have been forgotten about, or never answer: after `timeoutMs` there is none. */
  readonly inTime: Tokens
}

export function createTokens({ getToken, clock, timeoutMs, onLate }: TokenPorts): AllTokens {
  let refreshing: Promise<string> | undefined
  return { patient: tokensBy((token) => token), inTime: tokensBy(within) }

  function tokensBy(wait: (token: Promise<string>) => Promise<string>): Tokens {
    const ask = (call: TokenCall, token = fetchToken(false)) =>
      wait(token).catch((cause: unknown) => Promise.reject(noToken(call, cause)))
    return {
      async use(call, send) {
        const token = await ask(call)
        const answer = await send(token)
        if (answer.status !== 401) return answer
        const current = await ask(call)
        // A 401 of a token that is no longer current just replays: somebody else has refreshed it already.
        return send(current === token ? await ask(call, refresh()) : current)
      },
      ready: ask,
    }
  }

  async function fetchToken(refresh: boolean): Promise<string> {
    if (getToken) return getToken({ refresh })
    throw new Error('Pass getToken to createFileClient(), or use mode "journey" where nobody signs in.')
  }

  function refresh(): Promise<string> {
    if (refreshing) return refreshing
    const end = () => {
      callOff()
      if (refreshing === shared) refreshing = undefined
    }
    // One that never answers must not be what all calls wait for from now on.
    const callOff = clock.setTimeout(end, longestSignInMs)
    const shared = (refreshing = fetchToken(true).finally(end))
    return shared
  }

  function within(token: Promise<string>): Promise<string> {
    return new Promise((resolve, reject) => {
      let tell: (token: string) => void = resolve
      const callOff = clock.setTimeout(() => {
        tell = onLate
        reject(new Error('getToken() has not answered in time.'))
      }, timeoutMs)
      token.then((value) => tell(value), reject).finally(callOff)
    })
  }
}

/** Where nobody answers who gives tokens, nobody has said that a session is over. Status 0: nothing has left. */
function noToken({ operation, step }: TokenCall, cause: unknown): FileError {
  const message = `${operation} was not sent, there is no token: ${String(cause)}`
  if (noAnswer.test(String(cause))) return new FileError('network', message, { step, status: 0, cause })
  return new FileError('sign-in', message, { step, cause })
}

const longestSignInMs = 300_000

/** What browsers, and what is often used with them, say of a fetch that got no answer. */
const noAnswer = /failed to fetch|fetch failed|load failed|network/i
