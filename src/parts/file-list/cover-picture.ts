/** How large, in pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** A picture that fills its place: its middle, or its top where it is higher than that. */
export async function coverOf(
  file: Blob,
  { width, height }: PictureSize,
  from: 'top' | 'middle',
): Promise<ImageBitmap> {
  // Twice as wide as needed covers a square for whatever is at most twice as wide as it is high; of one side alone the
  // browser keeps the proportions, and it turns the picture as its EXIF data say.
  const wide = await createImageBitmap(file, { resizeWidth: width * 2, resizeQuality: 'medium' })
  const scale = Math.min(wide.width / width, wide.height / height)
  const [w, h] = [Math.floor(width * scale), Math.floor(height * scale)]
  const y = from === 'top' ? 0 : Math.floor((wide.height - h) / 2)
  try {
    return await createImageBitmap(wide, Math.floor((wide.width - w) / 2), y, w, h, {
      resizeWidth: width,
      resizeHeight: height,
      resizeQuality: 'high',
    })
  } finally {
    wide.close()
  }
}
