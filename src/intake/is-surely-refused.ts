import { accepts } from './accepts.js'
import { extensionsOf, typesOf } from './known-types.js'

/**
 * Whether a file that is still being dragged will be refused for its type. Browsers tell no more of it than a MIME type,
 * so the answer is yes only where that type stands for certain extensions and none of them is welcome.
 */
export function isSurelyRefused(type: string, accept: readonly string[]): boolean {
  const extensions = saysLittle.test(type) ? [] : extensionsOf(type)
  if (extensions.length === 0 || accept.length === 0 || accept.some(isUnknown)) return false
  return !extensions.some((extension) => accepts(new File([], `a.${extension}`, { type }), accept))
}

/** These go by many extensions, and a CSV is an Excel file where Excel is installed. */
const saysLittle = /^text\/|(?:excel|xml|json|zip|compressed)$/

/** An extension whose MIME type nobody knows may be what is dragged. */
function isUnknown(rule: string): boolean {
  const extension = rule.trim().toLowerCase().replace(/^\./, '')
  return !extension.includes('/') && typesOf(extension).length === 0
}
