'use client'
import type { MouseEvent } from 'react'
import { forwardRef, useContext, useImperativeHandle, useRef } from 'react'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useKeepFocus } from '../use-keep-focus.js'
import { DropzoneContext } from './dropzone-context.js'
import { splitOptions } from './split-options.js'
import type { Dropzone } from './dropzone-context.js'
import type { DropzoneOptions } from './dropzone-options.js'
import { isInside } from './is-inside.js'
import { useDropzoneEvents } from './use-dropzone-events.js'

/** What a `FileDropzoneRoot` tells by its `data-*` attributes. */
export interface FileDropzoneRootState {
  /** Files are over it. @selector [data-drag="accept" | "reject"] */
  readonly drag: 'accept' | 'reject' | undefined
  /** @selector [data-disabled] */
  readonly disabled: boolean
  /** There are as many files as may be. @selector [data-full] */
  readonly full: boolean
  /** A large folder is still being read. @selector [data-reading] */
  readonly reading: boolean
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
 * A place to drop files and folders on, or to paste them; a click anywhere in it opens the picker. Renders a `<div>`.
 * Inside a `FileDropzone.Area` the area takes the drops, and the options are given there; one with an `onFiles` of its
 * own keeps its files to itself.
 *
 * @example
 * <FileDropzone.Root onFiles={add}>
 *   <FileDropzone.Input />
 *   <FileDropzone.Title />
 *   <FileDropzone.Button />
 * </FileDropzone.Root>
 */
export const FileDropzoneRoot = forwardRef<HTMLDivElement, FileDropzoneRootProps>(
  function FileDropzoneRoot(props, ref) {
    const area = useContext(DropzoneContext)
    const [{ onFiles, ...options }, rest] = splitOptions(props)
    if (area && !onFiles) return <ZoneOf {...rest} dropzone={area} ref={ref} />
    if (!onFiles) throw new Error('<FileDropzone.Root> has nobody to give files to. Pass onFiles.')
    return <OwnZone {...rest} options={{ onFiles, ...options }} ref={ref} />
  },
)

const OwnZone = forwardRef<HTMLDivElement, ZoneProps & { readonly options: DropzoneOptions }>(
  function OwnZone({ options, ...props }, ref) {
    const dropzone = useDropzoneEvents(options)
    return (
      <DropzoneContext.Provider value={dropzone}>
        <ZoneOf {...props} dropzone={dropzone} isOwn ref={ref} />
      </DropzoneContext.Provider>
    )
  },
)

interface ZoneOfProps extends ZoneProps {
  readonly dropzone: Dropzone
  /** It takes the drops itself. */
  readonly isOwn?: boolean
}

const ZoneOf = forwardRef<HTMLDivElement, ZoneOfProps>(function ZoneOf(
  { dropzone, isOwn = false, size, ...props },
  ref,
) {
  const { drag, problem, isDisabled, isFull, isReading, open, rootRef, rootProps, titleId } = dropzone
  const inner = useRef<HTMLElement>(null)
  const element = isOwn ? rootRef : inner
  useImperativeHandle(ref, () => element.current as HTMLDivElement, [element]) // it is there by then
  // Its buttons go when the last file that may be is there.
  useKeepFocus(element, { fallback: undefined })

  return renderPart<FileDropzoneRootState>('div', props, {
    name: 'dropzone',
    state: {
      drag,
      disabled: isDisabled,
      full: isFull && !isDisabled,
      reading: isReading,
      tone: problem ? 'error' : undefined,
      size,
    },
    defaults: {
      ...(isOwn ? rootProps : { ref: inner }),
      // The button does by keyboard all that a click on it does; without it the zone itself is where the focus stays.
      // For scripts and clicks, no tab stop.
      tabIndex: -1,
      role: isFull ? 'group' : undefined,
      'aria-labelledby': isFull ? titleId : undefined,
      onClick(event: MouseEvent<HTMLElement>) {
        // Buttons and the picker itself answer for themselves; and one picker is enough.
        if (isInside(event) && !(event.target as Element).closest('button, a, input, label')) open()
      },
    },
  })
})
