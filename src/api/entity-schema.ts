import { badAnswer } from './expect.js'
import type { Call, Http } from './http.js'
import type { EditMode } from './changesets.js'
import type { AccessControl } from './types.js'

/** The schema of a kind of entity, as far as files need it. */
export interface EntitySchema {
  /** For example `opportunity`. */
  readonly slug: string
  readonly attributes: readonly SchemaAttribute[]
  /** Bring attributes of their own, for example `_files`. */
  readonly capabilities?: readonly { readonly attributes?: readonly SchemaAttribute[] }[]
}

/** Any attribute of a schema. */
export interface SchemaAttribute {
  readonly name: string
  readonly type?: string
}

/** An attribute that holds files. */
export interface FileAttribute extends SchemaAttribute {
  readonly type: 'file' | 'image'
  readonly label?: string
  readonly multiple?: boolean
  /** Without a dot, for example `pdf`. */
  readonly allowed_extensions?: readonly string[]
  /** The largest size in bytes. */
  readonly file_size_bytes?: number
  readonly default_access_control?: AccessControl
  /** How pictures are shown. */
  readonly display_images_landscaped?: boolean
  readonly enable_description?: boolean
  readonly readonly?: boolean
  readonly required?: boolean
  readonly edit_mode?: EditMode
}

/**
 * `getSchema`: the newest schema of a kind of entity. `fileAttributeRules` reads the rules of a file attribute from it.
 *
 * @example
 * const schema = await getSchema(client.http, 'opportunity')
 */
export async function getSchema(http: Http, slug: string, call?: Call): Promise<EntitySchema> {
  const path = `/v1/entity/schemas/${encodeURIComponent(slug)}`
  const body = await http({ operation: 'getSchema', step: 'list', host: 'entity', path }, call)
  const { attributes } = (body ?? {}) as Partial<EntitySchema>
  if (!Array.isArray(attributes)) throw badAnswer('getSchema', 'list', 'attributes')
  return { ...(body as EntitySchema), slug } // checked so far as it is read
}
