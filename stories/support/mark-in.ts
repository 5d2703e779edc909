/** The mark for which a search looks, from its body as JSON. */
export function markIn(body: string): string | undefined {
  return /upload_id:\\"([^"\\]+)\\"/.exec(body)?.[1]
}
