'use client'
import type { RefObject } from 'react'
import { useId, useMemo, useRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useEntityFiles } from '../../hooks/use-entity-files.js'
import { useFileAttribute } from '../../hooks/use-file-attribute.js'
import { usePendingRelations } from '../../hooks/use-pending-relations.js'
import { rulesInWords } from '../../locales/rules-in-words.js'
import { FileDropzoneArea } from '../../parts/file-dropzone/area.js'
import { FileDropzoneOverlay } from '../../parts/file-dropzone/overlay.js'
import { LiveRegion } from '../../parts/live-region.js'
import type { FileAttributeRules } from '../../intake/file-attribute-rules.js'
import { AddingDialogs } from '../adding-dialogs.js'
import type { Cards } from '../cards.js'
import { Description } from '../description.js'
import { IntakeReportView } from '../intake-report.js'
import { MoreWays } from '../more-ways.js'
import { mayWait } from '../may-wait.js'
import { NotShown } from '../not-shown.js'
import { PendingFiles } from '../pending-files.js'
import { UploadList } from '../upload-list.js'
import { useAdding } from '../use-adding.js'
import { walkGrid } from '../walk-grid.js'
import { AddButtons } from './add-buttons.js'
import { CardRows } from './card-rows.js'
import { CollectionBar } from './collection-bar.js'
import type { FilesView } from './collection-list.js'
import { DropWords } from './drop-words.js'
import { EmptyFiles } from './empty-files.js'
import { EntityCollection } from './entity-collection.js'
import type { EntityFilesProps } from './entity-files-props.js'
import { SaidVersions } from './said-versions.js'
import { useCollection } from './use-collection.js'
import { useFileActions } from './use-file-actions.js'
import { useFirstOf } from './use-first-of.js'
import { useGoOn } from './use-go-on.js'
import { useNewVersions } from './use-new-versions.js'

interface EntityPanelProps extends Omit<EntityFilesProps, 'defaultView'> {
  readonly view: FilesView
  readonly onView: (view: FilesView) => void
  /** Whether the panel of the entity before had the focus as it went. */
  readonly hadFocus: RefObject<boolean>
}

/** The Files tab of one business entity. */
export function EntityPanel(props: EntityPanelProps) {
  const { entity, title, help, className, targetName, view, onView, density, ...rest } = props
  const { accept, page, paste, existing = true, links = true, deletable = true, ...some } = rest
  const { hadFocus, onSignIn, onChooseAnother, describe, ...most } = some
  const schema = useFileAttribute(entity.slug, entity.attribute)
  const { data: attribute } = schema
  const { readOnly = attribute?.readonly ?? false, ...options } = most
  const multiple = attribute?.multiple ?? true
  const messages = useMessages()
  const stored = useEntityFiles(entity)
  const { data: pending } = usePendingRelations(entity, { enabled: mayWait(schema) })
  const files = stored.data?.files ?? none
  const collection = useCollection(files)
  const deeds = useFileActions(entity)
  const adding = useAdding({ entity, attribute, multiple, stored, options })

  const panel = useRef<HTMLDivElement>(null)
  useGoOn(panel, hadFocus)
  const titleId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const zoneButton = useRef<HTMLElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const titleRef = useRef<HTMLHeadingElement>(null)
  const withoutAdd = useFirstOf(zoneButton, useFirstOf(search, titleRef))
  const toAdd = useFirstOf(button, withoutAdd)
  const { upload, rules, existingCount, room } = adding
  const { uploads, scope, intake } = upload
  const { versions, ...lastVersion } = useNewVersions({ ...options, rules, scope, entity })
  const isNothing = files.length + uploads.length + (pending?.attaching.length ?? 0) === 0
  const isEmpty = stored.isSuccess && !stored.hasNextPage && isNothing
  const inWords = help ?? (rules && rulesInWords(rules, messages))
  const attached = useMemo(() => new Set(files.map(({ _id }) => _id)), [files])
  const cards = view === 'grid' ? cardsOf(attribute) : undefined
  const mayAdd = !readOnly && room > 0
  const ways = {
    onExisting: existing && mayAdd ? adding.openExisting : undefined,
    onLink: links && mayAdd ? adding.openLink : undefined,
  }
  return (
    <FileDropzoneArea
      ref={panel}
      onFiles={(chosen) => {
        lastVersion.forget()
        return upload.add(chosen)
      }}
      count={upload.count + existingCount}
      disabled={readOnly}
      {...{ accept, multiple, rules, page, paste }}
      className={`ef-panel ef-collection${className ? ` ${className}` : ''}`}
      data-view={view}
      render={<section aria-labelledby={titleId} />}
    >
      <CollectionBar
        {...{ titleId, titleRef, title, attribute, view }}
        hasMore={stored.hasNextPage && stored.data?.total === undefined}
        count={stored.data?.total ?? files.length}
        collection={multiple && files.length > 0 ? collection : null}
        onView={onView}
        searchRef={search}
      >
        <AddButtons
          {...{ isEmpty, mayAdd }}
          replaces={!multiple && files.length > 0}
          {...ways}
          buttonRef={button}
          focusFallback={withoutAdd}
        />
      </CollectionBar>
      <Description {...{ attribute, describe }} />
      {isEmpty ? (
        <EmptyFiles help={inWords} multiple={multiple} buttonRef={zoneButton} focusFallback={toAdd}>
          <MoreWays {...ways} />
        </EmptyFiles>
      ) : (
        <DropWords help={inWords} />
      )}
      <IntakeReportView
        key={scope}
        intake={intake}
        onChooseOthers={lastVersion.again ?? (mayAdd ? () => toAdd.current?.click() : undefined)}
        focusFallback={toAdd}
      />
      <UploadList
        {...{ uploads, scope, onSignIn, onChooseAnother, density, cards }}
        layout="table"
        whenDone="leave"
        focusFallback={toAdd}
      />
      <NotShown error={adding.failure} />
      <AddingDialogs {...{ adding, attached, files }} attaching={deeds.attaching} focusFallback={toAdd} />
      <PendingFiles
        {...{ entity, attached, density, cards }}
        enabled={mayWait(schema)}
        focusFallback={toAdd}
      />
      {/* The question shows them, too. */}
      {adding.request?.kind !== 'replace' && (
        <EntityCollection
          {...{ stored, collection, cards, density, deeds, readOnly: Boolean(readOnly), deletable, versions }}
          leaving={pending?.detaching}
          archiveName={targetName ?? (typeof title === 'string' ? title : attribute?.label)}
          onSearchAll={ways.onExisting}
          searchRef={search}
          focusFallback={toAdd}
        />
      )}
      {versions.target === null && <FileDropzoneOverlay target={targetName} />}
      <LiveRegion scope={scope} />
      <LiveRegion scope={scope} politeness="assertive" />
      <SaidVersions scope={scope} />
    </FileDropzoneArea>
  )
}

function cardsOf(attribute: FileAttributeRules | undefined): Cards {
  const shape = attribute?.landscape ? 'landscape' : undefined
  return { look: { 'data-layout': 'grid', 'data-shape': shape, onKeyDown: walkGrid }, Rows: CardRows }
}

const none: readonly never[] = []
