'use client'
import { forwardRef, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useDropzoneContext } from './dropzone-context.js'
import { refusalTitle } from './dropzone-words.js'

/** What a `FileDropzoneOverlay` tells by its `data-*` attributes. */
export interface FileDropzoneOverlayState {
  /** @selector [data-drag="accept" | "reject"] */
  readonly drag: 'accept' | 'reject'
  /** It lies over the whole page. @selector [data-page] */
  readonly page: boolean
}

/** Props of `FileDropzoneOverlay`. */
export interface FileDropzoneOverlayProps extends PartProps<'div', FileDropzoneOverlayState> {
  /** Where the files will go, by name: "Opportunity 1043". */
  readonly target?: string | undefined
}

/**
 * Lies over a `FileDropzone.Area` while files are dragged over it, and over the whole page where that takes all drops
 * (`page`). Renders a `<div>`, or nothing.
 *
 * @example
 * <FileDropzone.Overlay target="Opportunity 1043" />
 */
export const FileDropzoneOverlay = forwardRef<HTMLDivElement, FileDropzoneOverlayProps>(
  function FileDropzoneOverlay(props, ref) {
    const { drag, isPage } = useDropzoneContext('Overlay')
    return drag ? <Shown {...props} drag={drag} page={isPage} ref={ref} /> : null
  },
)

const Shown = forwardRef<HTMLDivElement, FileDropzoneOverlayProps & FileDropzoneOverlayState>(function Shown(
  { children, target, drag, page, ...props },
  ref,
) {
  const dropzone = useDropzoneContext('Overlay')
  const messages = useMessages()
  const overlay = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => overlay.current as HTMLDivElement, []) // it is there by then
  // The top layer: nothing that is fixed, clipped or modal lies over it, and it stays in its theme and shadow root.
  useLayoutEffect(() => {
    const shown = overlay.current
    if (!page || !shown?.showPopover) return
    shown.showPopover()
    return () => shown.hidePopover()
  }, [page])

  return renderPart('div', props, {
    name: 'overlay',
    state: { drag, page },
    ref: overlay,
    defaults: {
      popover: page ? 'manual' : undefined,
      children: children ?? (
        <div className="ef-overlay-label">
          <Icon name={drag === 'accept' ? 'upload' : 'alert'} />
          <div>
            <p className="ef-heading">
              <bdi>
                {drag === 'accept' ? messages.dropToAttach(dropzone.count) : refusalTitle(dropzone, messages)}
              </bdi>
            </p>
            {target && drag === 'accept' && (
              <p className="ef-rules">
                <bdi>{messages.toTarget(target)}</bdi>
              </p>
            )}
          </div>
        </div>
      ),
    },
  })
})
