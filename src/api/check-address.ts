/** Why an address is none for an external file. */
export type AddressProblem =
  /** Nothing is said. */
  | { readonly kind: 'missing' }
  /** It is no web address. */
  | { readonly kind: 'invalid' }
  /** It starts with something else than `https:`. */
  | { readonly kind: 'scheme'; readonly scheme: string }
  /** It has a user name or a password in it, for everyone to see. */
  | { readonly kind: 'credentials' }
  | { readonly kind: 'too-long'; readonly maxLength: number }

/**
 * Says what is wrong with the address of an external file; `null` where it may be kept. Nothing is sent to it.
 *
 * @example
 * const problem = checkAddress('http://intern.local/plan.pdf') // { kind: 'scheme', scheme: 'http:' }
 */
export function checkAddress(address: string): AddressProblem | null {
  if (address === '') return { kind: 'missing' }
  const url = toUrl(address)
  if (!url) return { kind: 'invalid' }
  if (url.protocol !== 'https:') return { kind: 'scheme', scheme: url.protocol }
  // Also an empty one: what other parsers make of it is not said.
  if (/^[^/]*\/\/[^/?#]*@/.test(address)) return { kind: 'credentials' }
  return address.length > maxLength ? { kind: 'too-long', maxLength } : null
}

/**
 * What a file is called by its address: the last part of the path, as a person reads it.
 *
 * @example
 * nameOfAddress('https://contoso.sharepoint.com/sites/netz/Netzplan%20S%C3%BCd.pdf?web=1') // 'Netzplan Süd.pdf'
 */
export function nameOfAddress(address: string): string {
  const path = toUrl(address)?.pathname ?? ''
  return lastPart(decoded(lastPart(path.replace(/\/+$/, ''))))
}

function toUrl(address: string): URL | null {
  // The parser would mend these, and what is kept would be another address than the one that was checked.
  if (/[\s\p{Cc}\p{Cf}]|^[^?#]*\\|^https:(?!\/\/[^/])/iu.test(address)) return null
  try {
    return new URL(address)
  } catch {
    return null
  }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part // a percent sign that encodes nothing
  }
}

// Browsers take more. But servers refuse what is longer than 8 kB, and a signature comes on top.
const maxLength = 7000
