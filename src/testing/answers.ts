import { HttpResponse } from 'msw'

/** JSON of epilot's APIs, readable from any origin. */
export function json(body: unknown, status = 200): Response {
  // Not Response.json(), which Safari has since 17 only.
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...cors, 'Content-Type': 'application/json' },
  })
}

/** The File API's `ErrorObject`; its words begin with those of the status. */
export function refuse(status: number, detail?: string): Response {
  const reason = reasons[status] ?? 'Error'
  return json({ status, error: detail ? `${reason}: ${detail}` : reason }, status)
}

/** S3 speaks XML. */
export function refuseAsS3(status: number, code: string, message: string): Response {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return new Response(xml, { status, headers: { ...cors, 'Content-Type': 'application/xml' } })
}

export function wrongSignature(): Response {
  return refuseAsS3(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided.',
  )
}

/** The connection breaks. */
export function noAnswer(): Response {
  return HttpResponse.error()
}

export const cors = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
}

const reasons: Record<number, string | undefined> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Payload Too Large',
  422: 'File type not allowed',
  429: 'Too many requests. Try again later.',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}
