'use client'
import { useMemo, useState } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import type { AddOptions } from '../uploads/create-uploads.js'
import type { Upload } from '../uploads/upload.js'
import { loadTagViews } from './load-tag-views.js'
import { saveWith } from './save-with.js'
import { useChunk } from './use-chunk.js'

interface TagsOptions {
  /** Those to choose from; without them nobody is asked for any. */
  readonly offered: readonly string[] | undefined
  readonly save: AddOptions['save']
  readonly onFailure: (cause: unknown) => void
  readonly focusFallback: FocusFallback
}

/** Tags that people give to what they add: to all that comes next, and to each file on its way. */
export function useTags({ offered, save, onFailure, focusFallback }: TagsOptions) {
  const { adding: words } = useMessages()
  const [chosen, setChosen] = useState<readonly string[]>(noTags)
  const [upload, setUpload] = useState<Upload | null>(null)
  const views = useChunk(loadTagViews, offered !== undefined, onFailure)
  const ofUpload = useMemo(
    () => views && ((one: Upload) => <views.UploadTags upload={one} onEdit={setUpload} />),
    [views],
  )
  if (!offered) return { save, chips: null, dialog: null, ofUpload: null }
  const label = words.tagsForNew
  return {
    save: saveWith({ _tags: chosen }, save),
    chips: views ? (
      <views.TagChips {...{ label, offered, chosen }} onChange={setChosen} />
    ) : (
      // In the shape of what will come.
      <div className="ef-tag-chips" aria-hidden>
        <span>{label}</span>
        {offered.map((tag) => (
          <span key={tag} className="ef-chip">
            {tag}
          </span>
        ))}
        <span className="ef-input" />
      </div>
    ),
    /** The tags of one upload, in its row. */
    ofUpload,
    dialog: upload && views && (
      <views.UploadTagsDialog
        {...{ upload, focusFallback }}
        offered={[...new Set([...offered, ...chosen])]}
        onClose={() => setUpload(null)}
      />
    ),
  }
}

const noTags: readonly string[] = []
