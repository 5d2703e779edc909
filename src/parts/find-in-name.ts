/** Text as it is compared: without case and accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** A piece of a name, and whether it is what was searched for. */
export interface Piece {
  readonly text: string
  readonly isFound: boolean
}

/** A name in pieces: those that were searched for, and what stands between them. */
export function piecesOf(name: string, query: string): readonly Piece[] {
  const needle = fold(query.trim())
  // Folding makes letters longer or shorter; each letter of the folded name remembers where it comes from.
  let folded = ''
  const origins: number[] = []
  let at = 0
  for (const letter of name) {
    for (const part of fold(letter)) {
      folded += part
      for (let unit = 0; unit < part.length; unit++) origins.push(at)
    }
    at += letter.length
  }
  const pieces: Piece[] = []
  let end = 0
  for (let found = needle === '' ? -1 : folded.indexOf(needle); found >= 0;) {
    const next = found + needle.length
    const from = Math.max(end, origins[found] ?? 0)
    const to = origins[next] ?? name.length
    if (from > end) pieces.push({ text: name.slice(end, from), isFound: false })
    if (to > from) pieces.push({ text: name.slice(from, to), isFound: true })
    end = Math.max(end, to)
    found = folded.indexOf(needle, next)
  }
  if (end < name.length) pieces.push({ text: name.slice(end), isFound: false })
  return pieces
}
