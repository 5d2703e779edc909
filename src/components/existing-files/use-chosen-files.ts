'use client'
import { useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { FileEntity } from '../../api/types.js'
import { useLatest } from '../../hooks/use-latest.js'
import type { RowSelection } from '../../hooks/use-selection.js'
import { useSelection } from '../../hooks/use-selection.js'
import type { Refusal } from './existing-row.js'

interface ChosenFiles {
  readonly selection: RowSelection
  /** In the order they were chosen in; those of earlier searches, too. */
  readonly chosen: readonly FileEntity[]
}

/** Chooses files over many searches, but none that is refused. */
export function useChosenFiles(
  files: readonly FileEntity[],
  refusal: (file: FileEntity) => Refusal,
): ChosenFiles {
  const open = useMemo(() => files.filter((file) => refusal(file) === null), [files, refusal])
  const [seen, setSeen] = useState<ReadonlyMap<string, FileEntity>>(new Map())
  if (open.some((file) => seen.get(file._id) !== file)) {
    setSeen(new Map([...seen, ...open.map((file) => [file._id, file] as const)]))
  }
  const keys = useMemo(() => open.map(({ _id }) => _id), [open])
  const all = useSelection(keys)
  const latest = useLatest(keys)
  const selection = useMemo<RowSelection>(
    () => ({
      ...all,
      toggle: (key) => latest.current.includes(key) && all.toggle(key),
    }),
    [all, latest],
  )
  const { selected } = useStore(all.state)
  const chosen = useMemo(() => [...selected].flatMap((id) => seen.get(id) ?? []), [selected, seen])
  return { selection, chosen }
}
