import type { RefusalGroup } from '../../intake/group-refusals.js'
import type { Refusal } from '../../intake/intake-report.js'
import { formatBytes } from '../../locales/format-bytes.js'
import type { Messages } from '../../locales/messages.js'
import { extensionInWords, typesInWords } from '../../locales/rules-in-words.js'
import { displayName } from '../display-name.js'

/**
 * Why files did not come in, in words for people: "2 files are larger than 20 MB". A single one is called by its name.
 *
 * @example
 * groupRefusals(report.refused).map((group) => describeRefusals(group, messages))
 */
export function describeRefusals({ reason, refusals }: RefusalGroup, messages: Messages): string {
  const [first] = refusals
  const { file, limit = 0, found = '', claimed = '', message } = first
  const isOne = refusals.length === 1
  const limitInWords = limitOf(first, messages)
  const size = formatBytes(file.size, messages.locale)
  return messages.refused[reason]({
    count: refusals.length,
    name: isOne ? isolated(displayName(file.name)) : undefined,
    // "It is 20 MB. The limit is 20 MB" would be no reason.
    size: isOne && size !== limitInWords ? size : undefined,
    limit: limitInWords,
    maxCount: limit,
    claimed: extensionInWords(claimed),
    found: extensionInWords(found),
    isProgram: programs.has(found),
    message,
  })
}

function limitOf({ accept, limit = 0 }: Refusal, messages: Messages): string {
  return accept ? typesInWords(accept, messages) : formatBytes(limit, messages.locale)
}

/** A name of the other direction must not turn round the sentence it stands in. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`
}

const programs: ReadonlySet<string> = new Set([
  'exe',
  'elf',
  'macho',
  'apk',
  'deb',
  'rpm',
  'lnk',
  'class',
  'jar',
])
