/** Tells a listener, whose errors are its own: they are thrown where nothing of ours can break. */
export function safely(tell: () => void): void {
  try {
    tell()
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}
