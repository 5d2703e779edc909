'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useDropzoneContext } from './dropzone-context.js'

/** What a `FileDropzoneOverlay` tells by its `data-*` attributes. */
export interface FileDropzoneOverlayState {
  /** @selector [data-drag="accept" | "reject"] */
  readonly drag: 'accept' | 'reject'
}

/** Props of `FileDropzoneOverlay`. */
export type FileDropzoneOverlayProps = PartProps<'div', FileDropzoneOverlayState>

/** Lies over a `FileDropzone.Area` while files are dragged over it. Renders a `<div>`, or nothing. */
export const FileDropzoneOverlay = forwardRef<HTMLDivElement, FileDropzoneOverlayProps>(
  function FileDropzoneOverlay({ children, ...props }, ref) {
    const { drag, count } = useDropzoneContext('Overlay')
    const messages = useMessages()
    if (!drag) return null
    return renderPart('div', props, {
      name: 'overlay',
      state: { drag },
      ref,
      defaults: {
        children: children ?? (
          <div className="ef-overlay-label">
            <Icon name={drag === 'accept' ? 'upload' : 'alert'} />
            <p className="ef-heading">
              {drag === 'accept' ? messages.dropToAttach(count) : messages.onlyOneFile}
            </p>
          </div>
        ),
      },
    })
  },
)
