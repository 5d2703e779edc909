'use client'
import { forwardRef } from 'react'
import type { IconName } from '../icon-paths.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useDropzoneContext } from './dropzone-context.js'
import type { Dropzone } from './dropzone-context.js'
import { useTouch } from './use-touch.js'

/** Props of `FileDropzoneIcon`. */
export type FileDropzoneIconProps = PartProps<'span'>

/** Shows whether files may be added. Renders a `<span>`. */
export const FileDropzoneIcon = forwardRef<HTMLSpanElement, FileDropzoneIconProps>(
  function FileDropzoneIcon(props, ref) {
    const dropzone = useDropzoneContext('Icon')
    const isTouch = useTouch()
    const name = iconOf(dropzone, isTouch)
    return renderPart('span', props, {
      name: 'dropzone-icon',
      ref,
      defaults: { children: <Icon name={name} spin={name === 'spinner'} /> },
    })
  },
)

function iconOf(
  { drag, problem, isDisabled, isFull, isReading, takesPhotos }: Dropzone,
  isTouch: boolean,
): IconName {
  if (isDisabled) return 'lock'
  if (drag === 'reject' || problem) return 'alert'
  if (drag) return 'upload'
  if (isReading) return 'spinner'
  if (isFull) return 'check'
  return isTouch && takesPhotos ? 'camera' : 'upload'
}
