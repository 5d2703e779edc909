import type { FileEntity } from '../api/types.js'
import { json } from './answers.js'
import { refuseInPortal } from './portal-refusal.js'
import { portalFileOf } from './portal-user.js'
import type { ServerParts } from './server-parts.js'

/** `getFilePreview`: a link that shows the file. Documents are not converted here: it leads to their own bytes. */
export async function previewOf(parts: ServerParts, id: string): Promise<Response> {
  const { storage, downloadLinkSeconds: expiresInSeconds } = parts
  const file = portalFileOf(parts, id)
  if (!file) return refuseInPortal(404, 'File not found')

  const kind = kindOf(file)
  const { custom_download_url, s3ref, filename, access_control, public_url } = file
  if (custom_download_url) {
    const requires_auth = file.custom_download_url_auth === 'token'
    return json({
      kind,
      ...(kind !== 'unsupported' && { url: custom_download_url, ...(requires_auth && { requires_auth }) }),
      download_url: custom_download_url,
    })
  }
  if (!s3ref) return json({ kind: 'unsupported' })
  const link = (attachment: boolean) => storage.presignGet({ s3ref, filename, attachment, expiresInSeconds })
  return json({
    kind,
    ...(kind !== 'unsupported' && { url: await link(false) }),
    download_url: access_control === 'public-read' ? (public_url ?? (await link(true))) : await link(true),
  })
}

/** By name and MIME type; of the Office formats only those that epilot converts. */
function kindOf({ filename, mime_type = '' }: FileEntity): 'pdf' | 'image' | 'unsupported' {
  if (/^image\/(png|jpe?g|gif|webp)$/.test(mime_type)) return 'image'
  if (mime_type === 'application/pdf' || /\.(pdf|docx|xlsx?|xlsm)$/i.test(filename)) return 'pdf'
  return 'unsupported'
}
