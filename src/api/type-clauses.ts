import type { FileSearchType } from './file-extensions.js'
import { fileExtensions } from './file-extensions.js'

/**
 * Which files are of a type: those that one of these Lucene clauses finds. What epilot itself knows of a file comes first; it
 * may be `unknown` or missing, and of plans and emails there is little, so that the extension counts, too.
 *
 * That a word may begin with `*` is what Lucene allows unless it is told otherwise; epilot does not say.
 *
 * There is no type for all the rest, as lists that are loaded have: it would be what none of these clauses finds, and each
 * file that one of them finds wrongly would be missing there.
 */
export function typeClauses(type: FileSearchType): readonly string[] {
  return [...known[type], ...fileExtensions[type].split(' ').flatMap(extensionClauses)]
}

// `type` where it says it all; `mime_type` as a whole only, since the slash in it may be the border of two words.
const known: Readonly<Record<FileSearchType, readonly string[]>> = {
  pdf: ['mime_type:"application/pdf"'],
  sheet: ['type:spreadsheet', 'mime_type:"text/csv"'],
  // Not `type:image`, which plans may be, too: image/vnd.dwg.
  image: 'jpeg png gif webp avif heic heif tiff bmp svg+xml'
    .split(' ')
    .map((name) => `mime_type:"image/${name}"`),
  video: ['type:video'],
  archive: ['type:archive'],
  cad: [],
  mail: ['mime_type:"message/rfc822"', 'mime_type:"application/vnd.ms-outlook"'],
  // One that is a PDF elsewhere is a PDF, too.
  link: ['_exists_:custom_download_url'],
}

/** To a search "plan.dwg" is one word, but "plan_2026.dwg" two: a dot between a digit and a letter parts them. */
function extensionClauses(extension: string): readonly string[] {
  const end = `filename:*.${extension}`
  return isWord.has(extension) ? [end] : [end, `filename:${extension}`]
}

/** Stands in the names of files of all types. */
const isWord: ReadonlySet<string> = new Set(['numbers', 'step', 'url'])
