'use client'
import { useEffect, useId } from 'react'
import type { FileRelation, FileRelationOptions } from '../api/to-file-relation.js'
import { toFileRelation } from '../api/to-file-relation.js'
import type { FileEntity } from '../api/types.js'
import { useLatest } from '../hooks/use-latest.js'
import { useSavedFiles } from '../hooks/use-saved-files.js'
import type { FileUploadProps } from './file-upload.js'
import { FileUpload } from './file-upload.js'

/** What `AttachToNewEntity` takes: what `FileUpload` does, and where the relation goes. */
export interface AttachToNewEntityProps extends Omit<FileUploadProps, 'entity' | 'mode'> {
  /**
   * Called with the value of the entity's file attribute at first, and whenever a file is saved or taken out. What is still
   * being uploaded is not in it: `useUploadSummary(scope)` tells how many those are.
   */
  readonly onRelationChange: (relation: FileRelation, files: readonly FileEntity[]) => void
  /** Labels of the relations, for all files or for each. @default none */
  readonly relationTags?: FileRelationOptions['tags'] | undefined
}

/**
 * Files for an entity that is yet to be created: they are saved at once, and the form creates the entity with their
 * relation.
 *
 * @example
 * const [_files, setFiles] = useState<FileRelation>()
 * <AttachToNewEntity label="Documents" onRelationChange={setFiles} />
 * <button onClick={() => createEntity('opportunity', { title, _files })}>Create</button>
 */
export function AttachToNewEntity({ onRelationChange, relationTags, ...props }: AttachToNewEntityProps) {
  const ownScope = useId()
  const { scope = ownScope } = props
  const files = useSavedFiles(scope)
  const latest = useLatest({ onRelationChange, relationTags })
  useEffect(() => {
    const { onRelationChange, relationTags = [] } = latest.current
    onRelationChange(toFileRelation(files, { tags: relationTags }), files)
  }, [files, latest])
  return <FileUpload {...props} scope={scope} />
}
