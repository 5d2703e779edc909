'use client'
import type { ReactNode } from 'react'
import { useId, useRef } from 'react'
import type { EntityRef } from '../api/types.js'
import { useMessages } from '../hooks/files-provider.js'
import { useEntityFiles } from '../hooks/use-entity-files.js'
import type { UseFileUploadOptions } from '../hooks/use-file-upload.js'
import { useFileUpload } from '../hooks/use-file-upload.js'
import { useUploadSummary } from '../hooks/use-upload-summary.js'
import { FileDropzoneArea } from '../parts/file-dropzone/area.js'
import { FileDropzoneButton } from '../parts/file-dropzone/button.js'
import { FileDropzoneIcon } from '../parts/file-dropzone/icon.js'
import { FileDropzoneInput } from '../parts/file-dropzone/input.js'
import { FileDropzoneOverlay } from '../parts/file-dropzone/overlay.js'
import { FileDropzoneRoot } from '../parts/file-dropzone/root.js'
import { FileDropzoneRules } from '../parts/file-dropzone/rules.js'
import { FileDropzoneText } from '../parts/file-dropzone/text.js'
import { FileDropzoneTitle } from '../parts/file-dropzone/title.js'
import { FileListRoot } from '../parts/file-list/root.js'
import { LiveRegion } from '../parts/live-region.js'
import { StoredFiles } from './stored-files.js'
import { UploadRow } from './upload-row.js'
import { UploadsBar } from './uploads-bar.js'

/** What `AttachToEntity` takes: the options of `useFileUpload` and what it shows. */
export interface AttachToEntityProps extends Omit<UseFileUploadOptions, 'entity' | 'mode'> {
  readonly entity: EntityRef
  /** @default 'Files' */
  readonly title?: ReactNode
  /** What may come in, in plain words: "PDF or JPG · up to 20 MB each". */
  readonly rules?: ReactNode
  /** What the picker offers first, as in `<input accept>`. */
  readonly accept?: string | undefined
  /** Files can be looked at, but none added. */
  readonly disabled?: boolean | undefined
  readonly className?: string | undefined
}

/**
 * The files of a business entity, and a place to put more: a drop anywhere on it uploads and attaches.
 *
 * @example
 * <AttachToEntity entity={{ slug: 'opportunity', id }} />
 */
export function AttachToEntity(props: AttachToEntityProps) {
  const { entity, title, rules, accept, disabled, className, ...options } = props
  const { uploads, scope, add } = useFileUpload({ ...options, entity })
  const stored = useEntityFiles(entity)
  const summarised = useUploadSummary(scope, ({ total, live, failed }) => total > 1 && live + failed > 0)
  const messages = useMessages()
  const button = useRef<HTMLButtonElement>(null)
  const titleId = useId()
  const rulesId = useId()

  const loaded = stored.data?.files.length ?? 0
  // The API's count is that of all attributes, so it is asked only for what is not loaded yet.
  const count = stored.hasNextPage ? (stored.data?.hits ?? loaded) : loaded
  const isEmpty = stored.isSuccess && count === 0 && uploads.length === 0
  return (
    <FileDropzoneArea
      onFiles={add}
      {...{ accept, disabled }}
      className={`ef-panel${className ? ` ${className}` : ''}`}
      render={<section aria-labelledby={titleId} />}
    >
      <div className="ef-bar">
        <h2 id={titleId} className="ef-heading">
          {title ?? messages.files} {count > 0 && <span className="ef-count">{count}</span>}
        </h2>
      </div>
      <div className="ef-inset">
        <FileDropzoneRoot size={isEmpty ? 'tall' : undefined}>
          <FileDropzoneInput />
          <FileDropzoneIcon />
          <FileDropzoneText>
            <FileDropzoneTitle>{isEmpty && !disabled ? messages.dropOrChoose : undefined}</FileDropzoneTitle>
            {rules && <FileDropzoneRules id={rulesId}>{rules}</FileDropzoneRules>}
          </FileDropzoneText>
          <FileDropzoneButton
            ref={button}
            data-variant={isEmpty ? 'primary' : undefined}
            aria-describedby={rules ? rulesId : undefined}
          />
        </FileDropzoneRoot>
      </div>
      {summarised && <UploadsBar scope={scope} focusFallback={button} />}
      {uploads.length > 0 && (
        <FileListRoot aria-label={messages.uploads} layout="table" focusFallback={button}>
          {uploads.map((upload) => (
            <UploadRow key={upload.id} upload={upload} />
          ))}
        </FileListRoot>
      )}
      <StoredFiles stored={stored} focusFallback={button} />
      <FileDropzoneOverlay />
      <LiveRegion scope={scope} />
      <LiveRegion scope={scope} politeness="assertive" />
    </FileDropzoneArea>
  )
}
