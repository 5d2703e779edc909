/**
 * Whether a search finds an entity. Enough of Lucene for what is asked of files: free text, `field:value`, `_exists_:field`,
 * `AND`, `(a OR b)`, quotes, backslashes and `*`. Free text is found wherever it stands; the value of a field as whole words;
 * an `_id` only as a whole.
 */
export function finds(q: string, entity: object): boolean {
  return clausesOf(q).every((alternatives) => alternatives.some((term) => isMet(term, entity)))
}

const freeText = ['filename', '_title', '_id']

/** As in `_created_at:desc`. */
export function sorted<Entity extends object>(entities: readonly Entity[], sort: string): Entity[] {
  const [field = '', direction] = sort.split(':')
  const sign = direction === 'desc' ? -1 : 1
  return entities.toSorted(
    (a, b) => sign * textOf(a, field).localeCompare(textOf(b, field), 'en', { numeric: true }),
  )
}

/** What this small search cannot do, and rather refuses than finds the wrong thing. */
export function isTooHard(q: string): boolean {
  const plain = q.replace(/"(?:[^"\\]|\\.)*"|\\./g, 'x')
  return /\b(OR|NOT)\b|[()[\]{}]/.test(plain.replace(plainGroup, 'x'))
}

/** `(a OR b)` of single terms, standing by itself. */
const plainGroup = /(?<=^|\s)\((?!OR|AND|NOT)[^\s()[\]{}]+(?: OR (?!OR|AND|NOT)[^\s()[\]{}]+)*\)(?=\s|$)/g

interface Term {
  readonly field: string | undefined
  readonly value: string
}

/** All of the outer are to be met, each by one of the inner. */
function clausesOf(q: string): readonly (readonly Term[])[] {
  const parts = q.matchAll(/\((?:"(?:[^"\\]|\\.)*"|\\.|[^"\\()])+\)|(?:"(?:[^"\\]|\\.)*"|\\.|[^\s"\\])+/g)
  return [...parts].flatMap(([part]) => {
    if (part === 'AND') return []
    return [part.startsWith('(') ? termsOf(part.slice(1, -1)) : termsOf(part)]
  })
}

function termsOf(part: string): readonly Term[] {
  const terms = part.matchAll(/(?:([\w.]+):)?("(?:[^"\\]|\\.)*"|(?:[^\s"\\]|\\.)+)/g)
  return [...terms].flatMap(([whole, field, value = '']) => (whole === 'OR' ? [] : [{ field, value }]))
}

function isMet({ field, value }: Term, entity: object): boolean {
  if (field === '_exists_') return textOf(entity, value) !== ''
  if (field !== undefined)
    return patternOf(value, field === '_id' ? 'whole' : 'words').test(textOf(entity, field))
  return freeText.some((name) => patternOf(value, 'anywhere').test(textOf(entity, name)))
}

function patternOf(value: string, where: 'whole' | 'words' | 'anywhere'): RegExp {
  const isQuoted = value.startsWith('"')
  const source = (isQuoted ? value.slice(1, -1) : value).replace(
    /\\(.)|([\s\S])/g,
    (_, escaped?: string, plain?: string) =>
      plain === '*' && !isQuoted ? '.*' : escape(escaped ?? plain ?? ''),
  )
  if (where === 'whole') return new RegExp(`^${source}$`, 'iu')
  return new RegExp(where === 'words' ? `(?<!${letter})${source}(?!${letter})` : source, 'iu')
}

const letter = String.raw`[\p{L}\p{N}_]`

function escape(character: string): string {
  return character.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')
}

/** What a search sees of an attribute; nothing where there is none. */
function textOf(entity: object, field: string): string {
  const value = new Map<string, unknown>(Object.entries(entity)).get(field)
  return (Array.isArray(value) ? value : [value])
    .map((part) => (typeof part === 'string' ? part : (JSON.stringify(part) ?? '')))
    .join('\n')
}
