import type { EntityRef, RelatedFile, RelationsPage } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import { queryKeys } from './query-keys.js'

/** What a change makes of the files on a page. */
export type Change = (files: readonly RelatedFile[], isFirstPage: boolean) => readonly RelatedFile[]

interface UnderWay {
  /** The list it is made in; `null` for all lists. */
  readonly list: string | null
  readonly change: Change
  isOver: boolean
}

const underWay = new WeakMap<FileClient, readonly UnderWay[]>()

/**
 * Lets a change show in lists that are answered before it is: the server knows nothing of it by then. Without an entity
 * it is made in all lists. Returns the function that tells that it is over.
 */
export function beginChange(client: FileClient, entity: EntityRef | null, change: Change): () => void {
  const begun: UnderWay = { list: entity && nameOf(entity), change, isOver: false }
  underWay.set(client, [...changesOf(client), begun])
  return () => {
    begun.isOver = true
    // In their order, and all at once: a list that was asked for during any of them may know of none.
    if (changesOf(client).every(({ isOver }) => isOver)) underWay.delete(client)
  }
}

/** A page as it will be. */
export function withChanges(
  client: FileClient,
  entity: EntityRef,
  { hits, relations }: RelationsPage,
  isFirstPage: boolean,
): RelationsPage {
  const list = nameOf(entity)
  const here = changesOf(client).filter((one) => one.list === null || one.list === list)
  const changed = here.reduce((files, { change }) => change(files, isFirstPage), relations)
  return { hits: hits + changed.length - relations.length, relations: changed }
}

function changesOf(client: FileClient): readonly UnderWay[] {
  return underWay.get(client) ?? []
}

function nameOf(entity: EntityRef): string {
  return JSON.stringify(queryKeys.entityFiles(entity))
}
