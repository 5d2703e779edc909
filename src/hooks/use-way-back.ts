'use client'
import type { QueryKey } from '@tanstack/react-query'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { FileError } from '../api/errors.js'
import type { Changed } from '../queries/change-relations.js'
import { reasonOf, refetchRelations } from '../queries/change-relations.js'
import type { RelationScene } from '../queries/open-list.js'

/** The way back of what was changed last. */
export interface WayBack {
  /** Takes back what was changed last; `null` where there is nothing to undo. */
  readonly undo: (() => void) | null
  /** Why the way back failed, or a part of it. */
  readonly undoError: Error | null
  /** Which files it failed for, and why, by their ids; `undo` tries those again. */
  readonly undoProblems: ReadonlyMap<string, FileError>
}

/** What was changed last, and where. */
interface Last {
  readonly scene: RelationScene
}

/** What a way back has come to: what is refused makes up what is left to be taken back. */
interface Back<Done extends Last, File> {
  readonly changed: Pick<Changed<File>, 'refused'>
  readonly left: Done
}

/** How changes of relations are asked for. */
export function mutationOf(queryKey: QueryKey, kind: string) {
  return {
    // Another entity detaches from a pending mutation instead of rewriting it.
    mutationKey: [...queryKey, kind],
    // Paused while offline it would go on later, under whoever is signed in then.
    networkMode: 'always' as const,
  }
}

/** Keeps what was changed last, and takes it back. */
export function useWayBack<Done extends Last>(
  settings: ReturnType<typeof mutationOf>,
  goBack: (last: Done) => Promise<Back<Done, { readonly _id: string }>>,
) {
  const [last, setLast] = useState<Done | null>(null)
  const [undoProblems, setProblems] = useState(noProblems)
  const edition = useRef(0)
  const set = (next: Done | null) => {
    edition.current++
    setLast(next)
    setProblems(noProblems)
  }
  const undoing = useMutation({
    ...settings,
    onMutate: () => set(null),
    mutationFn: async (last: Done) => {
      const begun = edition.current
      const { changed, left } = await goBack(last)
      const reason = reasonOf(changed)
      if (!reason) return
      // What was changed meanwhile is what was changed last.
      if (edition.current === begun) {
        setLast(left)
        setProblems(byId(changed.refused))
      }
      throw reason
    },
    // Nobody waits for the list: it shows already what has changed.
    onSettled: (_nothing, _error, { scene }) => void refetchRelations(scene),
  })
  const back: WayBack = {
    undo: last && (() => undoing.mutate(last)),
    undoError: undoing.error,
    undoProblems,
  }
  return { back, set }
}

/** Why files were refused, by their ids. */
export function byId(
  refused: ReadonlyMap<{ readonly _id: string }, FileError>,
): ReadonlyMap<string, FileError> {
  return new Map([...refused].map(([{ _id }, error]) => [_id, error]))
}

/** Nothing was refused. */
export const noProblems: ReadonlyMap<string, FileError> = new Map()
