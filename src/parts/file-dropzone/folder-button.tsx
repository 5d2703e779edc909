'use client'
import { forwardRef, useSyncExternalStore } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../icon.js'
import type { PartProps } from '../render-part.js'
import { useDropzoneContext } from './dropzone-context.js'
import { renderPickerButton } from './picker-button.js'
import { useTouch } from './use-touch.js'

/** Props of `FileDropzoneFolderButton`. */
export type FileDropzoneFolderButtonProps = PartProps<'button'>

/**
 * Opens the picker for a folder, all files of which come in with their paths. Renders a `<button>`; nothing on phones,
 * where the browser cannot pick folders and where one file is wanted.
 */
export const FileDropzoneFolderButton = forwardRef<HTMLButtonElement, FileDropzoneFolderButtonProps>(
  function FileDropzoneFolderButton(props, ref) {
    const dropzone = useDropzoneContext('FolderButton')
    const messages = useMessages()
    const isTouch = useTouch()
    const canPickFolders = useSyncExternalStore(never, hasFolderPicker, () => true)
    if (isTouch || !canPickFolders || !dropzone.isMultiple) return null
    const children = (
      <>
        <Icon name="folder" size="sm" />
        {messages.chooseFolder}
      </>
    )
    return renderPickerButton(dropzone, props, { pick: 'folder', children, ref })
  },
)

function hasFolderPicker(): boolean {
  return 'webkitdirectory' in HTMLInputElement.prototype
}

/** A browser does not learn it while the page is open. */
function never(): () => void {
  return () => {}
}
