import { createRequire } from 'node:module'
import addFormats from 'ajv-formats'
import type { Document } from 'openapi-backend'
import { OpenAPIBackend } from 'openapi-backend'
import { deviations, plainAnswers } from './deviations.js'

/** One call to epilot, as it left and as it was answered. */
export interface Exchange {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly requestBody: unknown
  readonly status: number
  readonly responseBody: unknown
}

/** What an exchange does that the official OpenAPI documents do not allow; empty when all is well. */
export type Judge = (exchange: Exchange) => readonly string[]

/** Reads the official documents, of the newest `@epilot/sdk` that is installed. */
export async function createJudge(): Promise<Judge> {
  const apis = new Map([
    ['file.sls.epilot.io', await load('@epilot/sdk/file/openapi.json')],
    ['entity.sls.epilot.io', await load('@epilot/sdk/entity/openapi.json')],
    ['submission.sls.epilot.io', await load('@epilot/sdk/submission/openapi.json')],
    ['customer-portal-api.sls.epilot.io', await load('@epilot/sdk/customer-portal/openapi.json')],
  ])

  return function judge({ url, method, headers, requestBody, status, responseBody }) {
    const { host, pathname, search } = new URL(url)
    const api = apis.get(host)
    if (!api) return [`${host} is none of epilot's hosts`]
    const request = { method, path: pathname, headers, query: search.slice(1), body: requestBody }
    const operation = api.router.matchOperation(request)
    if (!operation?.operationId) return [`${method} ${pathname} is none of epilot's operations`]
    const { operationId, responses = {}, security = api.document.security } = operation

    const { errors } = api.validateRequest(request, operation)
    const problems = (errors ?? []).map(
      (error) => `${operationId} request${error.instancePath} ${error.message}`,
    )
    // An empty requirement means that a token may be there; ours never is.
    const isPublic = security?.length === 0 || security?.some((needed) => Object.keys(needed).length === 0)
    if (isPublic === 'authorization' in headers) {
      problems.push(`${operationId} request ${isPublic ? 'needs no' : 'lacks its'} token`)
    }

    const deviation = deviations.find((known) => known.operation === operationId && known.status === status)
    const documented = deviation ? deviation.as : status
    if (documented === undefined) return problems
    // The validator says yes to every status it has never heard of.
    if (!(documented in responses))
      return [...problems, `${operationId} response ${status} is not documented`]
    const answer = api.validateResponse(responseBody ?? null, operation, documented)
    return [
      ...problems,
      ...(answer.errors ?? []).map(
        (error) => `${operationId} response${error.instancePath} ${error.message}`,
      ),
    ]
  }
}

async function load(name: string): Promise<OpenAPIBackend> {
  const api = new OpenAPIBackend({
    definition: withPlainAnswers(withoutAliases(createRequire(import.meta.url)(name) as OfficialDocument)),
    // Without it, reading the Entity API alone takes ten seconds.
    quick: true,
    strict: false,
    ajvOpts: { strict: false },
    customizeAjv(ajv) {
      addFormats(ajv)
      for (const format of ['url', 'ulid']) ajv.addFormat(format, true)
      return ajv
    },
  })
  return api.init()
}

type OfficialDocument = Document & { readonly components: { readonly schemas: Record<string, Schema> } }
type Schema = { readonly $ref?: string }

/** Gives schemas that only point at another one its content: the validator follows one `$ref`, not a chain of them. */
function withoutAliases({ components, ...rest }: OfficialDocument): Document {
  const { schemas } = components
  const contentOf = (schema: Schema): Schema =>
    schema.$ref ? contentOf(schemas[schema.$ref.replace('#/components/schemas/', '')] ?? {}) : schema
  const whole = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, contentOf(schema)]))
  return { ...rest, components: { ...components, schemas: whole } } as Document
}

/** Where the document allows one of two shapes, and every answer is both, only the one that is asked for. */
function withPlainAnswers(document: Document): Document {
  const whole = structuredClone(document)
  for (const operations of Object.values(whole.paths ?? {})) {
    for (const operation of Object.values(operations ?? {}) as OfficialOperation[]) {
      const shape = plainAnswers[operation.operationId ?? '']
      const answer = shape && operation.responses?.['200']?.content?.['application/json']
      if (answer) answer.schema = { $ref: `#/components/schemas/${shape}` }
    }
  }
  return whole
}

interface OfficialOperation {
  readonly operationId?: string
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: unknown }>> }>
  >
}

/** A `fetch` that keeps every exchange. */
export function recordingFetch(fetch: typeof globalThis.fetch) {
  const exchanges: Exchange[] = []
  const recording: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const sent = request.clone()
    const response = await fetch(request)
    exchanges.push({
      url: sent.url,
      method: sent.method,
      headers: Object.fromEntries(sent.headers),
      requestBody: parse(await sent.text()),
      status: response.status,
      responseBody: await read(response.clone()),
    })
    return response
  }
  return { fetch: recording, exchanges }
}

/** Bytes stay text. */
async function read(response: Response): Promise<unknown> {
  const text = await response.text()
  return response.headers.get('Content-Type')?.startsWith('image/') ? text : parse(text)
}

function parse(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text)
}
