'use client'
import type { RelatedFile } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { labelsOf } from '../../queries/change-relations.js'
import type { Deed } from './deed.js'
import { DeedToast, deedInWords } from './deed-toast.js'
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
  const { deed, undo, undoError, labels, toDelete } = deeds
  return (
    <>
      {deed && (undo !== null || undoError !== null || !isUndoable(deed)) && (
        <DeedToast {...{ deed, undo, undoError, focusFallback }} onDismiss={deeds.dismiss} />
      )}
      <output className="ef-hidden" aria-live="polite">
        {deed && deed.kind !== 'not-attached' && !deed.isUndone && <Said deed={deed} />}
      </output>
      {labels.toLabel && (
        <LabelsDialog
          files={labels.toLabel}
          known={[...new Set(files.flatMap(labelsOf))]}
          onSave={labels.save}
          onCancel={labels.cancel}
        />
      )}
      {toDelete && (
        <DeleteDialog files={toDelete} onDelete={deeds.deleteThem} onCancel={deeds.cancelDelete} />
      )}
    </>
  )
}

function Said({ deed }: { readonly deed: Deed }) {
  const messages = useMessages()
  const words = `${deedInWords(deed, messages)}.`
  return <span>{isUndoable(deed) ? `${words} ${messages.collection.undoAvailable}` : words}</span>
}

function isUndoable({ kind }: Deed): boolean {
  return kind === 'detached' || kind === 'attached' || kind === 'relabeled'
}
