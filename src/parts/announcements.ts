import { describeError } from '../locales/describe-error.js'
import type { Messages } from '../locales/messages.js'
import type { Upload } from '../uploads/upload.js'
import type { UploadSummary } from '../uploads/upload-summary.js'
import { displayName } from './display-name.js'

/** What is worth saying of the changes of a moment. */
export interface News {
  readonly added: number
  /** 25, 50 or 75, when it was passed; 0 otherwise. */
  readonly percent: number
  /** All is over, or something failed. */
  readonly isResult: boolean
  /** The first failure after a time without. */
  readonly isAlarm: boolean
  /** Another notice stands above the list. */
  readonly isNotice: boolean
}

/** What is known besides the numbers. */
export interface Besides {
  readonly uploads: readonly Upload[]
  /** In words: "2 minutes left". */
  readonly timeLeft: string | null
  /** The notice above the list, as a whole sentence. */
  readonly notice: string | null
}

export const noNews: News = { added: 0, percent: 0, isResult: false, isAlarm: false, isNotice: false }

/**
 * `news` with what one change brought; the same object if that was a mere tick. `failedBefore` have failed in earlier
 * rounds and are known.
 */
export function addNews(news: News, before: UploadSummary, now: UploadSummary, failedBefore: number): News {
  const retried = Math.max(0, before.failed - now.failed)
  // What came back after a reload nobody has added.
  const restored = Math.max(0, now.restored - before.restored)
  // A new version is no new file; which file has got it is said once it is there.
  const versions = Math.max(0, now.versions - before.versions)
  const added = Math.max(0, now.live - before.live - retried - restored - versions)
  const percent = now.live > 0 && quarterOf(now) > quarterOf(before) ? quarterOf(now) : 0
  const hasEnded = now.live === 0 && before.live > 0 && now.total > 0
  const isAlarm = before.failed <= failedBefore && now.failed > failedBefore
  const isResult = hasEnded || isAlarm
  if (added + percent === 0 && !isResult) return news
  return {
    added: news.added + added,
    percent: percent || news.percent,
    isResult: news.isResult || isResult,
    isAlarm: news.isAlarm || isAlarm,
    isNotice: news.isNotice,
  }
}

/** For the polite region: summaries only. */
export function summingUp(
  { added, percent, isResult, isNotice }: News,
  now: UploadSummary,
  messages: Messages,
  { timeLeft, notice }: Besides,
): string {
  const { live, done, total, failed } = now
  const said: string[] = []
  if (added > 0 && live > 0) said.push(messages.saidAdded(added))
  if (isNotice && notice) said.push(notice)
  if (isResult) said.push(messages.saidResult(done, total, failed))
  else if (percent > 0 && live > 0) said.push(messages.saidPercent(percent, timeLeft))
  return said.join(' ')
}

/** For the assertive region: once, when the first one fails. */
export function alarming(
  { isAlarm }: News,
  { failed }: UploadSummary,
  messages: Messages,
  { uploads }: Besides,
): string {
  if (!isAlarm || failed === 0) return ''
  if (failed > 1) return messages.saidFailed(failed)
  for (const { file, state } of uploads) {
    const now = state.getState()
    if (now.status === 'failed') {
      return `${displayName(file.name)}: ${describeError(now.error, messages).what}.`
    }
  }
  return ''
}

function quarterOf({ sentBytes, totalBytes }: UploadSummary): number {
  return totalBytes === 0 ? 0 : Math.min(75, Math.floor((sentBytes / totalBytes) * 4) * 25)
}
