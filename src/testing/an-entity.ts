import type { EntityRef } from '../api/types.js'
import { createId } from './create-id.js'

/**
 * Names a business entity that nobody else has.
 *
 * @example
 * const opportunity = anEntity()
 * const contact = anEntity({ slug: 'contact' })
 */
export function anEntity(overrides: Partial<EntityRef> = {}): EntityRef {
  return { slug: 'opportunity', id: createId(), ...overrides }
}
