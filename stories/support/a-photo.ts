/** What stories photograph. */
export type Motif = 'roof' | 'meter' | 'cellar'

/** A photo as a phone would take it, grain included: large, and really an image. */
export async function aPhoto(
  name: string,
  motif: Motif,
  { width = 640, height = 480, type = 'image/jpeg' } = {},
): Promise<File> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser cannot draw.')
  context.scale(width / 160, height / 120)
  for (const [colour, x, y, w, h] of motifs[motif]) {
    context.fillStyle = colour
    context.fillRect(x, y, w, h)
  }
  addGrain(context, width, height)
  const blob = await canvas.convertToBlob({ type, quality: 0.95 })
  return new File([blob], name, { type: blob.type, lastModified: Date.UTC(2026, 2, 12) })
}

type Patch = readonly [colour: string, x: number, y: number, width: number, height: number]

const motifs: Readonly<Record<Motif, readonly Patch[]>> = {
  roof: [
    ['#a9cbe4', 0, 0, 160, 120],
    ['#8f4f3c', 20, 34, 120, 50],
    ['#22344f', 40, 42, 24, 34],
    ['#22344f', 68, 42, 24, 34],
    ['#22344f', 96, 42, 24, 34],
    ['#efe9de', 26, 84, 108, 36],
    ['#6b5444', 72, 94, 16, 26],
  ],
  meter: [
    ['#8e8577', 0, 0, 160, 120],
    ['#f1efe9', 48, 10, 64, 100],
    ['#272c31', 56, 20, 48, 34],
    ['#c3cfbb', 60, 28, 40, 16],
    ['#2d3338', 68, 32, 4, 8],
    ['#2d3338', 76, 32, 4, 8],
    ['#2d3338', 84, 32, 4, 8],
    ['#ffffff', 58, 64, 44, 20],
  ],
  cellar: [
    ['#b9b2a6', 0, 0, 160, 120],
    ['#7d766b', 0, 92, 160, 28],
    ['#eceae5', 16, 22, 36, 70],
    ['#2d3338', 66, 42, 26, 36],
    ['#8fc7a0', 71, 48, 16, 8],
    ['#f4f4f1', 104, 18, 38, 74],
  ],
}

/** Without it a JPEG of some rectangles would be tiny. */
function addGrain(context: OffscreenCanvasRenderingContext2D, width: number, height: number): void {
  const image = context.getImageData(0, 0, width, height)
  let seed = 1
  for (let index = 0; index < image.data.length; index += 4) {
    seed = (seed * 16_807) % 2_147_483_647
    const grain = (seed % 37) - 18
    for (const channel of [0, 1, 2]) image.data[index + channel] = (image.data[index + channel] ?? 0) + grain
  }
  context.putImageData(image, 0, 0)
}
