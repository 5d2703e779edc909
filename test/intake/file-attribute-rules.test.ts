import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import type { FileAttribute, FileAttributeRules, SchemaAttribute } from '../../src/core.js'
import { fileAttributeRules } from '../../src/core.js'

const official = readOfficial()

const anyFile: Omit<FileAttributeRules, 'attribute' | 'label'> = {
  rules: { maxCount: 1 },
  multiple: false,
  readonly: false,
  required: false,
  accessControl: 'private',
  descriptionKey: undefined,
  landscape: false,
  editMode: 'direct',
}

// The values are the examples of the official document; each row says one thing more than the first.
it.each<[string, Partial<FileAttribute>, Partial<FileAttributeRules>]>([
  ['nothing more', {}, {}],
  ['pictures in landscape format', { display_images_landscaped: true }, { landscape: true }],
  ['many files', { multiple: true }, { multiple: true, rules: {} }],
  [
    'extensions',
    { allowed_extensions: [official.extension] },
    { rules: { maxCount: 1, accept: [`.${official.extension}`] } },
  ],
  [
    'extensions as people write them',
    { allowed_extensions: ['.PDF', ' pdf', '', 'Jpg'] },
    { rules: { maxCount: 1, accept: ['.pdf', '.jpg'] } },
  ],
  ['no extension at all', { allowed_extensions: [] }, {}],
  [
    'a size',
    { file_size_bytes: official.sizeBytes },
    { rules: { maxCount: 1, maxSizeBytes: official.sizeBytes } },
  ],
  ['a size of 0', { file_size_bytes: 0 }, {}],
  ...official.accessControls.map(
    (accessControl): [string, Partial<FileAttribute>, Partial<FileAttributeRules>] => [
      `access control ${accessControl}`,
      { default_access_control: accessControl },
      { accessControl },
    ],
  ),
  ['a description', { enable_description: true }, { descriptionKey: 'file.image.description_text' }],
  ['that it is read only', { readonly: true }, { readonly: true }],
  ['that it is required', { required: true }, { required: true }],
  ['that changes need approval', { edit_mode: 'approval' }, { editMode: 'approval' }],
  ['pictures', { type: 'image' }, { rules: { maxCount: 1, accept: ['image/*'] } }],
  [
    'pictures of one format',
    { type: 'image', allowed_extensions: ['png'] },
    { rules: { maxCount: 1, accept: ['.png'] } },
  ],
])('reads of the official example with %s', (_, more, expected) => {
  const { name, label, ...rest } = official.attribute
  const schema = { slug: 'contact', attributes: [...official.others, { name, label, ...rest, ...more }] }

  expect(fileAttributeRules(schema, name)).toEqual({ ...anyFile, attribute: name, label, ...expected })
})

it('takes any number of files at _files, whether the schema names it or not', () => {
  const anywhere = { ...anyFile, attribute: '_files', label: undefined, multiple: true, rules: {} }
  const relation = { name: '_files', type: 'relation' }

  expect(fileAttributeRules({ slug: 'order', attributes: [] })).toEqual(anywhere)
  expect(fileAttributeRules({ slug: 'order', attributes: [relation] })).toEqual(anywhere)
})

it('finds an attribute that a capability brings', () => {
  const files = { name: '_files', type: 'file', label: 'Files', required: true }
  const schema = { slug: 'order', attributes: [], capabilities: [{}, { attributes: [files] }] }

  expect(fileAttributeRules(schema)).toMatchObject({ label: 'Files', required: true, multiple: true })
})

it('says what there is where an attribute holds no files', () => {
  const attributes = [...official.others, official.attribute]

  expect(() => fileAttributeRules({ slug: 'contact', attributes }, 'email')).toThrow(
    'The schema "contact" has no file attribute "email". It has "image".',
  )
  expect(() => fileAttributeRules({ slug: 'order', attributes: [] }, 'offer')).toThrow(
    'It has none at all; `_files` takes any files.',
  )
})

/** What the official document gives as examples of schemas and of file attributes. */
function readOfficial() {
  interface Property {
    readonly example: unknown
    readonly enum: readonly ('private' | 'public-read')[]
    readonly items: { readonly example: string }
  }
  const { components } = createRequire(import.meta.url)('@epilot/sdk/entity/openapi.json') as {
    readonly components: {
      readonly schemas: {
        readonly EntitySchema: {
          readonly properties: { readonly attributes: { readonly example: readonly SchemaAttribute[] } }
        }
        readonly FileAttribute: {
          readonly allOf: readonly [unknown, { readonly properties: Readonly<Record<string, Property>> }]
        }
      }
    }
  }
  const attributes = components.schemas.EntitySchema.properties.attributes.example
  const { properties } = components.schemas.FileAttribute.allOf[1]
  return {
    attribute: attributes.find(({ type }) => type === 'file') as FileAttribute,
    others: attributes.filter(({ type }) => type !== 'file'),
    extension: properties['allowed_extensions']!.items.example,
    sizeBytes: properties['file_size_bytes']!.example as number,
    accessControls: properties['default_access_control']!.enum,
  }
}
