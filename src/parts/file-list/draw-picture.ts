import { Lane } from '../../transfer/lane.js'
import { squareOf } from './square-picture.js'
import { whenInView } from './when-in-view.js'

/**
 * Draws the picture of an image file into a canvas, once what is around the canvas comes into view; rejects where the
 * signal aborts before, or where the browser cannot show such a file.
 *
 * A canvas and no object URL: there is nothing to revoke, and a strict CSP needs no `img-src blob:`.
 */
export async function drawPicture(canvas: HTMLCanvasElement, file: File, signal: AbortSignal): Promise<void> {
  const place = canvas.parentElement ?? canvas
  if (unshowable.has(file)) throw new TypeError(`This browser cannot show ${file.name}.`)
  await whenInView(place, signal)
  const sizePx = Math.ceil((place.clientWidth || defaultSizePx) * devicePixelRatio)
  const picture = known.get(file, sizePx) ?? (await lane.run(() => make(file, sizePx), signal))
  signal.throwIfAborted()
  canvas.width = canvas.height = sizePx
  canvas.getContext('2d')?.drawImage(picture, 0, 0, sizePx, sizePx)
}

async function make(file: File, sizePx: number): Promise<ImageBitmap> {
  try {
    const picture = await squareOf(file, sizePx)
    known.set(file, picture)
    return picture
  } catch (error) {
    unshowable.add(file)
    throw error
  }
}

/** The pictures drawn last, so that rows that come back into view need not wait for theirs. */
class KnownPictures {
  readonly #pictures = new Map<File, ImageBitmap>()

  get(file: File, sizePx: number): ImageBitmap | undefined {
    const picture = this.#pictures.get(file)
    if (!picture || picture.width < sizePx) return undefined
    this.set(file, picture)
    return picture
  }

  set(file: File, picture: ImageBitmap): void {
    const before = this.#pictures.get(file)
    if (before !== picture) before?.close()
    // The one that was looked at last is the last to go.
    this.#pictures.delete(file)
    this.#pictures.set(file, picture)
    for (const [oldest, old] of this.#pictures) {
      if (this.#pictures.size <= mostKnown) break
      this.#pictures.delete(oldest)
      old.close()
    }
  }
}

const known = new KnownPictures()
// Broken, or of a format that this browser does not know: read once, not each time its row comes by.
const unshowable = new WeakSet<File>()
// Some 25 kB each.
const mostKnown = 200
// A photo takes as much memory as it has pixels while it is being decoded.
const lane = new Lane(2)
const defaultSizePx = 40
