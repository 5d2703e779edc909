import type { EditMode } from '../api/changesets.js'
import type { EntitySchema, FileAttribute, SchemaAttribute } from '../api/entity-schema.js'
import type { AccessControl } from '../api/types.js'
import type { IntakeRules } from './intake-rules.js'

/** What an entity's schema says of one file attribute. */
export interface FileAttributeRules {
  /** The attribute's name. */
  readonly attribute: string
  /** As the schema calls it, for people. */
  readonly label: string | undefined
  /** What may come in, for `useFileUpload` and the drop zones. `maxCount` is 1 where the attribute holds one file. */
  readonly rules: IntakeRules
  /** It holds many files; else a new one replaces the one that is there. */
  readonly multiple: boolean
  readonly readonly: boolean
  readonly required: boolean
  /** What new files are saved with. */
  readonly accessControl: AccessControl
  /** The key of a description in epilot's locales, where the attribute has one. */
  readonly descriptionKey: string | undefined
  /** Pictures are shown in landscape format. */
  readonly landscape: boolean
  /** Whether changes take effect at once, or wait for another system or an approval. */
  readonly editMode: EditMode
}

/**
 * Reads the rules of a file attribute from the schema of its entity. `_files` stands for any number of files even where
 * the schema does not name it.
 *
 * @throws where the schema has no such attribute, or it holds no files.
 *
 * @example
 * const schema = await getSchema(client.http, 'opportunity')
 * const { rules, multiple } = fileAttributeRules(schema, 'floor_plan')
 */
export function fileAttributeRules(schema: EntitySchema, attribute = '_files'): FileAttributeRules {
  const found = fileAttributesOf(schema).find(({ name }) => name === attribute)
  if (found) return read(found)
  if (attribute === '_files') return read({ name: attribute, type: 'file' })
  throw new Error(`The schema "${schema.slug}" has no file attribute "${attribute}". ${whatItHas(schema)}`)
}

function read(found: FileAttribute): FileAttributeRules {
  const { name, label, multiple = name === '_files', readonly = false, required = false } = found
  const { enable_description, file_size_bytes = 0 } = found
  const accept = acceptOf(found)
  return {
    attribute: name,
    label,
    rules: {
      ...(accept.length > 0 && { accept }),
      ...(file_size_bytes > 0 && { maxSizeBytes: file_size_bytes }),
      ...(!multiple && { maxCount: 1 }),
    },
    multiple,
    readonly,
    required,
    accessControl: found.default_access_control ?? 'private',
    descriptionKey: enable_description ? `file.${name}.description_text` : undefined,
    landscape: found.display_images_landscaped ?? false,
    editMode: found.edit_mode ?? 'direct',
  }
}

function acceptOf({ type, allowed_extensions = [] }: FileAttribute): readonly string[] {
  // Documented without the dot; people write one all the same.
  const extensions = allowed_extensions.map((extension) =>
    extension.trim().replace(/^\.?/, '.').toLowerCase(),
  )
  const accept = [...new Set(extensions)].filter((extension) => extension !== '.')
  return accept.length === 0 && type === 'image' ? ['image/*'] : accept
}

function fileAttributesOf({ attributes, capabilities = [] }: EntitySchema): readonly FileAttribute[] {
  const all = [...attributes, ...capabilities.flatMap((capability) => capability.attributes ?? [])]
  return all.filter(isFileAttribute)
}

function isFileAttribute(attribute: SchemaAttribute): attribute is FileAttribute {
  return attribute.type === 'file' || attribute.type === 'image'
}

function whatItHas(schema: EntitySchema): string {
  const names = fileAttributesOf(schema).map(({ name }) => `"${name}"`)
  return names.length > 0 ? `It has ${names.join(', ')}.` : 'It has none at all; `_files` takes any files.'
}
