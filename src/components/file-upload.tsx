'use client'
import type { ReactNode } from 'react'
import { useId, useRef } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import type { UseFileUploadOptions } from '../hooks/use-file-upload.js'
import { useFileUpload } from '../hooks/use-file-upload.js'
import { useUploadSummary } from '../hooks/use-upload-summary.js'
import { FileDropzoneButton } from '../parts/file-dropzone/button.js'
import { FileDropzoneIcon } from '../parts/file-dropzone/icon.js'
import { FileDropzoneInput } from '../parts/file-dropzone/input.js'
import { FileDropzoneRoot } from '../parts/file-dropzone/root.js'
import { FileDropzoneRules } from '../parts/file-dropzone/rules.js'
import { FileDropzoneText } from '../parts/file-dropzone/text.js'
import { FileDropzoneTitle } from '../parts/file-dropzone/title.js'
import type { Density } from '../parts/file-list/root.js'
import { FileListRoot } from '../parts/file-list/root.js'
import { LiveRegion } from '../parts/live-region.js'
import { UploadRow } from './upload-row.js'
import { UploadsBar } from './uploads-bar.js'

/** What `FileUpload` takes: the options of `useFileUpload` and what it shows. */
export interface FileUploadProps extends UseFileUploadOptions {
  /** Names it for everybody; stands above. */
  readonly label?: ReactNode
  /** What can be done here. @default 'Drop files here' */
  readonly title?: ReactNode
  /** What may come in, in plain words: "PDF or JPG · up to 20 MB each". */
  readonly rules?: ReactNode
  /** @default true */
  readonly multiple?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** What the picker offers first, as in `<input accept>`. */
  readonly accept?: string | undefined
  /** @default 'comfortable' */
  readonly density?: Density | undefined
  readonly className?: string | undefined
}

/**
 * A drop zone and the files that were put into it.
 *
 * @example
 * <FileUpload label="Meter photos" save={{ _tags: ['meter'] }} onDone={({ file }) => …} />
 */
export function FileUpload(props: FileUploadProps) {
  const { label, title, rules, multiple, disabled, accept, density, className, ...options } = props
  const { uploads, scope, add } = useFileUpload(options)
  // Canceled ones do not count.
  const isMany = useUploadSummary(scope, ({ total }) => total > 1) && uploads.length > 1
  const { uploads: listLabel } = useMessages()
  const button = useRef<HTMLButtonElement>(null)
  const labelId = useId()
  const rulesId = useId()

  return (
    <div
      className={`ef-field${className ? ` ${className}` : ''}`}
      role={label ? 'group' : undefined}
      aria-labelledby={label ? labelId : undefined}
    >
      {label && (
        <div id={labelId} className="ef-label">
          {label}
        </div>
      )}
      <FileDropzoneRoot onFiles={add} {...{ multiple, disabled, accept }}>
        <FileDropzoneInput />
        <FileDropzoneIcon />
        <FileDropzoneText>
          <FileDropzoneTitle>{title}</FileDropzoneTitle>
          {rules && <FileDropzoneRules id={rulesId}>{rules}</FileDropzoneRules>}
        </FileDropzoneText>
        <FileDropzoneButton ref={button} aria-describedby={rules ? rulesId : undefined} />
      </FileDropzoneRoot>
      {uploads.length > 0 && (
        <div className="ef-panel">
          {isMany && <UploadsBar scope={scope} focusFallback={button} />}
          <FileListRoot aria-label={listLabel} density={density} focusFallback={button}>
            {uploads.map((upload) => (
              <UploadRow key={upload.id} upload={upload} />
            ))}
          </FileListRoot>
        </div>
      )}
      <LiveRegion scope={scope} />
      <LiveRegion scope={scope} politeness="assertive" />
    </div>
  )
}
