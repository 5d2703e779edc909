import { describeError } from '../../locales/describe-error.js'
import { formatBytes } from '../../locales/format-bytes.js'
import type { Messages } from '../../locales/messages.js'
import type { UploadState } from '../../transfer/upload-state.js'
import { percentOf } from './percent.js'
import type { StatusContext, StatusWords } from './status-context.js'
import { waitingWords } from './waiting-words.js'

/** What changes the words of a state: for one that sends, the percent alone. */
export type Shown = Exclude<UploadState, { readonly status: 'uploading' }> | number | 'uploading'

export function shownOf(state: UploadState): Shown {
  return state.status === 'uploading' ? (percentOf(state) ?? 'uploading') : state
}

export function statusWords(shown: Shown, messages: Messages, context: StatusContext): StatusWords {
  if (typeof shown === 'number') return { text: messages.percent(shown) }
  if (shown === 'uploading') return { icon: busy, text: messages.uploading }
  const { isInterrupted } = context
  switch (shown.status) {
    case 'queued':
      return { icon: { name: 'clock' }, text: messages.queued }
    case 'preparing':
      return { icon: busy, text: messages.preparing }
    case 'paused':
      if (isInterrupted) {
        return { icon: { name: 'history' }, text: messages.interrupted, minor: messages.keptOnDevice }
      }
      return { icon: { name: 'pause' }, text: messages.paused }
    case 'waiting':
      if (shown.waiting.for === 'file' && shown.waiting.other) {
        return otherFileWords(shown.waiting.other.sizeBytes, context.sizeBytes, messages)
      }
      return waitingWords(shown.waiting, messages, context)
    case 'saving':
      return isInterrupted
        ? {
            icon: { name: 'history' },
            text: messages.interruptedSaving,
            short: messages.interruptedSavingShort,
          }
        : { icon: { name: 'cloud' }, text: messages.saving, short: messages.savingShort }
    case 'checking': {
      const isSaved = shown.checkpoint.reached === 'attach-sent'
      return {
        icon: { name: 'search' },
        text: isSaved ? messages.checkingAttached : messages.checkingSaved,
        short: messages.checking,
      }
    }
    case 'attaching':
      return { icon: { name: 'attach' }, text: messages.attaching, short: messages.attachingShort }
    case 'done':
      return doneWords(shown, messages)
    case 'failed':
      return failedWords(shown, messages)
    case 'canceling':
      return { icon: { name: 'x' }, text: messages.canceling, short: messages.cancelingShort }
    case 'canceled':
      return shown.wasSaved
        ? {
            icon: { name: 'trash' },
            text: messages.canceledAndDeleted,
            short: messages.canceledAndDeletedShort,
          }
        : { icon: { name: 'x' }, text: messages.canceled }
    default:
      return shown satisfies never
  }
}

type StateOf<Status> = Extract<UploadState, { readonly status: Status }>

function doneWords({ result }: StateOf<'done'>, messages: Messages): StatusWords {
  if (result.kind === 'saved' && result.attach === 'pending') {
    return {
      icon: { name: 'people' },
      text: messages.waitingForApproval,
      short: messages.waitingForApprovalShort,
    }
  }
  if (result.kind === 'saved' && result.attach === 'none') {
    return { icon: { name: 'check' }, text: messages.attachRefused.short }
  }
  if (result.kind === 'saved' && result.tooLate) {
    return { icon: { name: 'check' }, text: messages.versions.tooLate, short: messages.versions.tooLateShort }
  }
  if (result.kind !== 'saved' || !result.notDeleted) {
    return { icon: { name: 'check', draw: true }, text: messages.done }
  }
  // Who canceled it expects it to be gone.
  const why = result.notDeleted.code === 'forbidden' ? messages.mayNotDelete : messages.couldNotDelete
  return { icon: { name: 'check' }, text: messages.alreadySaved, aside: why }
}

function failedWords({ error, isUnwanted }: StateOf<'failed'>, messages: Messages): StatusWords {
  const { what, short } = isUnwanted ? messages.canceledUnknown : describeError(error, messages)
  const isRefused = error.code === 'forbidden' && error.step === 'attach'
  const icon = isRefused ? 'lock' : error.code === 'expired' ? 'clock' : 'alert'
  return { icon: { name: icon }, text: what, short }
}

function otherFileWords(chosenBytes: number, neededBytes: number, messages: Messages): StatusWords {
  const chosen = formatBytes(chosenBytes, messages.locale)
  const needed = formatBytes(neededBytes, messages.locale)
  return {
    icon: { name: 'alert' },
    text: messages.otherFile(chosen === needed ? null : { chosen, needed }),
    short: messages.otherFileShort,
  }
}

const busy = { name: 'spinner', spin: true } as const
