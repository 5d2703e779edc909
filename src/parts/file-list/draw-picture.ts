import type { QueryClient } from '@tanstack/react-query'
import type { FileEntity } from '../../api/types.js'
import type { FileClient } from '../../create-file-client.js'
import { filePreviewQuery } from '../../queries/file-preview-query.js'
import { fileKind } from '../file-kind.js'
import { Lane } from '../../transfer/lane.js'
import type { PictureSize } from './cover-picture.js'
import { coverOf } from './cover-picture.js'
import { whenInView } from './when-in-view.js'
import { whenOutgrown } from './when-outgrown.js'

/** Where a picture comes from: an image file itself, or what epilot draws of a file that is saved. */
export type PictureSource = File | StoredSource

/** A file that is saved; the same object for as long as its bytes are the same. */
export interface StoredSource {
  readonly current: {
    readonly client: FileClient
    readonly queryClient: QueryClient
    readonly file: FileEntity
  }
}

/**
 * Keeps the picture of a file drawn in a canvas from when what is around the canvas comes into view, and tells whether there
 * is one. Ends by rejecting: where the signal aborts, or where the browser cannot show the picture.
 *
 * A canvas and no object URL: there is nothing to revoke, and a strict CSP needs no `img-src blob:`.
 */
export async function keepDrawn(
  canvas: HTMLCanvasElement,
  source: PictureSource,
  signal: AbortSignal,
  onDrawn: (isDrawn: boolean) => void,
): Promise<void> {
  const place = canvas.parentElement ?? canvas
  for (;;) {
    await whenInView(place, signal)
    const size = { width: place.clientWidth || defaultSize, height: place.clientHeight || defaultSize }
    onDrawn(await draw(canvas, source, size, signal))
    await whenOutgrown(place, size, signal)
  }
}

async function draw(
  canvas: HTMLCanvasElement,
  source: PictureSource,
  { width, height }: PictureSize,
  signal: AbortSignal,
): Promise<boolean> {
  const size = { width: Math.ceil(width * devicePixelRatio), height: Math.ceil(height * devicePixelRatio) }
  const file = source instanceof File ? source : await load(source, size.width, signal)
  signal.throwIfAborted()
  if (!file || unshowable.has(file)) return false
  // Of a page one knows the head.
  const from = source instanceof File || isImage(source) ? 'middle' : 'top'
  const picture = known.get(file, size) ?? (await drawing.run(() => make(file, size, from), signal))
  signal.throwIfAborted()
  Object.assign(canvas, size)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, size.width, size.height)
  return true
}

/** What epilot draws, in one of two sizes, so that it is asked for once whatever the place. */
function load({ current }: StoredSource, width: number, signal: AbortSignal): Promise<Blob | null> {
  const { client, queryClient, file } = current
  const widthPx = width <= 96 ? 128 : 640
  const query = filePreviewQuery(client, file, { widthPx })
  // Whoever scrolls on must not wait for what was tried again and again.
  return loading.run(() => queryClient.fetchQuery({ ...query, retry: false }), signal)
}

function isImage({ current: { file } }: StoredSource): boolean {
  return fileKind(file.filename, file.mime_type) === 'image'
}

async function make(file: Blob, size: PictureSize, from: 'top' | 'middle'): Promise<ImageBitmap> {
  try {
    const picture = await coverOf(file, size, from)
    known.set(file, picture)
    return picture
  } catch (error) {
    unshowable.add(file)
    throw error
  }
}

/** The pictures drawn last, so that rows that come back into view need not wait for theirs. */
class KnownPictures {
  readonly #pictures = new Map<Blob, ImageBitmap>()

  get(file: Blob, { width, height }: PictureSize): ImageBitmap | undefined {
    const picture = this.#pictures.get(file)
    // Of another shape it would be another part of the picture.
    if (picture?.width !== width || picture.height !== height) return undefined
    this.set(file, picture)
    return picture
  }

  set(file: Blob, picture: ImageBitmap): void {
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
const unshowable = new WeakSet<Blob>()
// Some 25 kB each.
const mostKnown = 200
// A photo takes as much memory as it has pixels while it is being decoded.
const drawing = new Lane(2)
// A list that is scrolled through must not take the connections from what is uploaded meanwhile.
const loading = new Lane(3)
const defaultSize = 40
