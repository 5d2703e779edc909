/** Where a token may go. */
export interface TrustedHosts {
  /** URLs that stand in for epilot's API hosts. */
  readonly apiUrls: readonly string[]
  /** Hosts that the app trusts by name, `files.example.com` or `files.example.com:8443`. */
  readonly trustedHosts: readonly string[]
}

/**
 * Whether a URL may be asked with the token of whoever is signed in. Nothing but https, except where an app's own epilot
 * has none.
 */
export function mayHaveToken(url: URL, { apiUrls, trustedHosts }: TrustedHosts): boolean {
  if (url.username !== '' || url.password !== '') return false
  // What has no origin says "null", and has none in common with anything.
  if (url.origin !== 'null' && apiUrls.some((apiUrl) => originOf(apiUrl) === url.origin)) return true
  if (url.protocol !== 'https:') return false
  // Its APIs; on other hosts below epilot.io stand pages that customers make.
  const isEpilots = url.hostname.endsWith('.sls.epilot.io') && url.port === ''
  return isEpilots || trustedHosts.some((host) => hostOf(host) === url.host)
}

/** An app may lead epilot through a path of its own. */
function originOf(url: string): string | undefined {
  try {
    return new URL(url, globalThis.location?.href).origin
  } catch {
    return undefined
  }
}

/** As browsers write it: in small letters, umlauts encoded, without the usual port. What is more than a host is none. */
function hostOf(trusted: string): string | undefined {
  try {
    const { host, href } = new URL(`https://${trusted}`)
    return href === `https://${host}/` ? host : undefined
  } catch {
    return undefined
  }
}
