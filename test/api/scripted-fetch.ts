/** What a scripted `fetch` was asked. */
interface Asked {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** A `fetch` that answers with what the test says, in this order, and keeps what it was asked. */
export function scriptedFetch(...answers: readonly (Response | Error)[]) {
  const asked: Asked[] = []
  const waiting = [...answers]
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const text = await request.text()
    asked.push({
      url: request.url,
      method: request.method,
      headers: Object.fromEntries(request.headers),
      body: text === '' ? undefined : JSON.parse(text),
    })
    const answer = waiting.shift()
    if (answer instanceof Response) return answer
    throw answer ?? new TypeError('Nothing is scripted for this call.')
  }
  return { fetch, asked }
}

/** A JSON answer. */
export function answer(body: object, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers })
}
