import type { DragEvent as ReactDragEvent, HTMLAttributes } from 'react'
import { hasFiles } from './drag-content.js'
import { isInside } from './is-inside.js'

const names = ['onDragEnter', 'onDragOver', 'onDragLeave', 'onDrop'] as const

/**
 * Keeps from react-dropzone the drags of text and links, which it would keep from the text fields inside of a zone, and
 * those outside of it.
 */
export function onlyFileDrags<Props extends HTMLAttributes<HTMLElement>>(props: Props): Props {
  const handlers = names.map((name) => {
    const handler = props[name]
    if (!handler) return []
    return [
      name,
      (event: ReactDragEvent<HTMLElement>) =>
        isInside(event) && hasFiles(event.dataTransfer) && handler(event),
    ]
  })
  return { ...props, ...Object.fromEntries(handlers.filter(([name]) => name)) }
}
