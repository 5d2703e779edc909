/** Where it is seen: the corner that a popup stands at, since the button itself may grow by a badge. */
export function placeOf(button: HTMLElement): string {
  const { left, right, y } = button.getBoundingClientRect()
  return `${Math.round(isRtl(button) ? left : right)} ${Math.round(y)}`
}

function isRtl(element: HTMLElement): boolean {
  return getComputedStyle(element).direction === 'rtl'
}

/** Below the anchor, or above where there is no room; ends where the anchor ends, in the direction one reads. */
export function placeBeside(popup: HTMLElement, anchor: HTMLElement): void {
  // What it belonged to may have left.
  if (!anchor.isConnected) return
  const to = anchor.getBoundingClientRect()
  const seen = seenHeight()
  // Set by script, which a strict policy for styles allows.
  popup.style.maxHeight = `${seen.bottom - seen.top - 2 * edge}px`
  const { width, height } = popup.getBoundingClientRect()
  const left = isRtl(anchor) ? to.left : to.right - width
  const below = to.bottom + gap
  const above = to.top - gap - height
  const top = below + height > seen.bottom && above > seen.top ? above : below
  popup.style.left = `${clamp(left, edge, innerWidth - width - edge)}px`
  popup.style.top = `${clamp(top, seen.top + edge, seen.bottom - height - edge)}px`
}

/** Stays where it is, as far as all of it can be seen there. */
export function keepInView(popup: HTMLElement): void {
  const { top, height } = popup.getBoundingClientRect()
  const seen = seenHeight()
  popup.style.top = `${clamp(top, seen.top + edge, seen.bottom - height - edge)}px`
}

/** The part of the window that no keyboard covers. Who has zoomed in scrolls in it, as in all of the page. */
function seenHeight(): { readonly top: number; readonly bottom: number } {
  const { scale, offsetTop, height } = visualViewport ?? whole()
  if (scale !== 1) return { top: 0, bottom: innerHeight }
  return { top: offsetTop, bottom: offsetTop + height }
}

function whole() {
  return { scale: 1, offsetTop: 0, height: innerHeight }
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(value, max))
}

const gap = 4
const edge = 8
