/** Media queries answer as on a phone: nothing but fingers, and a camera. Returns the function that ends it. */
export function actAsPhone(): () => void {
  const real = window.matchMedia
  window.matchMedia = (query) => real.call(window, query.includes('coarse') ? '(min-width: 0px)' : query)
  return () => void (window.matchMedia = real)
}
