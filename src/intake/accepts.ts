import { extensionOf, typesOf } from './known-types.js'

/** Whether a file is one of the extensions and MIME types; one that fits is enough. */
export function accepts({ name, type }: File, accept: readonly string[]): boolean {
  const lowerName = name.toLowerCase()
  const [mimeType = ''] = type.toLowerCase().split(';')
  return accept.some((rule) => {
    const wanted = rule.trim().toLowerCase()
    if (!wanted.includes('/')) return lowerName.endsWith(wanted.replace(/^\.?/, '.'))
    // What a CSV is called depends on the office suite of the computer, and many files are called nothing.
    return fits(mimeType, wanted) || typesOf(extensionOf(name)).some((known) => fits(known, wanted))
  })
}

function fits(type: string, wanted: string): boolean {
  if (wanted === '*/*') return true
  return wanted.endsWith('/*') ? type.startsWith(wanted.slice(0, -1)) : type === wanted
}
