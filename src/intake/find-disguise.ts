import { fileTypeFromBlob, supportedExtensions } from 'file-type'
import { areRelated, isClaim, isText } from './file-families.js'
import { extensionOf, extensionsOf } from './known-types.js'

/** A file that is not what it says it is. */
export interface Disguise {
  /** An extension without the dot. */
  readonly claimed: string
  readonly found: string
}

/** Compares a file's first bytes with its extension, or with its MIME type where it has none. */
export async function findDisguise(file: File, signal: AbortSignal): Promise<Disguise | null> {
  const claimed = extensionOf(file.name) || (extensionsOf(file.type)[0] ?? '')
  if (!isClaim(claimed) && !supportedExtensions.has(claimed)) return null
  const found = (await fileTypeFromBlob(file, { signal }))?.ext
  if (!found || areRelated(found, claimed)) return null
  // "BMW" begins as a bitmap does, "MZ" as a program: with two letters alone no text is suspected.
  if (isText(claimed) && (isText(found) || (await looksLikeText(file)))) return null
  return { claimed, found }
}

async function looksLikeText(file: File): Promise<boolean> {
  const bytes = new Uint8Array(await file.slice(0, textBytes).arrayBuffer())
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  // No text of one byte a letter, or of several, has a zero in it; hardly any program or picture has none.
  return isUtf16 || !bytes.includes(0)
}

const textBytes = 4096
