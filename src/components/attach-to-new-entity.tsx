'use client'
import { useId, useMemo, useRef, useState } from 'react'
import type { FileError } from '../api/errors.js'
import { toFileError } from '../api/errors.js'
import { useChosenExisting } from '../hooks/use-chosen-existing.js'
import { useFileAttribute } from '../hooks/use-file-attribute.js'
import { useFileUpload } from '../hooks/use-file-upload.js'
import { useUploadSummary } from '../hooks/use-upload-summary.js'
import { passingScope } from '../uploads/passing-scope.js'
import { bytesOf, rulesOf } from './adding-rules.js'
import { AttachPanel } from './attach-panel.js'
import type { AttachToNewEntityProps } from './attach-to-entity-props.js'
import { loadForm, loadPicker } from './load-dialogs.js'
import { saveWith } from './save-with.js'
import { uploadOptionsOf } from './upload-options-of.js'
import type { Request } from './adding-request.js'
import { useAsked } from './use-asked.js'
import { useChunk } from './use-chunk.js'
import { useEarlyFiles } from './use-early-files.js'
import { useTags } from './use-tags.js'

/** Files for an entity that is yet to be created: saved at once, and related by whoever creates it. */
export function AttachToNewEntity(props: AttachToNewEntityProps) {
  const { entity, onRelationChange, relationTags, density, existing: isFindable = true, ...rest } = props
  const { links = true, tags: offered, ...shown } = rest
  const options = uploadOptionsOf(props)
  const { data: attribute, isPending } = useFileAttribute(entity.slug, entity.attribute)
  const { multiple = attribute?.multiple ?? true, disabled = attribute?.readonly ?? false } = props
  const button = useRef<HTMLElement>(null)
  const ownScope = passingScope(useId())

  const scope = options.scope ?? ownScope
  const existing = useChosenExisting(scope)
  const { chosen } = existing
  const saved = useUploadSummary(scope, ({ listed, live, failed }) => listed - live - failed)
  const [failure, setFailure] = useState<FileError | null>(null)
  const onFailure = (cause: unknown) => setFailure(toFileError(cause, 'save'))
  const asked = useAsked<Request>(scope)
  // What did not come is loaded again with the next wish.
  const show = (load: () => Promise<Request>) => () => {
    setFailure(null)
    void asked.show(load)
  }
  const more = useChunk(loadMore, !failure, onFailure)
  const access = attribute ? { access_control: attribute.accessControl } : {}
  const save = saveWith(access, options.save)
  const tags = useTags({ offered, save, onFailure, focusFallback: button })
  const rules = useMemo(
    () => rulesOf(multiple, options.rules, attribute?.rules),
    [multiple, options.rules, attribute],
  )
  const existingCount = (options.existingCount ?? 0) + chosen.length
  const existingBytes = (options.existingBytes ?? 0) + bytesOf(chosen)
  const taking = useFileUpload({ ...options, scope, rules, save: tags.save, existingCount, existingBytes })
  const upload = useEarlyFiles(taking, {
    place: scope,
    isKnown: !isPending,
    isReadOnly: Boolean(disabled),
  })
  return (
    <AttachPanel
      {...shown}
      {...{ upload, rules, multiple, disabled, density, existingCount, tags }}
      failure={failure ?? asked.failure}
      count={saved + chosen.length}
      hasMore={false}
      attribute={attribute}
      isEmpty={false}
      onExisting={isFindable ? show(async () => ({ kind: 'existing', View: await loadPicker() })) : undefined}
      onLink={links ? show(async () => ({ kind: 'link', View: await loadForm() })) : undefined}
      whenDone="stay"
      buttonRef={button}
    >
      {more && (
        <more.AttachNewMore
          key={scope}
          {...{ upload, existing, onRelationChange, relationTags, onFailure, density }}
          isRequired={!disabled && (attribute?.required ?? false)}
          request={asked.shown}
          onClose={asked.close}
          room={(rules?.maxCount ?? Infinity) - upload.count - existingCount}
          accept={rules?.accept ?? noTypes}
          save={tags.save}
          focusFallback={button}
        />
      )}
    </AttachPanel>
  )
}

/** What hands files to the form, and brings those that come on other ways than from the device. */
function loadMore() {
  return import('./attach-new-more.js')
}

const noTypes: readonly string[] = []
