import type { Piece } from '../find-in-name.js'

interface MarkedNameProps {
  readonly pieces: readonly Piece[]
  /** How much of the name may be cut. */
  readonly startLength: number
}

/** A name in which something was found. Marks need elements, so its two halves are elements too. */
export function MarkedName({ pieces, startLength }: MarkedNameProps) {
  const [start, end] = cutAt(pieces, startLength)
  return (
    <>
      <span>{start.map(marked)}</span>
      {end.length > 0 && <span>{end.map(marked)}</span>}
    </>
  )
}

function marked({ text, isFound }: Piece, index: number) {
  return isFound ? (
    <mark key={index} className="ef-mark">
      {text}
    </mark>
  ) : (
    text
  )
}

function cutAt(pieces: readonly Piece[], length: number): readonly [Piece[], Piece[]] {
  const start: Piece[] = []
  const end: Piece[] = []
  let left = length
  for (const piece of pieces) {
    const { text } = piece
    if (left > 0) start.push({ ...piece, text: text.slice(0, left) })
    if (text.length > left) end.push({ ...piece, text: text.slice(Math.max(0, left)) })
    left -= text.length
  }
  return [start, end]
}
