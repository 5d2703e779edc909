'use client'
import { useMemo, useState } from 'react'
import type { EntityRef, FileEntity } from '../api/types.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import { AddingDialogs } from './adding-dialogs.js'
import type { Deed } from './deed.js'
import { DeedNotice } from './deed-notice.js'
import type { Adding } from './use-adding.js'
import { useAttaching } from './use-attaching.js'

interface AttachMoreProps {
  readonly entity: EntityRef
  readonly adding: Adding
  readonly files: readonly FileEntity[] | undefined
  readonly focusFallback: FocusFallback
}

/** Attaches what comes on other ways than from the device, and what takes the place of others. */
export function AttachMore({ entity, adding, files, focusFallback }: AttachMoreProps) {
  const [deed, setDeed] = useState<Deed | null>(null)
  const attaching = useAttaching(entity, setDeed)
  const attached = useMemo(() => new Set(files?.map(({ _id }) => _id)), [files])
  const { undo, undoError, undoProblems } = attaching
  return (
    <>
      <AddingDialogs {...{ adding, attaching, attached, files, focusFallback }} />
      <DeedNotice
        deed={deed}
        undo={
          // What waits is not done yet: there is nothing to take back.
          undo && deed?.kind !== 'detach-waits' && deed?.kind !== 'still-attached'
            ? () => {
                setDeed((now) => now && { ...now, isUndone: true })
                undo()
              }
            : null
        }
        undoProblems={undoProblems}
        undoError={(deed?.isUndone && undoError) || null}
        dismiss={() => setDeed(null)}
        focusFallback={focusFallback}
      />
    </>
  )
}
