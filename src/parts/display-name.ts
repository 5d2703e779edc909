/** A file name as text that is safe to show. The API gets the raw one. */
export function displayName(name: string): string {
  // Names from macOS come decomposed; and no character of a name may turn round or break the text about it.
  return name.normalize('NFC').replace(unseen, '\ufffd')
}

/** The two halves of a name that is too long for its place: only the first may be cut. */
export function splitName(name: string): readonly [start: string, end: string] {
  const letters = lettersOf(name)
  if (letters.length <= shortLetters) return [name, '']
  const dot = letters.lastIndexOf('.')
  const extension = dot < 0 ? 0 : letters.length - dot
  // Something that long behind a dot is no extension.
  const tail = tailLetters + (extension <= maxExtension ? extension : 0)
  return [letters.slice(0, -tail).join(''), letters.slice(-tail).join('')]
}

/** The direction of the name itself, whatever the page's: that of its first letter that has one. */
export function directionOf(name: string): 'ltr' | 'rtl' {
  return /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(
    name,
  )
    ? 'rtl'
    : 'ltr'
}

/** As people count them, so that no emoji is taken apart, where the browser can. */
function lettersOf(name: string): readonly string[] {
  return segmenter ? Array.from(segmenter.segment(name), ({ segment }) => segment) : Array.from(name)
}

// Marks, embeddings, overrides and isolates of text direction; line separators; control characters.
const unseen = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

const shortLetters = 14
const tailLetters = 5
const maxExtension = 6

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter() : undefined
