import type { FileEntity } from './types.js'

/** What of a File entity tells whether, and of what, epilot has a picture. */
export type PreviewedFile = Pick<
  FileEntity,
  '_id' | 'filename' | 'mime_type' | 'custom_download_url' | 'versions' | 's3ref'
>

/** Whether it is worth asking: epilot draws some kinds of files, and none whose bytes are somewhere else. */
export function mayHavePreview({ filename, mime_type = '', custom_download_url }: PreviewedFile): boolean {
  return !custom_download_url && (drawnTypes.test(mime_type) || drawnNames.test(filename))
}

/** Names the bytes that a picture is of. */
export function previewedBytes({ versions = [], s3ref }: PreviewedFile): string {
  return `${versions.length} ${(versions[0]?.s3ref ?? s3ref)?.key ?? ''}`
}

const drawnTypes = /^(image\/(png|jpe?g|gif|webp)|application\/pdf)$/
const drawnNames = /\.(png|jpe?g|gif|webp|pdf|docx?|xls[xm]?|pptx?|od[tsp])$/i
