import { causeInWords, describeError } from '../../locales/describe-error.js'
import type { Messages } from '../../locales/messages.js'
import type { Waiting } from '../../transfer/upload-state.js'
import type { StatusContext, StatusWords } from './status-context.js'

/** For what an upload waits, as a row shows it. */
export function waitingWords(waiting: Waiting, messages: Messages, context: StatusContext): StatusWords {
  switch (waiting.for) {
    case 'retry':
      return retryWords(waiting, messages, context)
    case 'network':
      return {
        icon: { name: 'offline' },
        text: messages.waitingForNetwork,
        minor: messages.goesOnByItself,
      }
    case 'sign-in':
      return {
        icon: { name: 'lock' },
        text: messages.waitingForSignIn,
        short: messages.waitingForSignInShort,
        minor: messages.goesOnByItselfThen,
      }
    case 'leader':
      return {
        icon: { name: 'window' },
        text: messages.waitingForLeader,
        short: messages.waitingForLeaderShort,
        minor: messages.goesOnHere,
      }
    case 'file':
      if (waiting.expired) return { icon: { name: 'clock' }, text: messages.field.expired }
      return { icon: { name: 'history' }, text: messages.waitingForFile, short: messages.waitingForFileShort }
    default:
      return waiting satisfies never
  }
}

function retryWords(
  { error, attempt }: Extract<Waiting, { readonly for: 'retry' }>,
  messages: Messages,
  { secondsLeft, time }: StatusContext,
): StatusWords {
  // "Not saved" would be no reason for a wait that the server asked for.
  const isAskedFor = error.retryAfterMs !== undefined
  const reason = isAskedFor ? causeInWords(error, messages).short : describeError(error, messages).short
  if (isAskedFor && secondsLeft > fewSeconds) {
    return {
      icon: { name: 'clock' },
      text: messages.busyUntil(reason, time),
      short: messages.goesOnAt(time),
    }
  }
  return {
    icon: { name: isAskedFor ? 'clock' : 'retry' },
    text: messages.tryingAgain(reason, secondsLeft),
    short: messages.againIn(secondsLeft),
    minor: isAskedFor ? undefined : messages.attempt(attempt + 1),
  }
}

/** What is left of so little is counted down; a time of day tells of whole minutes. */
const fewSeconds = 20
