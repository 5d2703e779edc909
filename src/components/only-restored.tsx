'use client'
import { useMessages } from '../hooks/files-provider.js'
import type { RestoredUploadsHandle } from '../hooks/use-restored-uploads.js'
import { FileListRoot } from '../parts/file-list/root.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import type { Upload } from '../uploads/upload.js'
import { RestoredRow } from './restored-row.js'

interface OnlyRestoredProps {
  readonly restored: RestoredUploadsHandle
  readonly onDiscard: (uploads: readonly Upload[]) => void
  readonly onChooseAnother: ((upload: Upload) => void) | undefined
  readonly focusFallback: FocusFallback
}

/** The one upload that was interrupted: its row says it all. */
export function OnlyRestored({ restored, focusFallback, ...acts }: OnlyRestoredProps) {
  const { label } = useMessages().restored
  const uploads = restored.groups.flatMap((group) => group.uploads)
  return (
    <section className="ef-panel" aria-label={label(1)}>
      <FileListRoot aria-label={label(1)} focusFallback={focusFallback}>
        {uploads.map((upload) => (
          <RestoredRow key={upload.id} upload={upload} {...acts} isOnly />
        ))}
      </FileListRoot>
    </section>
  )
}
