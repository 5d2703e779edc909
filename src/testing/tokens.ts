/** Which tokens a file server accepts. */
export interface Tokens {
  readonly accepts: (token: string) => boolean
  /** Every token that was shown so far is refused from now on. */
  expire(): void
  clear(): void
}

export function createTokens(isGood: (token: string) => boolean = (token) => token !== ''): Tokens {
  const shown = new Set<string>()
  const expired = new Set<string>()
  return {
    accepts: (token) => {
      shown.add(token)
      return !expired.has(token) && isGood(token)
    },
    expire: () => shown.forEach((token) => expired.add(token)),
    clear() {
      shown.clear()
      expired.clear()
    },
  }
}
