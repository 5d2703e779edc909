import { cors, refuse } from './answers.js'
import type { ServerParts } from './server-parts.js'

/**
 * `previewFile`: the picture that was given for a file, else its own bytes where they are a PNG or JPEG. Nothing is drawn
 * here: of other kinds of files, and in other sizes, there is none.
 */
export async function previewFile(
  { world, storage }: ServerParts,
  id: string,
  version: number,
): Promise<Response> {
  const file = world.files.get(id)
  const { s3ref, mime_type } = file?.versions[version] ?? {}
  const isLatest = version === 0
  const own = /^image\/(png|jpeg)$/.test(mime_type ?? '') && s3ref ? await storage.read?.(s3ref) : undefined
  const picture = (isLatest && world.previews.get(id)) || own
  if (!picture) return refuse(404, file ? 'No preview available' : 'File entity not found')
  return new Response(picture, { headers: { ...cors, 'Content-Type': picture.type || (mime_type ?? '') } })
}
