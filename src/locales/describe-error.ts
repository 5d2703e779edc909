import type { FileError, FileErrorCode } from '../api/errors.js'
import type { ErrorWords, Messages } from './messages.js'

/**
 * An error in words for people: `what` says what happened, why and what to do; `short` is for one line.
 *
 * @example
 * const { what } = describeError(state.error, useMessages())
 */
export function describeError(error: FileError, messages: Messages): ErrorWords {
  const { code, step } = error
  if (code === 'outcome-unknown' && step === 'attach') return messages.attachUnknown
  if (code === 'outcome-unknown' && step === 'submit') return messages.submitUnknown
  if (code === 'forbidden' && step === 'attach') return messages.attachRefused
  if (code === 'too-large' && step === 'preview') return messages.tooLargeToShow
  if (code === 'too-large' && step === 'download') return messages.tooLargeToDownload
  if (step === 'submit' && refusals.has(code)) return messages.submitRefused
  const words = causeInWords(error, messages)
  const atStep = step && messages.steps[step]
  if (!atStep || saysItAll.has(code)) return words
  if (passing.has(code)) return { what: atStep.what, short: atStep.short }
  return { what: `${atStep.happened}. ${words.what}`, short: atStep.short }
}

/** The cause alone, whatever was tried; a customer has no administrator to ask. */
export function causeInWords({ code, reason = '', audience }: FileError, messages: Messages): ErrorWords {
  const forCustomer = audience === 'customer' ? messages.customerErrors[code] : undefined
  return messages.reasons[reason] ?? forCustomer ?? messages.errors[code]
}

// They say by themselves how far the file has come.
const saysItAll: ReadonlySet<FileErrorCode> = new Set([
  'outcome-unknown',
  'file-unreadable',
  'prepare-failed',
  'not-a-download',
  'address-refused',
  'tab-blocked',
  'needs-token',
])

// For these the step matters more than the cause: the same call may succeed later.
const passing: ReadonlySet<FileErrorCode> = new Set(['network', 'timeout', 'server', 'bad-answer'])

// What they advise is for people at work, who know an administrator; a journey is handed in by a customer.
const refusals: ReadonlySet<FileErrorCode> = new Set([
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'type-not-allowed',
  'bad-request',
])
