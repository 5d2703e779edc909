/**
 * Whether a search finds an entity. Enough of Lucene for what is asked of files: free text, `field:value`, `AND`,
 * quotes, backslashes and `*`. A value is found wherever it stands in the field; an `_id` only as a whole.
 */
export function finds(q: string, entity: object): boolean {
  return termsOf(q).every(({ field, pattern }) =>
    (field === undefined ? freeText : [field]).some((name) => pattern.test(textOf(entity, name))),
  )
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
  return /\b(OR|NOT)\b|[()[\]{}]/.test(q.replace(/"(?:[^"\\]|\\.)*"|\\./g, ''))
}

interface Term {
  readonly field: string | undefined
  readonly pattern: RegExp
}

function termsOf(q: string): Term[] {
  const terms = q.matchAll(/(?:([\w.]+):)?("(?:[^"\\]|\\.)*"|(?:[^\s"\\]|\\.)+)/g)
  return [...terms].flatMap(([whole, field, value = '']) =>
    whole === 'AND' ? [] : [{ field, pattern: patternOf(value, field === '_id') }],
  )
}

function patternOf(value: string, isExact: boolean): RegExp {
  const isQuoted = value.startsWith('"')
  const source = (isQuoted ? value.slice(1, -1) : value).replace(
    /\\(.)|([\s\S])/g,
    (_, escaped?: string, plain?: string) =>
      plain === '*' && !isQuoted ? '.*' : escape(escaped ?? plain ?? ''),
  )
  return new RegExp(isExact ? `^${source}$` : source, 'i')
}

function escape(character: string): string {
  return character.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')
}

/** What a search sees of an attribute; nothing where there is none. */
function textOf(entity: object, field: string): string {
  const value = new Map<string, unknown>(Object.entries(entity)).get(field)
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
