/** What a photo shows, and how the camera was held. */
export interface PhotoSeed {
  readonly name?: string
  readonly type?: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly width?: number
  readonly height?: number
  /** Of its left and right half, as they are stored. */
  readonly colours?: readonly [left: string, right: string]
  /** By its EXIF data: 6 is turned clockwise when it is shown. JPEG only. */
  readonly orientation?: number
  /** Fills the file up to this size, as noise in a photo would. */
  readonly paddingBytes?: number
}

/** Makes a real picture in the browser. */
export async function aPhoto(seed: PhotoSeed = {}): Promise<File> {
  const { type = 'image/jpeg', width = 60, height = 30, colours = ['#c81e1e', '#c81e1e'] } = seed
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')!
  colours.forEach((colour, half) => {
    context.fillStyle = colour
    context.fillRect((half * width) / 2, 0, width / 2, height)
  })
  const blob = await canvas.convertToBlob({ type, quality: 1 })
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const parts: BlobPart[] = seed.orientation
    ? [bytes.slice(0, 2), orientationSegment(seed.orientation), bytes.slice(2)]
    : [bytes]
  // Decoders stop at the end of the picture.
  if (seed.paddingBytes) parts.push(new Uint8Array(seed.paddingBytes))
  return new File(parts, seed.name ?? 'photo.jpg', { type, lastModified: Date.UTC(2026, 2, 12) })
}

/** The EXIF segment of a JPEG with nothing in it but the orientation. */
function orientationSegment(orientation: number): Uint8Array<ArrayBuffer> {
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0]
  const header = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8]
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
  const body = [...exif, ...header, 0, 1, ...entry, 0, 0, 0, 0]
  return Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body])
}
