import { searchEntities } from './entity-api.js'
import { isFileEntity } from './expect.js'
import type { FileSearchType } from './file-extensions.js'
import type { Call, Http } from './http.js'
import { typeClauses } from './type-clauses.js'
import type { EntitySearchPage, FileEntity } from './types.js'

/** Which files to look for. */
export interface FileSearch {
  /** What somebody typed: every word must begin a word of the file. Nothing typed finds all. */
  readonly text?: string
  /** Tags that it must have, all of them. */
  readonly tags?: readonly string[]
  /** Tags of which it must have one; none lets all through. */
  readonly anyOfTags?: readonly string[]
  /** Types of which it must be one; none lets all through. */
  readonly types?: readonly FileSearchType[]
  /** @default 0 */
  readonly from?: number
  /** 1 to 1000. @default 25 */
  readonly size?: number
  /** @default '_created_at:desc' */
  readonly sort?: string
}

/**
 * Looks for saved files by what a person types (`searchEntities`), for example to attach one that exists already.
 *
 * @example
 * const { hits, results } = await searchFiles(client.http, { text: 'meter 2026' })
 *
 * @example
 * const plans = await searchFiles(client.http, { types: ['pdf', 'cad'], anyOfTags: ['Plan', 'Site plan'] })
 */
export async function searchFiles(
  http: Http,
  { from = 0, size = 25, sort = '_created_at:desc', ...search }: FileSearch,
  call?: Call,
): Promise<EntitySearchPage<FileEntity>> {
  const q = clausesOf(search).join(' AND ')
  const { hits, results } = await searchEntities(http, { q, from, size, sort }, call)
  return { hits, results: results.filter(isFileEntity) }
}

function clausesOf({ text = '', tags = [], anyOfTags = [], types = [] }: FileSearch): readonly string[] {
  return [
    '_schema:file',
    ...wordsOf(text).map((word) => `${word}*`),
    ...tags.map(tagClause),
    ...oneOf(anyOfTags.map(tagClause)),
    ...oneOf(types.flatMap(typeClauses)),
  ]
}

function oneOf(clauses: readonly string[]): readonly string[] {
  return clauses.length > 1 ? [`(${clauses.join(' OR ')})`] : clauses
}

/** Without anything that Lucene would read as an operator; small, since a prefix is compared as it is. */
function wordsOf(text: string): string[] {
  // Dots stay: to the search, "photo.jpg" is one word.
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}_.]+/gu) ?? []
  return words.map((word) => word.replace(/^\.+|\.+$/g, '')).filter((word) => word !== '')
}

function tagClause(tag: string): string {
  return `_tags:"${tag.replace(/["\\]/g, '\\$&')}"`
}
