'use client'
import { useEffect, useMemo } from 'react'
import { toFileRelation } from '../api/to-file-relation.js'
import type { FileEntity } from '../api/types.js'
import { useLatest } from '../hooks/use-latest.js'
import type { AttachToNewEntityProps } from './attach-to-entity-props.js'

/** All that is to be related, each once, told to the form at first and whenever it changes. */
export function useRelated(
  saved: readonly FileEntity[],
  chosen: readonly FileEntity[],
  { onRelationChange, relationTags = [] }: Pick<AttachToNewEntityProps, 'onRelationChange' | 'relationTags'>,
): readonly FileEntity[] {
  const files = useMemo(
    () => [...new Map([...saved, ...chosen].map((file) => [file._id, file])).values()],
    [saved, chosen],
  )
  const relation = toFileRelation(files, { tags: relationTags })
  const latest = useLatest({ onRelationChange, relation })
  // Labels come as a new array, or as a new function, with each render.
  const labels = JSON.stringify(relation.$relation.map(({ _tags }) => _tags))
  useEffect(() => latest.current.onRelationChange(latest.current.relation, files), [files, labels, latest])
  return files
}
