/** What the link is asked for with, and so what the PUT must say. */
export function mimeTypeOf({ type }: Blob): string {
  return type || 'application/octet-stream'
}
