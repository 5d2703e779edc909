import type { DragContent } from './drag-content.js'

/** A drop zone as the page around it sees it. */
export interface Zone {
  readonly element: HTMLElement
  /** What it takes now. */
  readonly takes: () => ZoneTakes
  /** What is dragged and would fall to it; `null` when no more. */
  readonly onDrag: (content: DragContent | null) => void
  /** Something was dropped on the page that is for it. */
  readonly onDrop: (dataTransfer: DataTransfer) => void
  readonly onPaste: (event: ClipboardEvent) => void
}

export interface ZoneTakes {
  readonly drops: boolean
  readonly pageDrops: boolean
  readonly pagePastes: boolean
}

/** All there are, in the order they were mounted. */
export const zones: Zone[] = []

/** The innermost zone that an event happened in. */
export function zoneOf(event: Event): Zone | undefined {
  // The path, since a target is retold at the border of a shadow root.
  const path = event.composedPath()
  const around = zones.filter(({ element, takes }) => takes().drops && path.includes(element))
  return around.sort((a, b) => path.indexOf(a.element) - path.indexOf(b.element))[0]
}

/** The zone that speaks for the whole page: the last one that can be reached. */
export function pageZone(wish: 'pageDrops' | 'pagePastes'): Zone | undefined {
  return zones.findLast(({ element, takes }) => takes()[wish] && isReachable(element))
}

/** Not hidden, and not beneath a modal dialog. */
function isReachable(element: HTMLElement): boolean {
  if (element.getClientRects().length === 0) return false
  if (closest(element, '[inert], [aria-hidden="true"]')) return false
  return !document.querySelector('dialog:modal') || Boolean(closest(element, 'dialog:modal'))
}

/** As `element.closest`, and on beyond shadow roots. */
function closest(element: Element, selector: string): Element | null {
  const found = element.closest(selector)
  const root = element.getRootNode()
  return found ?? (root instanceof ShadowRoot ? closest(root.host, selector) : null)
}
