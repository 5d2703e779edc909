'use client'
import type { RelatedFile } from '../../api/types.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { labelsOf } from '../../queries/entity-files-query.js'
import { DeedNotice } from '../deed-notice.js'
import { DeleteDialog } from './delete-dialog.js'
import { LabelsDialog } from './labels-dialog.js'
import type { useFileActions } from './use-file-actions.js'

interface DeedsProps {
  readonly deeds: ReturnType<typeof useFileActions>
  readonly files: readonly RelatedFile[]
  readonly focusFallback: FocusFallback
}

/** What was done last, shown and said, and what is asked before something is done. */
export function Deeds({ deeds, files, focusFallback }: DeedsProps) {
  const { labels, toDelete } = deeds
  const now = new Map(labels.toLabel && files.map((file) => [file._id, file]))
  return (
    <>
      <DeedNotice {...deeds} focusFallback={focusFallback} />
      {labels.toLabel && (
        <LabelsDialog
          files={labels.toLabel.map((file) => now.get(file._id) ?? file)}
          known={[...new Set(files.flatMap(labelsOf))]}
          onSave={labels.save}
          onCancel={labels.cancel}
          focusFallback={focusFallback}
        />
      )}
      {toDelete && (
        <DeleteDialog
          files={toDelete}
          onDelete={deeds.deleteThem}
          onCancel={deeds.cancelDelete}
          focusFallback={focusFallback}
        />
      )}
    </>
  )
}
