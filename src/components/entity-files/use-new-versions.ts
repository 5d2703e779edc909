'use client'
import { useMemo, useState } from 'react'
import type { FileEntity } from '../../api/types.js'
import type { AddVersion, AddVersionOptions } from '../../hooks/use-add-version.js'
import { useAddVersion } from '../../hooks/use-add-version.js'
import { versionTypes } from '../../intake/version-types.js'
import { pickFile } from '../../parts/pick-file.js'

/** A row that a dragged file would become a version of. */
export interface DropTarget {
  readonly id: string
  readonly drag: 'accept' | 'reject'
}

/** How files of a list get new versions. */
export interface NewVersions {
  readonly target: DropTarget | null
  readonly onTarget: (target: DropTarget | null) => void
  readonly add: AddVersion
  /** Opens the picker for it. */
  readonly choose: (file: FileEntity) => void
}

/** New versions of an entity's files, dropped on their rows or chosen. */
export function useNewVersions(options: AddVersionOptions) {
  const addVersion = useAddVersion(options)
  const [target, onTarget] = useState<DropTarget | null>(null)
  const [last, setLast] = useState<FileEntity | null>(null)
  const actions = useMemo(() => {
    const add: AddVersion = (file, chosen) => {
      setLast(file)
      return addVersion(file, chosen)
    }
    const choose = (file: FileEntity) =>
      pickFile((chosen) => void add(file, [chosen]), { accept: versionTypes(file).join() })
    return { add, choose }
  }, [addVersion])
  return {
    versions: { ...actions, target, onTarget } satisfies NewVersions,
    /** Chooses again what was to be the last new version; not there where files of their own were added since. */
    again: last ? () => actions.choose(last) : undefined,
    forget: () => setLast(null),
  }
}
