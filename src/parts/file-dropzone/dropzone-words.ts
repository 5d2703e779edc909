import type { Messages } from '../../locales/messages.js'
import { typesInWords } from '../../locales/rules-in-words.js'
import type { Dropzone } from './dropzone-context.js'

/** What has to be said now, instead of what can be done here. */
export function urgentTitle(dropzone: Dropzone, messages: Messages): string | undefined {
  const { drag, count, problem, isDisabled, isFull, isReading } = dropzone
  if (isDisabled) return messages.cannotAdd
  if (drag === 'reject') return refusalTitle(dropzone, messages)
  if (drag === 'accept') return messages.dropToAdd(count)
  if (problem) return problemTitle(problem, messages)
  if (isReading) return messages.readingFiles
  return isFull ? fullTitle(dropzone, messages) : undefined
}

/** Why what is dragged cannot come in. */
export function refusalTitle(dropzone: Dropzone, messages: Messages): string {
  const { count, refusedCount, isFull } = dropzone
  if (isFull) return fullTitle(dropzone, messages)
  return refusedCount > 0 ? messages.cannotBeAdded(refusedCount, count) : messages.onlyOneFile
}

/** What is said below an urgent title, instead of the rules. */
export function urgentRules(dropzone: Dropzone, messages: Messages): string | undefined {
  const { drag, refusedCount, accept, isDisabled, disabledReason, isFull } = dropzone
  if (isDisabled) return disabledReason
  if (isFull) return messages.removeToAdd
  if (drag !== 'reject' || refusedCount === 0) return undefined
  return messages.onlyTypes(typesInWords(accept, messages))
}

/** What can be done here. */
export function calmTitle(
  { isMultiple, takesPhotos }: Dropzone,
  messages: Messages,
  isTouch: boolean,
): string {
  if (isTouch && takesPhotos) return messages.tapOrPhoto
  if (isTouch) return isMultiple ? messages.tapFiles : messages.tapFile
  return isMultiple ? messages.dropFiles : messages.dropFile
}

function fullTitle({ fileCount, maxCount = fileCount }: Dropzone, messages: Messages): string {
  return messages.limitReached(fileCount, maxCount)
}

function problemTitle(problem: NonNullable<Dropzone['problem']>, messages: Messages): string {
  const words = {
    'too-many': messages.onlyOneFile,
    'empty-folder': messages.emptyFolder,
    unreadable: messages.notReadable,
  } satisfies Record<typeof problem, string>
  return words[problem]
}
