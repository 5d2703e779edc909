'use client'
import { useMemo } from 'react'
import type { RelatedFile } from '../../api/types.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { labelsOf } from '../../queries/entity-files-query.js'
import { DeedNotice } from '../deed-notice.js'
import { DeleteDialog } from './delete-dialog.js'
import type { LabelsAsked } from './use-labels.js'
import type { useFileActions } from './use-file-actions.js'

interface DeedsProps {
  readonly deeds: ReturnType<typeof useFileActions>
  readonly files: readonly RelatedFile[]
  readonly focusFallback: FocusFallback
}

/** What was done last, shown and said, and what is asked before something is done. */
export function Deeds({ deeds, files, focusFallback }: DeedsProps) {
  const { labels, shared, toDelete } = deeds
  const { sharing } = shared
  return (
    <>
      <DeedNotice {...deeds} focusFallback={focusFallback} />
      {labels.asked && <Labels {...{ labels, files, focusFallback }} asked={labels.asked} />}
      {sharing && <sharing.View file={sharing.file} onClose={shared.close} focusFallback={focusFallback} />}
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

interface LabelsProps extends Pick<DeedsProps, 'files' | 'focusFallback'> {
  readonly labels: DeedsProps['deeds']['labels']
  readonly asked: LabelsAsked
}

function Labels({ labels, asked, files, focusFallback }: LabelsProps) {
  const { View, slug, anchor } = asked
  const now = useMemo(() => new Map(files.map((file) => [file._id, file])), [files])
  const theirs = useMemo(() => asked.files.map((file) => now.get(file._id) ?? file), [asked, now])
  const known = useMemo(() => [...new Set(files.flatMap(labelsOf))], [files])
  return (
    <View
      {...{ slug, anchor, known, focusFallback }}
      files={theirs}
      onSave={labels.save}
      onClose={labels.close}
    />
  )
}
