'use client'
import type { ReactNode } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useDropzoneContext } from '../../parts/file-dropzone/dropzone-context.js'
import { urgentTitle } from '../../parts/file-dropzone/dropzone-words.js'
import { FileDropzoneRules } from '../../parts/file-dropzone/rules.js'
import { Icon } from '../../parts/icon.js'

/** What may come in, in one line, and what has become of a drop; why nothing may come in. */
export function DropWords({ help }: { readonly help: ReactNode }) {
  const dropzone = useDropzoneContext('Rules')
  const messages = useMessages()
  // While files are dragged the overlay speaks; a reason of the caller's says it all.
  const isSilent = dropzone.drag !== undefined || dropzone.disabledReason !== undefined
  const urgent = isSilent ? undefined : urgentTitle(dropzone, messages)
  if (!urgent && !help && !dropzone.isDisabled) return null
  return (
    <div className="ef-hint">
      {dropzone.isDisabled && <Icon name="lock" size="sm" />}
      <output>{urgent && <bdi>{urgent}</bdi>}</output>
      <FileDropzoneRules>{help}</FileDropzoneRules>
    </div>
  )
}
