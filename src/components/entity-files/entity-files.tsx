'use client'
import { useId, useMemo, useRef, useState } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useEntityFiles } from '../../hooks/use-entity-files.js'
import { useFileAttribute } from '../../hooks/use-file-attribute.js'
import { useFileUpload } from '../../hooks/use-file-upload.js'
import { usePendingRelations } from '../../hooks/use-pending-relations.js'
import { rulesInWords } from '../../locales/rules-in-words.js'
import { FileDropzoneArea } from '../../parts/file-dropzone/area.js'
import { FileDropzoneOverlay } from '../../parts/file-dropzone/overlay.js'
import { LiveRegion } from '../../parts/live-region.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { IntakeReportView } from '../intake-report.js'
import { UploadList } from '../upload-list.js'
import { AddButtons } from './add-buttons.js'
import { CollectionBar } from './collection-bar.js'
import { DropWords } from './drop-words.js'
import { EmptyFiles } from './empty-files.js'
import { EntityCollection } from './entity-collection.js'
import type { EntityFilesProps } from './entity-files-props.js'
import { PendingFiles } from './pending-files.js'
import { SaidVersions } from './said-versions.js'
import { useCollection } from './use-collection.js'
import { useExistingFiles } from './use-existing-files.js'
import { useFileActions } from './use-file-actions.js'
import { useNewVersions } from './use-new-versions.js'

/**
 * The Files tab of a business entity: its files as a list or as cards, sorted, searched and filtered, with what can be done
 * to one or to many; a drop anywhere on it uploads and attaches, one on a file adds a version to that. What may come in, and
 * whether anything may, it reads from the entity's schema.
 *
 * @experimental The list of a file's versions, previews, pictures and zip downloads are still to come.
 *
 * @example
 * <EntityFiles entity={{ slug: 'opportunity', id }} targetName="Opportunity 1043" page />
 */
export function EntityFiles(props: EntityFilesProps) {
  const { entity, title, help, className, targetName, defaultView = 'list', density, ...rest } = props
  const { accept, page, paste, existing = true, deletable = true, onSignIn, onChooseAnother, ...most } = rest
  const { data: attribute } = useFileAttribute(entity.slug, entity.attribute)
  const { readOnly = attribute?.readonly ?? false, rules = attribute?.rules, ...options } = most
  const messages = useMessages()
  const stored = useEntityFiles(entity)
  const mayWait = attribute !== undefined && attribute.editMode !== 'direct'
  const { data: pending } = usePendingRelations(entity, { enabled: mayWait })
  const files = stored.data?.files ?? none
  const collection = useCollection(files)
  const [view, setView] = useState(defaultView)
  const deeds = useFileActions(entity)
  const picker = useExistingFiles(deeds.failToChoose)

  const titleId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const zoneButton = useRef<HTMLElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const toAdd = useFirstOf(button, zoneButton)
  const withoutAdd = useFirstOf(zoneButton, search)
  // The API's count is that of all attributes, so it is asked only for what is not loaded yet.
  const count = stored.hasNextPage ? (stored.data?.hits ?? files.length) : files.length
  const existingCount = rules?.maxCount === undefined ? 0 : count
  const existingBytes = files.reduce((sum, { size_bytes = 0 }) => sum + size_bytes, 0)
  const { uploads, scope, add, intake, ...upload } = useFileUpload({
    ...options,
    rules,
    existingCount,
    existingBytes,
    entity,
  })
  const { versions, ...lastVersion } = useNewVersions({ ...options, rules, scope, entity })
  const room = (rules?.maxCount ?? Infinity) - upload.count - existingCount
  const isWaiting = (pending?.attaching.length ?? 0) > 0
  const isEmpty = stored.isSuccess && count === 0 && uploads.length === 0 && !isWaiting
  const inWords = help ?? (rules && rulesInWords(rules, messages))
  const attached = useMemo(() => new Set(files.map(({ _id }) => _id)), [files])
  const mayChoose = existing && !readOnly && room > 0
  return (
    <FileDropzoneArea
      onFiles={(chosen) => {
        lastVersion.forget()
        return add(chosen)
      }}
      count={upload.count + existingCount}
      disabled={readOnly}
      {...{ accept, rules, page, paste }}
      className={`ef-panel ef-collection${className ? ` ${className}` : ''}`}
      data-view={view}
      render={<section aria-labelledby={titleId} />}
    >
      <CollectionBar
        {...{ titleId, title, count, view }}
        collection={files.length > 0 ? collection : null}
        onView={setView}
        searchRef={search}
      >
        <AddButtons
          {...{ isEmpty, mayAdd: !readOnly && room > 0, mayChoose }}
          onChoose={picker.open}
          buttonRef={button}
          focusFallback={withoutAdd}
        />
      </CollectionBar>
      {isEmpty ? (
        <EmptyFiles help={inWords} buttonRef={zoneButton} focusFallback={toAdd} />
      ) : (
        <DropWords help={inWords} />
      )}
      <IntakeReportView
        key={scope}
        intake={intake}
        onChooseOthers={
          lastVersion.again ?? (room > 0 && !readOnly ? () => toAdd.current?.click() : undefined)
        }
        focusFallback={toAdd}
      />
      <UploadList
        {...{ uploads, scope, onSignIn, onChooseAnother, density }}
        layout="table"
        whenDone="leave"
        focusFallback={toAdd}
      />
      <PendingFiles {...{ pending, attached, density }} focusFallback={toAdd} />
      <EntityCollection
        {...{ stored, collection, view, density, deeds, readOnly: Boolean(readOnly), deletable, versions }}
        leaving={pending?.detaching}
        searchRef={search}
        focusFallback={toAdd}
      />
      {versions.target === null && <FileDropzoneOverlay target={targetName} />}
      {picker.Dialog && (
        <picker.Dialog
          {...{ attached, room }}
          accept={rules?.accept ?? noTypes}
          onClose={picker.close}
          onAttach={(chosen) => {
            picker.close()
            deeds.actions.attach(chosen)
          }}
        />
      )}
      <LiveRegion scope={scope} />
      <LiveRegion scope={scope} politeness="assertive" />
      <SaidVersions scope={scope} />
    </FileDropzoneArea>
  )
}

/** The first of two that is in the page. */
function useFirstOf(one: FocusFallback, other: FocusFallback): FocusFallback {
  return useMemo(
    () => ({
      get current() {
        return one.current ?? other.current
      },
    }),
    [one, other],
  )
}

const none: readonly never[] = []
const noTypes: readonly string[] = []
