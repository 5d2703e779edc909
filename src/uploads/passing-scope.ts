/** A scope that means something only while its component is there: after a reload the same id may be another's. */
export function passingScope(id: string): string {
  return `${prefix}${id}`
}

/** The scope in which an upload is found again. */
export function lastingScope(scope: string): string {
  return scope.startsWith(prefix) ? 'restored' : scope
}

const prefix = 'component '
