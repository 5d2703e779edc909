'use client'
import type { ReactNode } from 'react'
import { useId, useRef } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import type { UseFileUploadOptions } from '../hooks/use-file-upload.js'
import { useFileUpload } from '../hooks/use-file-upload.js'
import { rulesInWords } from '../locales/rules-in-words.js'
import type { Density } from '../parts/file-list/root.js'
import { LiveRegion } from '../parts/live-region.js'
import { DropZone } from './drop-zone.js'
import { IntakeReportView } from './intake-report.js'
import { UploadList } from './upload-list.js'

/** What `FileUpload` takes: the options of `useFileUpload` and what it shows. */
export interface FileUploadProps extends UseFileUploadOptions {
  /** Names it for everybody; stands above. */
  readonly label?: ReactNode
  /** What can be done here. @default 'Drop files here' */
  readonly title?: ReactNode
  /** What may come in, in plain words. @default the `rules` in words: "PDF or JPG · up to 20 MB each" */
  readonly help?: ReactNode
  /** @default true */
  readonly multiple?: boolean | undefined
  /** Takes nothing; words say why. */
  readonly disabled?: boolean | string | undefined
  /** What the picker offers first, as in `<input accept>`. @default that of `rules` */
  readonly accept?: string | undefined
  /** With a button for folders. @default false */
  readonly folders?: boolean | undefined
  /** Takes what is dropped anywhere on the page. @default false */
  readonly page?: boolean | undefined
  /** Where a paste counts: with the focus in it, or anywhere but in text fields. @default 'zone' */
  readonly paste?: 'zone' | 'page' | false | undefined
  /** @default 'comfortable' */
  readonly density?: Density | undefined
  /** Rows can be chosen, to cancel, remove or repeat many at once. @default false */
  readonly selectable?: boolean | undefined
  /**
   * Lets the person sign in again when the session has ended; the uploads go on once its promise resolves.
   * @default they go on at once, by `client.resume()`, and ask for a token
   */
  readonly onSignIn?: (() => unknown) | undefined
  readonly className?: string | undefined
}

/**
 * A drop zone and the files that were put into it.
 *
 * @example
 * <FileUpload label="Meter photos" save={{ _tags: ['meter'] }} onDone={({ file }) => …} />
 */
export function FileUpload(props: FileUploadProps) {
  const { label, title, help, density, selectable, onSignIn, className, ...rest } = props
  const { multiple, disabled, accept, folders, page, paste, ...options } = rest
  const { uploads, scope, count, add, intake } = useFileUpload(options)
  const messages = useMessages()
  const { rules, existingCount = 0 } = options
  const hasRoom = !disabled && count + existingCount < (rules?.maxCount ?? Infinity)
  const button = useRef<HTMLElement>(null)
  const labelId = useId()

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
      <DropZone
        onFiles={add}
        help={help ?? (rules && rulesInWords(rules, messages))}
        buttonRef={button}
        count={count + existingCount}
        {...{ title, multiple, disabled, accept, rules, folders, page, paste }}
      />
      <IntakeReportView
        key={scope}
        intake={intake}
        onChooseOthers={hasRoom ? () => button.current?.click() : undefined}
        focusFallback={button}
      />
      {uploads.length > 0 && (
        <div className="ef-panel">
          <UploadList {...{ uploads, scope, density, selectable, onSignIn }} focusFallback={button} />
        </div>
      )}
      <LiveRegion scope={scope} />
      <LiveRegion scope={scope} politeness="assertive" />
    </div>
  )
}
