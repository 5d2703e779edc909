import type { IntakeRules } from '../intake/intake-rules.js'
import { maxPutBytes } from '../intake/intake-rules.js'
import { extensionsOf } from '../intake/known-types.js'
import { formatBytes } from './format-bytes.js'
import type { Messages } from './messages.js'

/**
 * What may come in, in plain words before the pick: "PDF, JPG, PNG or HEIC · up to 20 MB each · up to 10 files". Empty
 * where everything may.
 *
 * @example
 * <FileDropzone.Rules>{rulesInWords(rules, useMessages())}</FileDropzone.Rules>
 */
export function rulesInWords(rules: IntakeRules, messages: Messages): string {
  const { accept = [], minSizeBytes } = rules
  const { maxSizeBytes = Infinity, maxCount = Infinity, maxTotalBytes = Infinity } = rules
  const inWords = (bytes: number) => formatBytes(bytes, messages.locale)
  const words: string[] = []
  if (accept.length > 0) words.push(typesInWords(accept, messages))
  if (minSizeBytes) words.push(messages.atLeastEach(inWords(minSizeBytes)))
  if (maxSizeBytes < Infinity) {
    const largest = inWords(Math.min(maxSizeBytes, maxPutBytes))
    words.push(maxCount === 1 ? messages.upTo(largest) : messages.upToEach(largest))
  }
  if (maxCount < Infinity) words.push(messages.upToFiles(maxCount))
  if (maxTotalBytes < Infinity) words.push(messages.upToTotal(inWords(maxTotalBytes)))
  return words.filter(Boolean).join(' · ')
}

/** "PDF, JPG or images": extensions and MIME types, each once. */
export function typesInWords(accept: readonly string[], messages: Messages): string {
  const words = accept.map((type) => typeInWords(type.trim().toLowerCase(), messages))
  if (words.includes('')) return ''
  return messages.oneOf(new Set(words))
}

/** An extension in capitals: "PDF"; the many ways to write one are one. */
export function extensionInWords(extension: string): string {
  return (sameAs[extension] ?? extension).toUpperCase()
}

/** Empty for "everything". */
function typeInWords(type: string, { typeWords }: Messages): string {
  const [kind = '', subtype] = type.split('/')
  if (subtype === undefined) return extensionInWords(type.replace(/^\./, ''))
  if (subtype === '*') return kind === '*' ? '' : (typeWords[kind] ?? kind)
  return extensionInWords(extensionsOf(type)[0] ?? subtype.replace(/^(?:x-|vnd\.)|\+.*$/g, ''))
}

const sameAs: Readonly<Partial<Record<string, string>>> = { jpeg: 'jpg', tiff: 'tif', htm: 'html' }
