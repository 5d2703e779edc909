import { abortable } from '../api/abortable.js'
import type { Uploads } from './create-uploads.js'
import { fieldFiles, fieldFilesOf } from './field-files.js'

interface WaitOptions {
  readonly signal: AbortSignal
  /** Called where there is something to wait for. */
  readonly onWait: () => void
}

/** Resolves once nothing in these lists is under way, or with `false` once the wait is called off. */
export async function waitForFiles(
  uploads: Uploads,
  scopes: readonly string[],
  { signal, onWait }: WaitOptions,
): Promise<boolean> {
  const isUnderWay = (scope: string) => fieldFilesOf(uploads.list(scope).getState()).uploading > 0
  // While one field is waited for, others may be given more.
  for (let scope; (scope = scopes.find(isUnderWay)) !== undefined;) {
    onWait()
    if (!(await isThere(uploads, scope, signal))) return false
  }
  return true
}

async function isThere(uploads: Uploads, scope: string, signal: AbortSignal): Promise<boolean> {
  let leave = () => {}
  try {
    await abortable<void>(signal, (resolve) => {
      leave = fieldFiles(uploads, scope).subscribe(({ uploading }) => uploading === 0 && resolve())
    })
    return true
  } catch {
    return false
  } finally {
    leave()
  }
}
