import { Lane } from './lane.js'
import type { Prepare } from './upload-job.js'

/** How small photos become. */
export interface ResizePhotosOptions {
  /**
   * The longer side, in pixels.
   * @default 2560
   */
  readonly maxEdgePx?: number | undefined
  /**
   * Files up to this size are sent as they are.
   * @default 1000000
   */
  readonly aboveBytes?: number | undefined
  /**
   * Of the JPEG, from 0 to 1.
   * @default 0.85
   */
  readonly quality?: number | undefined
}

/**
 * A `prepare` that makes photos smaller before they are sent. They become JPEGs and stand upright; what the camera wrote
 * beside the picture (EXIF: where, when, with what) stays behind. What the browser cannot show goes as it is, and so does
 * what would not become smaller; HEIC, which few can open, becomes a JPEG wherever the browser knows it.
 *
 * @example
 * <FileUpload prepare={resizePhotos({ maxEdgePx: 2000 })} />
 */
export function resizePhotos(options: ResizePhotosOptions = {}): Prepare {
  const { maxEdgePx = 2560, aboveBytes = 1_000_000, quality = 0.85 } = options
  // A photo of 48 megapixels takes 192 MB while it is open.
  const lane = new Lane(2)
  return (file, { signal }) => {
    const isHeic = /^image\/hei[cf]$/.test(file.type)
    const isLargePhoto = /^image\/(jpeg|webp|avif)$/.test(file.type) && file.size > aboveBytes
    if (!isHeic && !isLargePhoto) return file
    return lane.run(async () => {
      const jpeg = await toJpeg(file, maxEdgePx, quality)
      return jpeg && (isHeic || jpeg.size < file.size) ? jpeg : file
    }, signal)
  }
}

async function toJpeg(file: File, maxEdgePx: number, quality: number): Promise<File | null> {
  // Turned as its EXIF data say.
  const photo = await createImageBitmap(file).catch(() => null)
  if (!photo) return null
  try {
    const scale = Math.min(1, maxEdgePx / Math.max(photo.width, photo.height))
    // Of a narrow strip one side would come to nothing, and no canvas has that.
    const scaled = (sidePx: number) => Math.max(1, Math.round(sidePx * scale))
    const [width, height] = [scaled(photo.width), scaled(photo.height)]
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    if (!context) return null
    // A JPEG knows nothing transparent, and would show it black.
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(photo, 0, 0, width, height)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality })
    return new File([blob], jpegName(file.name), { type: blob.type, lastModified: file.lastModified })
  } finally {
    photo.close()
  }
}

function jpegName(name: string): string {
  return /\.jpe?g$/i.test(name) ? name : `${name.replace(/\.\w{1,5}$/, '')}.jpg`
}
