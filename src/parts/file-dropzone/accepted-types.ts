import { accepts } from '../../intake/accepts.js'
import type { IntakeRules } from '../../intake/intake-rules.js'
import { isSurelyRefused } from '../../intake/is-surely-refused.js'
import type { DragContent } from './drag-content.js'

interface Accepting {
  readonly accept?: string | undefined
  readonly rules?: IntakeRules | undefined
}

/** What the picker offers. Our rules know an extension without its dot, browsers do not. */
export function inputAccept({ accept, rules }: Accepting): string | undefined {
  return accept ?? rules?.accept?.map((type) => type.trim().replace(/^(?=[^./]+$)/, '.')).join()
}

/** Extensions and MIME types, the rules before the hint; empty where all are welcome. */
export function acceptedTypes({ accept, rules }: Accepting): readonly string[] {
  return rules?.accept ?? accept?.split(',').filter(Boolean) ?? []
}

/** Whether what a camera makes is welcome. */
export function takesPhotos(accept: readonly string[]): boolean {
  return accept.length === 0 || accepts(new File([], 'photo.jpg', { type: 'image/jpeg' }), accept)
}

/** How many of the dragged files will surely be refused. */
export function refusedCount({ types }: DragContent, accept: readonly string[]): number {
  return types.filter((type) => isSurelyRefused(type, accept)).length
}
