'use client'
import { useRef, useState } from 'react'
import type { FileError } from '../api/errors.js'
import { toFileError } from '../api/errors.js'
import { useEntityFiles } from '../hooks/use-entity-files.js'
import { useFileAttribute } from '../hooks/use-file-attribute.js'
import { FileDropzoneOverlay } from '../parts/file-dropzone/overlay.js'
import { entityScope } from '../uploads/entity-scope.js'
import { AttachPanel } from './attach-panel.js'
import type { AttachToThisEntityProps } from './attach-to-entity-props.js'
import { mayWait } from './may-wait.js'
import { StoredFiles } from './stored-files.js'
import { uploadOptionsOf } from './upload-options-of.js'
import { useAdding } from './use-adding.js'
import { useChunk } from './use-chunk.js'
import { useTags } from './use-tags.js'

/** The files of an entity, and a place to put more. */
export function AttachToThisEntity(props: AttachToThisEntityProps) {
  const { entity, targetName, density, existing = true, links = true, tags: offered, ...shown } = props
  const schema = useFileAttribute(entity.slug, entity.attribute)
  const { data: attribute } = schema
  const { multiple = attribute?.multiple ?? true, disabled = attribute?.readonly ?? false } = props
  const stored = useEntityFiles(entity)
  const button = useRef<HTMLElement>(null)
  const [failure, setFailure] = useState<FileError | null>(null)
  // What did not come is loaded again with the next wish.
  const again = (open: () => void) => () => {
    setFailure(null)
    open()
  }
  const onFailure = (cause: unknown) => setFailure(toFileError(cause, 'attach'))
  const tags = useTags({ offered, save: props.save, onFailure, focusFallback: button })
  const adding = useAdding({
    entity,
    attribute,
    multiple,
    stored,
    options: { ...uploadOptionsOf(props), save: tags.save },
    isReadOnly: Boolean(disabled),
  })
  const isAsked = adding.isLoading || adding.request !== null
  // It tells what becomes of a replacement after a reload, too.
  const isReplacing = adding.upload.uploads.some(({ replaces }) => replaces)
  const more = useChunk(loadMore, (isAsked || isReplacing) && !failure, onFailure)
  const waiting = useChunk(loadWaiting, mayWait(schema) && !failure, onFailure)
  const { upload, rules, existingCount } = adding
  const { files: { length } = [], total } = stored.data ?? {}
  return (
    <AttachPanel
      {...shown}
      {...{ upload, rules, multiple, disabled, density, existingCount, tags, attribute }}
      count={total ?? length}
      hasMore={stored.hasNextPage && total === undefined}
      isEmpty={stored.isSuccess && !stored.hasNextPage && length === 0 && upload.uploads.length === 0}
      failure={failure ?? adding.failure}
      onExisting={existing ? again(adding.openExisting) : undefined}
      onLink={links ? again(adding.openLink) : undefined}
      whenDone="leave"
      buttonRef={button}
    >
      {waiting && <waiting.PendingFiles {...{ entity, density }} focusFallback={button} />}
      {/* The question shows them, too. */}
      {adding.request?.kind !== 'replace' && (
        <StoredFiles stored={stored} density={density} focusFallback={button} />
      )}
      {more && (
        <more.AttachMore
          key={entityScope(entity)}
          {...{ entity, adding }}
          files={stored.data?.files}
          focusFallback={button}
        />
      )}
      <FileDropzoneOverlay target={targetName} />
    </AttachPanel>
  )
}

/** What attaches files that come on other ways than from the device. */
function loadMore() {
  return import('./attach-more.js')
}

/** What shows files that wait for approval. */
function loadWaiting() {
  return import('./pending-files.js')
}
