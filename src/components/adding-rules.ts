import type { FileEntity } from '../api/types.js'
import type { IntakeRules } from '../intake/intake-rules.js'

/** The rules that hold for an attribute, which takes one file or many. */
export function rulesOf(
  multiple: boolean,
  given: IntakeRules | undefined,
  ofSchema: IntakeRules | undefined,
): IntakeRules | undefined {
  if (!multiple) return { ...(given ?? ofSchema), maxCount: 1 }
  // Who says that there may be many knows better than the schema.
  return given ?? (ofSchema?.maxCount === 1 ? { ...ofSchema, maxCount: undefined } : ofSchema)
}

/** As far as they are loaded. */
export function bytesOf(files: readonly FileEntity[]): number {
  return files.reduce((sum, { size_bytes = 0 }) => sum + size_bytes, 0)
}
