'use client'
import type { ForwardedRef, MouseEvent } from 'react'
import { forwardRef, useContext, useImperativeHandle } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { DropzoneContext } from './dropzone-context.js'
import type { Dropzone, DropzoneOptions } from './use-dropzone-events.js'
import { useDropzoneEvents } from './use-dropzone-events.js'

/** What a `FileDropzoneRoot` tells by its `data-*` attributes. */
export interface FileDropzoneRootState {
  /** Files are over it. @selector [data-drag="accept" | "reject"] */
  readonly drag: 'accept' | 'reject' | undefined
  /** @selector [data-disabled] */
  readonly disabled: boolean
  /** The last drop brought nothing. @selector [data-tone="error"] */
  readonly tone: 'error' | undefined
  /** @selector [data-size="tall"] */
  readonly size: 'tall' | undefined
}

interface ZoneProps extends PartProps<'div', FileDropzoneRootState> {
  /** `tall` where there is nothing yet. @default one line */
  readonly size?: 'tall' | undefined
}

/** Props of `FileDropzoneRoot`. */
export type FileDropzoneRootProps = ZoneProps & Partial<DropzoneOptions>

/**
 * A place to drop files on; a click anywhere in it opens the picker. Renders a `<div>`. Inside a `FileDropzone.Area` the
 * area takes the drops, and the options are given there; one with an `onFiles` of its own keeps its files to itself.
 *
 * @example
 * <FileDropzone.Root onFiles={add}>
 *   <FileDropzone.Input />
 *   <FileDropzone.Title />
 *   <FileDropzone.Button />
 * </FileDropzone.Root>
 */
export const FileDropzoneRoot = forwardRef<HTMLDivElement, FileDropzoneRootProps>(function FileDropzoneRoot(
  { onFiles, multiple, disabled, accept, ...props },
  ref,
) {
  const area = useContext(DropzoneContext)
  if (area && !onFiles) return renderZone(area, props, { ref })
  if (!onFiles) throw new Error('<FileDropzone.Root> has nobody to give files to. Pass onFiles.')
  return <OwnZone {...props} {...{ onFiles, multiple, disabled, accept }} ref={ref} />
})

const OwnZone = forwardRef<HTMLDivElement, ZoneProps & DropzoneOptions>(function OwnZone(
  { onFiles, multiple, disabled, accept, ...props },
  ref,
) {
  const dropzone = useDropzoneEvents({ onFiles, multiple, disabled, accept })
  const { rootRef, rootProps } = dropzone
  useImperativeHandle(ref, () => rootRef.current as HTMLDivElement, [rootRef]) // it is there by then
  return (
    <DropzoneContext.Provider value={dropzone}>
      {renderZone(dropzone, props, { rootProps })}
    </DropzoneContext.Provider>
  )
})

function renderZone(
  { drag, problem, isDisabled, open }: Dropzone,
  { size, ...props }: ZoneProps,
  { ref, rootProps }: { readonly ref?: ForwardedRef<HTMLDivElement>; readonly rootProps?: object },
) {
  return renderPart<FileDropzoneRootState>('div', props, {
    name: 'dropzone',
    state: { drag, disabled: isDisabled, tone: problem ? 'error' : undefined, size },
    ref,
    defaults: {
      ...rootProps,
      // The button does by keyboard all that a click on it does.
      role: 'presentation',
      onClick(event: MouseEvent<HTMLElement>) {
        // Buttons and the picker itself answer for themselves; and one picker is enough.
        if (!(event.target as Element).closest('button, a, input, label')) open()
      },
    },
  })
}
