'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { Messages } from '../../locales/messages.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useDropzoneContext } from './dropzone-context.js'
import type { Dropzone } from './use-dropzone-events.js'

/** Props of `FileDropzoneTitle`. */
export type FileDropzoneTitleProps = PartProps<'p'>

/** Says what can be done here, or why not. Children stand there while nothing is dragged. Renders a `<p>`. */
export const FileDropzoneTitle = forwardRef<HTMLParagraphElement, FileDropzoneTitleProps>(
  function FileDropzoneTitle({ children, ...props }, ref) {
    const dropzone = useDropzoneContext('Title')
    const messages = useMessages()
    return renderPart('p', props, {
      name: 'dropzone-title',
      ref,
      defaults: {
        role: dropzone.problem ? 'alert' : undefined,
        children: urgent(dropzone, messages) ?? children ?? calm(dropzone, messages),
      },
    })
  },
)

function urgent({ drag, count, problem, isDisabled }: Dropzone, messages: Messages): string | undefined {
  if (isDisabled) return messages.cannotAdd
  if (drag === 'accept') return messages.dropToAdd(count)
  if (drag === 'reject' || problem === 'too-many') return messages.onlyOneFile
  return problem === 'unreadable' ? messages.notReadable : undefined
}

function calm({ isMultiple }: Dropzone, messages: Messages): string {
  return isMultiple ? messages.dropFiles : messages.dropFile
}
