'use client'
import type { ReactNode } from 'react'
import { useId, useRef } from 'react'
import type { EntityRef, FileEntity } from '../api/types.js'
import { useMessages } from '../hooks/files-provider.js'
import { useEntityFiles } from '../hooks/use-entity-files.js'
import type { UseFileUploadOptions } from '../hooks/use-file-upload.js'
import { useFileUpload } from '../hooks/use-file-upload.js'
import { rulesInWords } from '../locales/rules-in-words.js'
import { FileDropzoneArea } from '../parts/file-dropzone/area.js'
import { FileDropzoneOverlay } from '../parts/file-dropzone/overlay.js'
import type { Density } from '../parts/file-list/root.js'
import { LiveRegion } from '../parts/live-region.js'
import type { Upload } from '../uploads/upload.js'
import { DropZone } from './drop-zone.js'
import { IntakeReportView } from './intake-report.js'
import { PendingFiles } from './pending-files.js'
import { StoredFiles } from './stored-files.js'
import { UploadList } from './upload-list.js'

/** What `AttachToEntity` takes: the options of `useFileUpload` and what it shows. */
export interface AttachToEntityProps extends Omit<UseFileUploadOptions, 'entity' | 'mode'> {
  readonly entity: EntityRef
  /** @default 'Files' */
  readonly title?: ReactNode
  /** What may come in, in plain words. @default the `rules` in words: "PDF or JPG · up to 20 MB each" */
  readonly help?: ReactNode
  /** What the picker offers first, as in `<input accept>`. @default that of `rules` */
  readonly accept?: string | undefined
  /** Files can be looked at, but none added; words say why. */
  readonly disabled?: boolean | string | undefined
  /** With a button for folders. @default false */
  readonly folders?: boolean | undefined
  /** Takes what is dropped anywhere on the page. @default false */
  readonly page?: boolean | undefined
  /** Where a paste counts: with the focus in the panel, or anywhere but in text fields. @default 'zone' */
  readonly paste?: 'zone' | 'page' | false | undefined
  /** The entity by name, shown while files are dragged: "Opportunity 1043". */
  readonly targetName?: string | undefined
  /** @default 'comfortable' */
  readonly density?: Density | undefined
  /** Uploads can be chosen, to cancel, remove or repeat many at once. @default false */
  readonly selectable?: boolean | undefined
  /**
   * Lets the person sign in again when the session has ended; the uploads go on once its promise resolves.
   * @default they go on at once, by `client.resume()`, and ask for a token
   */
  readonly onSignIn?: (() => unknown) | undefined
  /**
   * Lets the person choose another entity for a file that this one refuses for good, and calls `upload.attachTo()` with
   * it. Without it the row offers to try again.
   */
  readonly onChooseAnother?: ((upload: Upload) => void) | undefined
  readonly className?: string | undefined
}

/**
 * The files of a business entity, and a place to put more: a drop anywhere on it uploads and attaches.
 *
 * @example
 * <AttachToEntity entity={{ slug: 'opportunity', id }} />
 */
export function AttachToEntity(props: AttachToEntityProps) {
  const { entity, title, help, className, targetName, selectable, onSignIn, onChooseAnother, ...rest } = props
  const { density, accept, disabled, folders, page, paste, ...options } = rest
  const stored = useEntityFiles(entity)
  const messages = useMessages()
  const button = useRef<HTMLElement>(null)
  const titleId = useId()

  const loaded = stored.data?.files.length ?? 0
  // The API's count is that of all attributes, so it is asked only for what is not loaded yet.
  const count = stored.hasNextPage ? (stored.data?.hits ?? loaded) : loaded
  const { rules, existingCount = rules?.maxCount === undefined ? 0 : count } = options
  const { existingBytes = bytesOf(stored.data?.files) } = options
  const existing = { existingCount, existingBytes }
  const { uploads, scope, add, intake, ...upload } = useFileUpload({ ...options, ...existing, entity })
  const hasRoom = !disabled && upload.count + existingCount < (rules?.maxCount ?? Infinity)
  const isEmpty = stored.isSuccess && count === 0 && uploads.length === 0
  return (
    <FileDropzoneArea
      onFiles={add}
      count={upload.count + existingCount}
      {...{ accept, disabled, rules, page, paste }}
      className={`ef-panel${className ? ` ${className}` : ''}`}
      render={<section aria-labelledby={titleId} />}
    >
      <div className="ef-bar">
        <h2 id={titleId} className="ef-heading">
          {title ?? messages.files} {count > 0 && <span className="ef-count">{count}</span>}
        </h2>
      </div>
      <div className="ef-inset">
        <DropZone
          size={isEmpty ? 'tall' : undefined}
          folders={folders}
          help={help ?? (rules && rulesInWords(rules, messages))}
          buttonRef={button}
        />
        <IntakeReportView
          key={scope}
          intake={intake}
          onChooseOthers={hasRoom ? () => button.current?.click() : undefined}
          focusFallback={button}
        />
      </div>
      <UploadList
        {...{ uploads, scope, density, selectable, onSignIn, onChooseAnother }}
        layout="table"
        whenDone="leave"
        focusFallback={button}
      />
      <PendingFiles entity={entity} density={density} focusFallback={button} />
      <StoredFiles stored={stored} density={density} focusFallback={button} />
      <FileDropzoneOverlay target={targetName} />
      <LiveRegion scope={scope} />
      <LiveRegion scope={scope} politeness="assertive" />
    </FileDropzoneArea>
  )
}

/** As far as they are loaded. */
function bytesOf(files: readonly FileEntity[] = []): number {
  return files.reduce((sum, { size_bytes = 0 }) => sum + size_bytes, 0)
}
