/**
 * What `IntakeRules.accept` has for the types of epilot's journey block "File upload": its names (`PDF`, `Image`), as a
 * list or, as the block keeps them, in one string. Extensions and MIME types stay as they are.
 *
 * @example
 * const rules = { accept: acceptOf(block.supportedTypes), maxCount: block.maxQuantity || undefined }
 */
export function acceptOf(supportedTypes: readonly string[] | string): readonly string[] {
  const names = typeof supportedTypes === 'string' ? supportedTypes.split(',') : supportedTypes
  const types = names.map((name) => name.trim()).filter(Boolean)
  return [...new Set(types.flatMap((type) => known[type.toLowerCase()] ?? [asWritten(type)]))]
}

/** `.pdf`, `image/png`; what has neither dot nor slash is an extension. */
function asWritten(type: string): string {
  return /[./]/.test(type) ? type : `.${type.toLowerCase()}`
}

const known: Readonly<Partial<Record<string, readonly string[]>>> = {
  image: ['image/*'],
  video: ['video/*'],
  audio: ['audio/*'],
  word: ['.doc', '.docx'],
  excel: ['.xls', '.xlsx'],
  powerpoint: ['.ppt', '.pptx'],
}
