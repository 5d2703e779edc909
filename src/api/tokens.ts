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
}

/** What a token is for, for error messages. */
export interface TokenCall {
  readonly operation: string
  readonly step: FileStep
}

export function createTokens(getToken: GetToken | undefined): Tokens {
  let refreshing: Promise<string> | undefined

  return {
    async use(call, send) {
      const token = await ask(call, false)
      const answer = await send(token)
      if (answer.status !== 401) return answer
      const current = await ask(call, false)
      // A 401 of a token that is no longer current just replays: somebody else has refreshed it already.
      return send(current === token ? await refresh(call) : current)
    },
  }

  function refresh(call: TokenCall): Promise<string> {
    return (refreshing ??= ask(call, true).finally(() => (refreshing = undefined)))
  }

  async function ask({ operation, step }: TokenCall, isRefresh: boolean): Promise<string> {
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
}
