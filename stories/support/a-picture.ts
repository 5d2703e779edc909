/** What epilot has drawn of a file. */
export type Drawing = keyof typeof drawings

/** A picture as epilot draws it, at once: stories are seeded before they are shown. */
export function aPicture(drawing: Drawing): Blob {
  const { width, height, shapes } = drawings[drawing]
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  const context = canvas.getContext('2d')
  context?.scale(scale, scale)
  for (const [colour, shape, lineWidth] of shapes) {
    const path = new Path2D(shape)
    if (!context) break
    context.fillStyle = context.strokeStyle = colour
    context.lineWidth = lineWidth ?? 1
    if (lineWidth) context.stroke(path)
    else context.fill(path)
  }
  const [, base64 = ''] = canvas.toDataURL('image/png').split(',')
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/png' })
}

/** A filled shape; with a line width, its outline. */
type Shape = readonly [colour: string, path: string, lineWidth?: number]

interface Picture {
  readonly width: number
  readonly height: number
  /** One over the other. */
  readonly shapes: readonly Shape[]
}

const drawings = {
  meter: {
    width: 80,
    height: 60,
    shapes: [
      ['#978c7f', 'M0 0h80v60H0z'],
      ['#6d6459', 'M0 48h80v12H0z'],
      ['#eceae4', 'M22 4h36v52H22z'],
      ['#272c31', 'M26 8h28v20H26z'],
      ['#c3cfbb', 'M29 12h22v10H29z'],
      ['#20261f', 'M32 14v6M36 14h3v6h-3zM42 14v6M46 14h2v6', 1.2],
      ['#d64b3f', 'M49 24h2v2h-2z'],
      ['#ffffff', 'M28 34h24v12H28z'],
      ['#222222', 'M30 36v6M32 36v6M35 36v6M36 36v6M39 36v6M42 36v6M44 36v6M47 36v6M49 36v6', 0.8],
    ],
  },
  roof: {
    width: 80,
    height: 60,
    shapes: [
      ['#b9d3e6', 'M0 0h80v60H0z'],
      ['#fbe7b2', 'M64 4a6 6 0 1 0 .1 0z'],
      ['#9c5641', 'M0 46 34 10l46 28v22H0z'],
      ['#22344f', 'm20 36 18-19 32 19-17 19z'],
      ['#7f9cc2', 'm28 28 32 19M24 32l31 18M46 22 30 42M54 27 39 47M62 31 47 51', 1],
    ],
  },
  house: {
    width: 80,
    height: 60,
    shapes: [
      ['#bcd5e4', 'M0 0h80v60H0z'],
      ['#8ea77a', 'M0 50h80v10H0z'],
      ['#efe9de', 'M18 28h44v22H18z'],
      ['#8f4f3c', 'm14 29 14-17h30l8 17z'],
      ['#22344f', 'm29 15-8 12h30l-3-12z'],
      ['#7f9cc2', 'm34 15-5 12M40 15l-3 12M46 15l-1 12M26 21h24', 0.8],
      ['#5d7489', 'M23 34h8v7h-8zM49 34h8v7h-8z'],
      ['#6b5444', 'M37 36h7v14h-7z'],
    ],
  },
  cellar: {
    width: 80,
    height: 60,
    shapes: [
      ['#b9b2a6', 'M0 0h80v60H0z'],
      ['#7d766b', 'M0 48h80v12H0z'],
      ['#eceae5', 'M8 12h18v36H8z'],
      ['#2d3338', 'M33 20h13v18H33z'],
      ['#8fc7a0', 'M35 23h8v4h-8z'],
      ['#f4f4f1', 'M52 9h19v39H52z'],
      ['#3e8a5a', 'M61 14a2 2 0 1 0 .1 0z'],
      ['#5a5f63', 'M26 17h7M46 30h6', 1.2],
    ],
  },
  letter: {
    width: 60,
    height: 85,
    shapes: [
      ['#fdfdfb', 'M0 0h60v85H0z'],
      ['#00749c', 'M7 7h10v10H7z'],
      ['#aab2bb', 'M42 9h11M45 13h8', 1.6],
      ['#2a3440', 'M7 27h30', 2.6],
      ['#b4bcc6', 'M7 34h46M7 39h46M7 44h39M7 51h46M7 56h33M7 63h46M7 68h46', 1.6],
    ],
  },
  plan: {
    width: 85,
    height: 60,
    shapes: [
      ['#f3f1e9', 'M0 0h85v60H0z'],
      ['#d9d4c4', 'M0 15h85M0 45h85M24 0v60M62 0v60', 1],
      ['#c9c2ae', 'M-4 52 30 33l60 3', 6],
      ['#dfe6ee', 'M30 8h28v17H44v8H30z'],
      ['#48586b', 'M30 8h28v17H44v8H30z', 1.4],
      ['#c2453d', 'm58 16 18 7M44 31l4 19', 1.4],
      ['#c2453d', 'M48 49a2.5 2.5 0 1 0 .1 0z'],
    ],
  },
} as const satisfies Readonly<Record<string, Picture>>

const scale = 8
