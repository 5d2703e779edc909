/** The middle of a picture as a square of `sizePx`. */
export async function squareOf(file: Blob, sizePx: number): Promise<ImageBitmap> {
  // Twice as wide as needed covers the square for whatever is at most twice as wide as it is high; of one side alone the
  // browser keeps the proportions, and it turns the picture as its EXIF data say.
  const wide = await createImageBitmap(file, { resizeWidth: sizePx * 2, resizeQuality: 'medium' })
  const side = Math.min(wide.width, wide.height)
  const [x, y] = [Math.floor((wide.width - side) / 2), Math.floor((wide.height - side) / 2)]
  try {
    return await createImageBitmap(wide, x, y, side, side, {
      resizeWidth: sizePx,
      resizeHeight: sizePx,
      resizeQuality: 'high',
    })
  } finally {
    wide.close()
  }
}
