'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useDropzoneContext } from './dropzone-context.js'
import { calmTitle, urgentTitle } from './dropzone-words.js'
import { useTouch } from './use-touch.js'

/** Props of `FileDropzoneTitle`. */
export type FileDropzoneTitleProps = PartProps<'p'>

/** Says what can be done here, or why not. Children stand there while there is nothing more urgent. Renders a `<p>`. */
export const FileDropzoneTitle = forwardRef<HTMLParagraphElement, FileDropzoneTitleProps>(
  function FileDropzoneTitle({ children, ...props }, ref) {
    const dropzone = useDropzoneContext('Title')
    const messages = useMessages()
    const isTouch = useTouch()
    return renderPart('p', props, {
      name: 'dropzone-title',
      ref,
      defaults: {
        id: dropzone.titleId,
        role: dropzone.problem ? 'alert' : undefined,
        children: (
          <bdi>{urgentTitle(dropzone, messages) ?? children ?? calmTitle(dropzone, messages, isTouch)}</bdi>
        ),
      },
    })
  },
)
