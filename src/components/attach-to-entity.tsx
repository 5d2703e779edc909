'use client'
import type { AttachToEntityProps, AttachToNewEntityProps } from './attach-to-entity-props.js'
import { AttachToNewEntity } from './attach-to-new-entity.js'
import { AttachToThisEntity } from './attach-to-this-entity.js'

/**
 * The files of a business entity, and a place to put more: a drop anywhere on it uploads and attaches; files that epilot
 * has already and links to files elsewhere can be attached as well. What may come in it reads from the entity's schema.
 *
 * Without an `id` it is for an entity that is yet to be created: files are saved at once, and the form creates the entity
 * with their relation.
 *
 * @example
 * <AttachToEntity entity={{ slug: 'opportunity', id }} />
 *
 * @example
 * const [_files, setFiles] = useState<FileRelation>()
 * <AttachToEntity entity={{ slug: 'opportunity' }} onRelationChange={setFiles} />
 * <button onClick={() => createEntity('opportunity', { title, _files })}>Create</button>
 */
export function AttachToEntity(props: AttachToEntityProps) {
  return isNew(props) ? <AttachToNewEntity {...props} /> : <AttachToThisEntity {...props} />
}

function isNew(props: AttachToEntityProps): props is AttachToNewEntityProps {
  return props.entity.id === undefined
}
