'use client'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { FileError } from '../api/errors.js'
import { toFileError } from '../api/errors.js'
import { toFileRelation } from '../api/to-file-relation.js'
import type { FileEntity } from '../api/types.js'
import { useChosenExisting } from '../hooks/use-chosen-existing.js'
import { useFileAttribute } from '../hooks/use-file-attribute.js'
import { useFileUpload } from '../hooks/use-file-upload.js'
import { useLatest } from '../hooks/use-latest.js'
import { useSavedFiles } from '../hooks/use-saved-files.js'
import { passingScope } from '../uploads/passing-scope.js'
import { bytesOf, rulesOf } from './adding-rules.js'
import { AttachPanel } from './attach-panel.js'
import type { AttachToNewEntityProps } from './attach-to-entity-props.js'
import { ChosenFiles } from './chosen-files.js'
import { loadForm, loadPicker } from './load-dialogs.js'
import { saveWith } from './save-with.js'
import { uploadOptionsOf } from './upload-options-of.js'
import { useLazyDialog } from './use-lazy-dialog.js'
import { useTags } from './use-tags.js'

/** Files for an entity that is yet to be created: saved at once, and related by whoever creates it. */
export function AttachToNewEntity(props: AttachToNewEntityProps) {
  const { entity, onRelationChange, relationTags, density, existing = true, links = true, ...rest } = props
  const { tags: offered, ...shown } = rest
  const options = uploadOptionsOf(props)
  const { data: attribute } = useFileAttribute(entity.slug, entity.attribute)
  const { multiple = attribute?.multiple ?? true, disabled = attribute?.readonly ?? false } = props
  const button = useRef<HTMLElement>(null)
  const ownScope = passingScope(useId())

  const scope = options.scope ?? ownScope
  const { chosen, choose, remove } = useChosenExisting(scope)
  const [failure, setFailure] = useState<FileError | null>(null)
  const picker = useLazyDialog(loadPicker, setFailure)
  const form = useLazyDialog(loadForm, setFailure)
  const access = attribute ? { access_control: attribute.accessControl } : {}
  const tags = useTags(offered, saveWith(access, options.save), setFailure)
  const rules = useMemo(
    () => rulesOf(multiple, options.rules, attribute?.rules),
    [multiple, options.rules, attribute],
  )
  const existingCount = (options.existingCount ?? 0) + chosen.length
  const existingBytes = (options.existingBytes ?? 0) + bytesOf(chosen)
  const upload = useFileUpload({ ...options, scope, rules, save: tags.save, existingCount, existingBytes })
  const files = useRelated(useSavedFiles(scope), chosen, { onRelationChange, relationTags })
  const attached = useMemo(() => new Set(files.map(({ _id }) => _id)), [files])
  return (
    <AttachPanel
      {...shown}
      {...{ upload, rules, multiple, disabled, density, existingCount, tags, failure }}
      count={files.length}
      isEmpty={false}
      onExisting={existing ? picker.open : undefined}
      onLink={links ? form.open : undefined}
      whenDone="stay"
      buttonRef={button}
    >
      <ChosenFiles files={chosen} onRemove={remove} density={density} focusFallback={button} />
      {picker.Dialog && (
        <picker.Dialog
          attached={attached}
          room={(rules?.maxCount ?? Infinity) - upload.count - existingCount}
          accept={rules?.accept ?? noTypes}
          onClose={picker.close}
          onAttach={(found) => {
            picker.close()
            choose(found)
          }}
        />
      )}
      {form.Dialog && (
        <form.Dialog
          key={scope}
          save={tags.save}
          attach={undefined}
          replaces={noFiles}
          onAdded={({ file }) => choose([file])}
          onFailed={(_files, cause) => setFailure(toFileError(cause, 'save'))}
          onClose={form.close}
        />
      )}
    </AttachPanel>
  )
}

/** All that is to be related, each once, told to the form. */
function useRelated(
  saved: readonly FileEntity[],
  chosen: readonly FileEntity[],
  told: Pick<AttachToNewEntityProps, 'onRelationChange' | 'relationTags'>,
): readonly FileEntity[] {
  const files = useMemo(
    () => [...new Map([...saved, ...chosen].map((file) => [file._id, file])).values()],
    [saved, chosen],
  )
  const latest = useLatest(told)
  useEffect(() => {
    const { onRelationChange, relationTags = [] } = latest.current
    onRelationChange(toFileRelation(files, { tags: relationTags }), files)
  }, [files, latest])
  return files
}

const noTypes: readonly string[] = []
const noFiles: readonly FileEntity[] = []
