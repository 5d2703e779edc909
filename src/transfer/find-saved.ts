import { searchEntities } from '../api/entity-api.js'
import type { Http } from '../api/http.js'
import type { FileEntity, S3Ref } from '../api/types.js'

/** Looks for the File entity of a save whose answer got lost. What it throws means that nobody can tell. */
export type FindSaved = (saved: SavedMark, call: FindSavedCall) => Promise<FileEntity | null>

/** What a saved file can be known by. */
export interface SavedMark {
  /** Stands in the File entity's mark attribute; unique across tabs and devices. */
  readonly mark: string
  /** Where the bytes lay before they were saved; an external file has none in epilot. */
  readonly s3ref?: S3Ref
  readonly filename: string
}

/** How to ask epilot. */
export interface FindSavedCall {
  readonly http: Http
  readonly owner: string | undefined
  readonly signal: AbortSignal
}

type Saved = FileEntity & { readonly [attribute: string]: unknown }

/** Looks for the mark in `attribute` by the Entity API's search (`searchEntities`). */
export function createFindSaved(attribute: string): FindSaved {
  return async ({ mark }, { http, owner, signal }) => {
    const q = `_schema:file AND ${attribute}:"${mark}"`
    const { results } = await searchEntities<Saved>(http, { q, size: 50 }, { owner, signal })
    // A search is no comparison: it may take a part of a value for the value.
    return results.find((file) => file[attribute] === mark) ?? null
  }
}
