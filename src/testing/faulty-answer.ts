import { cors, json, refuse, refuseAsS3 } from './answers.js'
import type { FaultyAnswer } from './faults.js'
import type { Operation } from './ledger.js'

/** The wrong answer that a test asked for. */
export function faultyAnswer(operation: Operation, { status, body, headers = {} }: FaultyAnswer): Response {
  const response = answerOf(operation, status, body)
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

function answerOf(operation: Operation, status: number, body: unknown): Response {
  const isEmpty = status === 204 || status === 304 || (body === undefined && status < 300)
  if (isEmpty) return new Response(null, { status, headers: cors })
  if (typeof body === 'string') {
    return new Response(body, { status, headers: { ...cors, 'Content-Type': 'text/html' } })
  }
  if (body !== undefined) return json(body, status)
  if (operation === 'put' || operation === 'get') {
    return refuseAsS3(status, status === 503 ? 'SlowDown' : 'AccessDenied', 'As scripted.')
  }
  return refuse(status)
}
