import type { FileAttributeRules } from '../intake/file-attribute-rules.js'

interface DescriptionProps {
  readonly attribute: FileAttributeRules | undefined
  /** Words for a key of epilot's locales. */
  readonly describe: ((key: string) => string | undefined) | undefined
}

/** What the schema says that the files of an attribute are for; nothing where nobody has words for it. */
export function Description({ attribute, describe }: DescriptionProps) {
  const key = attribute?.descriptionKey
  const words = key === undefined ? undefined : describe?.(key)
  // Most libraries answer with the key where they have no words.
  if (!words || words === key) return null
  return (
    <p className="ef-help ef-description">
      <bdi>{words}</bdi>
    </p>
  )
}
