import { describeError } from '../../locales/describe-error.js'
import type { Messages } from '../../locales/messages.js'
import type { UploadState, Waiting } from '../../transfer/upload-state.js'
import type { IconState } from '../icon.js'
import type { IconName } from '../icon-paths.js'
import { percentOf } from './percent.js'

/** A state as a row shows it. */
export interface StatusWords {
  readonly icon?: (IconState & { readonly name: IconName }) | undefined
  readonly text: string
  /** For one line. @default text */
  readonly short?: string | undefined
  /** What may go first where it gets narrow. */
  readonly minor?: string | undefined
}

/** What changes the words of a state: for one that sends, the percent alone. */
export type Shown = Exclude<UploadState, { readonly status: 'uploading' }> | number | 'uploading'

export function shownOf(state: UploadState): Shown {
  return state.status === 'uploading' ? (percentOf(state) ?? 'uploading') : state
}

export function statusWords(shown: Shown, messages: Messages, secondsLeft: number): StatusWords {
  if (typeof shown === 'number') return { text: messages.percent(shown) }
  if (shown === 'uploading') return { icon: busy, text: messages.uploading }
  switch (shown.status) {
    case 'queued':
      return { icon: { name: 'clock' }, text: messages.queued }
    case 'preparing':
      return { icon: busy, text: messages.preparing }
    case 'paused':
      return { icon: { name: 'pause' }, text: messages.paused }
    case 'waiting':
      return waitingWords(shown.waiting, messages, secondsLeft)
    case 'saving':
      return { icon: { name: 'cloud' }, text: messages.saving }
    case 'checking': {
      const isSaved = shown.checkpoint.reached === 'attach-sent'
      return {
        icon: busy,
        text: isSaved ? messages.checkingAttached : messages.checkingSaved,
        short: messages.checking,
      }
    }
    case 'attaching':
      return { icon: { name: 'attach' }, text: messages.attaching }
    case 'done':
      // Who canceled it expects it to be gone.
      if (shown.result.kind === 'saved' && shown.result.notDeleted) {
        return { icon: { name: 'alert' }, text: messages.notDeleted, short: messages.done }
      }
      return { icon: { name: 'check', draw: true }, text: messages.done }
    case 'failed': {
      const { what, short } = describeError(shown.error, messages)
      return { icon: { name: 'alert' }, text: what, short }
    }
    case 'canceling':
      return { icon: busy, text: messages.canceling }
    case 'canceled': {
      const { canceled: text, canceledAndDeleted } = messages
      return {
        icon: { name: 'x' },
        ...(shown.wasSaved ? { text: canceledAndDeleted, short: text } : { text }),
      }
    }
    default:
      return shown satisfies never
  }
}

function waitingWords(waiting: Waiting, messages: Messages, secondsLeft: number): StatusWords {
  switch (waiting.for) {
    case 'retry': {
      const { short } = describeError(waiting.error, messages)
      return {
        icon: { name: 'retry' },
        text: messages.tryingAgain(short, secondsLeft),
        short: messages.againIn(secondsLeft),
        minor: messages.attempt(waiting.attempt + 1),
      }
    }
    case 'network':
      return { icon: { name: 'offline' }, text: messages.waitingForNetwork, minor: messages.goesOnByItself }
    case 'sign-in':
      return { icon: { name: 'lock' }, text: messages.waitingForSignIn }
    case 'leader':
      return { icon: { name: 'versions' }, text: messages.waitingForLeader }
    case 'file':
      return { icon: { name: 'alert' }, text: messages.waitingForFile }
    default:
      return waiting satisfies never
  }
}

const busy = { name: 'spinner', spin: true } as const
