import type { Fault, LedgerCall } from '../../src/testing.js'

/** How a call ended that went wrong; nothing, if it went well. */
export function outcomeOf({ operation, status }: LedgerCall, fault: Fault | undefined): string | undefined {
  if (fault !== undefined) return typeof fault === 'string' ? words[fault] : inNumbers(fault)
  return status >= 400 && operation !== 'put' ? `${status}` : undefined
}

const words: Readonly<Record<Extract<Fault, string>, string>> = {
  network: 'connection lost',
  'lost-answer': 'answer lost',
  hang: 'no answer',
  cors: 'refused by CORS',
  'expired-link': 'link expired',
  'wrong-signature': 'wrong signature',
}

function inNumbers(fault: Exclude<Fault, string>): string {
  if ('cutAtByte' in fault) return `cut at ${Math.round(fault.cutAtByte / 1000)} kB`
  if ('stallAtByte' in fault) return `stands still at ${Math.round(fault.stallAtByte / 1000)} kB`
  if ('bytesPerSecond' in fault) return `${Math.round(fault.bytesPerSecond / 1000)} kB a second`
  const { status, body, headers } = fault
  if (typeof body === 'string') return `${status}, HTML`
  if (body !== undefined) return `${status}, makes no sense`
  const retryAfter = headers?.['Retry-After']
  return retryAfter === undefined ? `${status}` : `${status}, in ${retryAfter} s`
}
