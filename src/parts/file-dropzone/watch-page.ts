import type { DragContent } from './drag-content.js'
import { contentOf, hasFiles, isSameContent } from './drag-content.js'
import type { Zone } from './zones.js'
import { pageZone, zoneOf, zones } from './zones.js'

/**
 * Tells a zone of the files that are dragged over it, or over the page if it takes all of that. While any zone is there,
 * files that are dropped beside it do not make the browser leave the page. Returns the function that ends it.
 */
export function watchPage(zone: Zone): () => void {
  if (zones.length === 0) listen()
  zones.push(zone)
  return () => {
    zones.splice(zones.indexOf(zone), 1)
    if (over?.zone === zone) over = null
    if (zones.length > 0) return
    forget()
    listening?.abort()
  }
}

/** Whether what is dragged comes from this very page: a picture of it is no upload. */
export function isOwnDrag(): boolean {
  return isOwn
}

let listening: AbortController | undefined
let over: { readonly zone: Zone; readonly content: DragContent } | null = null
let content: DragContent | null = null
let lastEntered: EventTarget | undefined
let isOwn = false
let timer: ReturnType<typeof setTimeout> | undefined

function listen(): void {
  listening = new AbortController()
  const { signal } = listening
  // First of all, as what happens inside of zones and of foreign code may never come here.
  const first = { signal, capture: true }
  window.addEventListener('dragenter', onDragOver, first)
  window.addEventListener('dragover', onDragOver, first)
  window.addEventListener('dragleave', onDragLeave, first)
  window.addEventListener('drop', end, first)
  window.addEventListener('dragstart', onDragStart, first)
  window.addEventListener('dragend', forget, first)
  // Browsers keep the pointer silent during a drag: one that moves tells of an end that nobody told of.
  window.addEventListener('pointermove', forget, first)
  window.addEventListener('pointerdown', forget, first)
  // After all elements, which take what is theirs, and before the document, where others listen to keep the page.
  document.documentElement.addEventListener('dragover', onLeftDragOver, { signal })
  document.documentElement.addEventListener('drop', onLeftDrop, { signal })
  document.addEventListener('paste', onPaste, { signal })
}

function onDragOver(event: DragEvent): void {
  if (!hasFiles(event.dataTransfer) || isOwn) return
  if (event.type === 'dragenter') lastEntered = event.composedPath()[0]
  if (!content || event.type === 'dragenter') {
    const now = contentOf(event.dataTransfer)
    if (!isSameContent(content, now)) content = now
  }
  show(zoneOf(event) ?? pageZone('pageDrops'))
  if (event.type !== 'dragover') return
  // They come again and again for as long as the drag lasts, though leaving may go unheard.
  clearTimeout(timer)
  timer = setTimeout(end, silenceMs)
}

function onDragLeave(event: DragEvent): void {
  // Going on to another element has entered that one by now. (Safari does not say where a drag goes.)
  if (event.composedPath()[0] === lastEntered) end()
}

function onDragStart(): void {
  isOwn = true
}

function forget(): void {
  isOwn = false
  end()
}

function end(): void {
  if (!content) return
  clearTimeout(timer)
  show(undefined)
  content = null
  lastEntered = undefined
}

function show(zone: Zone | undefined): void {
  if (over?.zone === zone && over?.content === content) return
  if (over && over.zone !== zone) over.zone.onDrag(null)
  over = zone && content ? { zone, content } : null
  over?.zone.onDrag(over.content)
}

function onLeftDragOver(event: DragEvent): void {
  if (event.defaultPrevented || !hasFiles(event.dataTransfer) || isTakenLater(event)) return
  event.preventDefault()
  if (pageZone('pageDrops')) event.dataTransfer.dropEffect = 'copy'
}

function onLeftDrop(event: DragEvent): void {
  if (event.defaultPrevented || !hasFiles(event.dataTransfer) || isTakenLater(event)) return
  event.preventDefault()
  if (!isOwn) pageZone('pageDrops')?.onDrop(event.dataTransfer)
}

function onPaste(event: ClipboardEvent): void {
  if (!event.defaultPrevented) pageZone('pagePastes')?.onPaste(event)
}

/** File inputs take drops by themselves; zones do so only on the document, where React has all of it. */
function isTakenLater(event: Event): boolean {
  const [target] = event.composedPath()
  const isFileInput = target instanceof HTMLInputElement && target.type === 'file' && !target.disabled
  return isFileInput || zoneOf(event) !== undefined
}

const silenceMs = 2000
