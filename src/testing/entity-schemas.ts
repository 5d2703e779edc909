import type { EditMode } from '../api/changesets.js'
import type { EntitySchema, FileAttribute, SchemaAttribute } from '../api/entity-schema.js'

/** The schema of a kind of entity with all that epilot promises of one. */
export interface WholeEntitySchema extends EntitySchema {
  readonly name: string
  readonly plural: string
  readonly attributes: readonly WholeAttribute[]
  readonly capabilities: readonly {
    readonly name: string
    readonly attributes: readonly WholeAttribute[]
  }[]
}

type WholeAttribute = SchemaAttribute & {
  readonly type: string
  readonly label: string
  readonly edit_mode?: EditMode
}

/** What is to be said of a schema; the rest has a default. */
export interface SchemaSeed {
  readonly slug: string
  /** @default as the slug */
  readonly name?: string
  /**
   * An attribute that does not say its `type` holds files.
   * @default none
   */
  readonly attributes?: readonly (Partial<FileAttribute> & { readonly name: string })[]
}

/** The schema of a kind of entity: as it was given, else one that has nothing but the files capability. */
export function schemaOf(
  { schemas }: { readonly schemas: ReadonlyMap<string, WholeEntitySchema> },
  slug: string,
): WholeEntitySchema {
  return schemas.get(slug) ?? toSchema({ slug })
}

/** Any schema has the files capability, with `_files`. */
export function toSchema({ slug, name = slug, attributes = [] }: SchemaSeed): WholeEntitySchema {
  return {
    slug,
    name,
    plural: `${name}s`,
    attributes: attributes.map((attribute) => ({ type: 'file', label: attribute.name, ...attribute })),
    capabilities: [
      {
        name: 'files',
        attributes: [{ name: '_files', type: 'file', label: 'Files', multiple: true } as WholeAttribute],
      },
    ],
  }
}
