import type { Tally } from '../intake/check-limits.js'
import { tallyOf } from '../intake/check-limits.js'
import type { Uploads } from './create-uploads.js'
import type { Upload } from './upload.js'
import { uploadSummary } from './upload-summary.js'

/** What is in a list, counted anew only when somebody else has changed it. */
export interface TallyKeeper {
  now(): Tally
  /** What the last tally counted has been added. */
  keep(tally: Tally): void
  forget(): void
}

export function keepTally(uploads: Uploads, scope: string): TallyKeeper {
  let kept: (Version & { readonly tally: Tally }) | undefined
  return {
    now() {
      const { list, listed, failed } = versionOf()
      const isUpToDate = kept?.list === list && kept.listed === listed && kept.failed === failed
      return kept && isUpToDate ? kept.tally : tallyOf(countedFiles(list))
    },
    keep: (tally) => (kept = { ...versionOf(), tally }),
    forget: () => (kept = undefined),
  }

  function versionOf(): Version {
    const { listed, failed } = uploadSummary(uploads, scope).getState()
    return { list: uploads.list(scope).getState(), listed, failed }
  }
}

/** The same while nothing has come, gone, failed or been canceled. */
interface Version {
  readonly list: readonly Upload[]
  readonly listed: number
  readonly failed: number
}

/** What counts toward the limits: all but what was canceled, and new versions of files that count already. */
function* countedFiles(uploads: readonly Upload[]) {
  for (const { file, versionOf, state } of uploads) {
    const { status } = state.getState()
    if (versionOf === undefined && status !== 'canceled') yield { file, mayRepeat: status === 'failed' }
  }
}
