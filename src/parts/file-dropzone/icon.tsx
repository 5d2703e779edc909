'use client'
import { forwardRef } from 'react'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useDropzoneContext } from './dropzone-context.js'

/** Props of `FileDropzoneIcon`. */
export type FileDropzoneIconProps = PartProps<'span'>

/** Shows whether files may be dropped. Renders a `<span>`. */
export const FileDropzoneIcon = forwardRef<HTMLSpanElement, FileDropzoneIconProps>(
  function FileDropzoneIcon(props, ref) {
    const { drag, problem, isDisabled } = useDropzoneContext('Icon')
    const name = isDisabled ? 'lock' : drag === 'reject' || problem ? 'alert' : 'upload'
    return renderPart('span', props, {
      name: 'dropzone-icon',
      ref,
      defaults: { children: <Icon name={name} /> },
    })
  },
)
