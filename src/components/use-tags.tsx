'use client'
import { useState } from 'react'
import type { FileError } from '../api/errors.js'
import { useMessages } from '../hooks/files-provider.js'
import type { AddOptions } from '../uploads/create-uploads.js'
import type { Upload } from '../uploads/upload.js'
import { saveWith } from './save-with.js'
import { TagChips } from './tag-chips.js'
import { useLazyDialog } from './use-lazy-dialog.js'

/** Tags that people give to what they add: to all that comes next, and to each file on its way. */
export function useTags(
  offered: readonly string[] | undefined,
  save: AddOptions['save'],
  onFailure: (failure: FileError | null) => void,
) {
  const { adding: words } = useMessages()
  const [chosen, setChosen] = useState<readonly string[]>(noTags)
  const [upload, setUpload] = useState<Upload | null>(null)
  const dialog = useLazyDialog(loadDialog, onFailure)
  if (!offered) return { save, chips: null, dialog: null, onTags: undefined }
  return {
    save: saveWith({ _tags: chosen }, save),
    chips: <TagChips label={words.tagsForNew} {...{ offered, chosen }} onChange={setChosen} />,
    /** Opens the tags of one file. */
    onTags(upload: Upload) {
      setUpload(upload)
      dialog.open()
    },
    dialog: upload && dialog.Dialog && (
      <dialog.Dialog upload={upload} offered={[...new Set([...offered, ...chosen])]} onClose={dialog.close} />
    ),
  }
}

async function loadDialog() {
  return (await import('./upload-tags-dialog.js')).UploadTagsDialog
}

const noTags: readonly string[] = []
