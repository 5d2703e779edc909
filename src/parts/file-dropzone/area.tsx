'use client'
import { forwardRef, useImperativeHandle } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { DropzoneContext } from './dropzone-context.js'
import { splitOptions } from './split-options.js'
import type { DropzoneOptions } from './dropzone-options.js'
import { useDropzoneEvents } from './use-dropzone-events.js'

/** What a `FileDropzoneArea` tells by its `data-*` attributes. */
export interface FileDropzoneAreaState {
  /** Files are over it. @selector [data-drag="accept" | "reject"] */
  readonly drag: 'accept' | 'reject' | undefined
  /** @selector [data-disabled] */
  readonly disabled: boolean
}

/** Props of `FileDropzoneArea`. */
export type FileDropzoneAreaProps = DropzoneOptions & PartProps<'div', FileDropzoneAreaState>

/**
 * Takes drops anywhere in it, with `page` anywhere on the page, for the `FileDropzone.Root` and the other parts inside.
 * Renders a `<div>`.
 *
 * @example
 * <FileDropzone.Area onFiles={add}>
 *   <FileDropzone.Overlay />
 *   <FileDropzone.Input /><FileDropzone.Button />
 * </FileDropzone.Area>
 */
export const FileDropzoneArea = forwardRef<HTMLDivElement, FileDropzoneAreaProps>(
  function FileDropzoneArea(props, ref) {
    const [options, rest] = splitOptions(props)
    const dropzone = useDropzoneEvents({ ...options, onFiles: props.onFiles })
    const { rootRef, rootProps, drag, isDisabled } = dropzone
    useImperativeHandle(ref, () => rootRef.current as HTMLDivElement, [rootRef]) // it is there by then

    return (
      <DropzoneContext.Provider value={dropzone}>
        {renderPart('div', rest, {
          name: 'drop-area',
          state: { drag, disabled: isDisabled },
          defaults: { ...rootProps, role: undefined },
        })}
      </DropzoneContext.Provider>
    )
  },
)
