import { json } from './answers.js'

/** The portal API's `ErrorResp`. */
export function refuseInPortal(status: number, message: string, reason?: string): Response {
  return json({ message, ...(reason !== undefined && { reason }) }, status)
}

/** Says in the portal's words what was refused in those of the other APIs; anything else passes. */
export async function inPortalWords(response: Response): Promise<Response> {
  if (response.status < 400 || !response.headers.get('Content-Type')?.includes('json')) return response
  const { status, headers } = response
  const { error, ...rest } = (await response.clone().json()) as { readonly error?: string }
  return error === undefined || 'message' in rest
    ? response
    : new Response(JSON.stringify({ message: error }), { status, headers })
}
