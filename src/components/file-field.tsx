'use client'
import type { ReactNode } from 'react'
import { forwardRef, useId, useImperativeHandle, useRef } from 'react'
import { useMessages } from '../hooks/files-provider.js'
import type { UseFileFieldOptions } from '../hooks/use-file-field.js'
import { useFileField } from '../hooks/use-file-field.js'
import { rulesInWords } from '../locales/rules-in-words.js'
import { FileListRoot } from '../parts/file-list/root.js'
import { FileListRows } from '../parts/file-list/rows.js'
import { LiveRegion } from '../parts/live-region.js'
import type { Upload } from '../uploads/upload.js'
import { FieldMessage } from './field-message.js'
import { FieldPicker } from './field-picker.js'
import { FieldRow } from './field-row.js'
import { IntakeReportView } from './intake-report.js'
import { NoticeBar } from './notice-bar.js'

/** What `FileField` takes: the options of `useFileField` and what it shows. */
export interface FileFieldProps extends UseFileFieldOptions {
  /** Names it for everybody; stands above. */
  readonly label: ReactNode
  /** What is wanted, in a sentence. */
  readonly help?: ReactNode
  /** What may come in, in plain words. @default the rules in words: "PDF or JPG · up to 20 MB each" */
  readonly rulesText?: ReactNode
  /** With a button for the camera, on phones and tablets. @default true */
  readonly camera?: boolean | undefined
  /** Its files can be looked at, but the form goes without them; words say why. */
  readonly disabled?: boolean | string | undefined
  /** What the form itself has against it, in words. */
  readonly error?: ReactNode
  /** Called when the focus leaves it. */
  readonly onBlur?: (() => void) | undefined
  readonly className?: string | undefined
}

/**
 * A form field for files in a public journey: they are uploaded without a token as they are chosen, found again in a later
 * step and after a reload, and handed in with the form, which waits for them. `ref` is its input, for a form that wants to
 * focus it.
 *
 * @example
 * <form action={send}>
 *   <FileField name="meter-photo" label="Photo of your meter" required maxQuantity={5} supportedTypes={['Image', 'PDF']} />
 *   <button>Send</button>
 * </form>
 *
 * @example
 * <Controller name="photos" control={control} render={({ field }) => <FileField label="Photos" {...field} />} />
 */
export const FileField = forwardRef<HTMLInputElement, FileFieldProps>(function FileField(props, ref) {
  const { label, help, rulesText, camera = true, disabled, error, onBlur, className, ...options } = props
  const field = useFileField(options)
  const { uploads, scope, intake, value, rules } = field
  const messages = useMessages()
  const { field: words } = messages
  const button = useRef<HTMLElement>(null)
  const ids = useFieldIds()
  useImperativeHandle(ref, () => field.inputProps.ref.current as HTMLInputElement, [field.inputProps.ref]) // it is there by then

  const { maxCount = Infinity } = rules
  const hasRoom = !disabled && uploads.length < maxCount
  const message = disabled ? null : (error ?? field.message)
  // It only takes time: nobody has done anything wrong.
  const isWaiting = !error && field.problem?.kind === 'uploading'
  // What is wrong with a file is told by its row.
  const isInvalid = message !== null && (Boolean(error) || field.problem?.kind === 'required')
  const count = uploads.length > 0 && maxCount < Infinity ? words.filesOf(uploads.length, maxCount) : null
  const described =
    [help ? ids.help : null, message ? ids.error : null].filter(Boolean).join(' ') || undefined
  return (
    // That the focus leaves it is nothing that one does to it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={`ef-field${className ? ` ${className}` : ''}`}
      // A fieldset that is a container of container queries loses rows in Chromium.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="group"
      aria-labelledby={ids.label}
      aria-describedby={described}
      data-invalid={isInvalid ? '' : undefined}
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && onBlur?.()}
    >
      <div id={ids.label} className="ef-label">
        {label} <span className="ef-count">{options.required ? words.required : words.optional}</span>
      </div>
      {help && (
        <p id={ids.help} className="ef-help">
          <bdi>{help}</bdi>
        </p>
      )}
      <FieldPicker
        {...{ field, camera, disabled }}
        isRequired={options.required ?? false}
        buttonRef={button}
        rulesInWords={rulesText ?? inWords()}
        inputProps={{
          'aria-labelledby': ids.label,
          'aria-describedby': described,
          'aria-invalid': message && !isWaiting ? true : undefined,
        }}
      />
      <IntakeReportView
        key={scope}
        intake={intake}
        onChooseOthers={hasRoom ? () => button.current?.click() : undefined}
        focusFallback={button}
      />
      {uploads.length > 0 && (
        <div className="ef-panel">
          <NoticeBar scope={scope} focusFallback={button} onSignIn={undefined} />
          <FileListRoot aria-labelledby={ids.label} focusFallback={button}>
            <FileListRows items={uploads} keyOf={keyOf}>
              {(upload) => <FieldRow upload={upload} isReadonly={Boolean(disabled)} />}
            </FileListRows>
          </FileListRoot>
        </div>
      )}
      <FieldMessage id={ids.error} message={message} isWaiting={isWaiting} attempts={field.attempts} />
      <input
        type="hidden"
        name={options.name}
        form={options.form}
        disabled={Boolean(disabled)}
        value={JSON.stringify(value)}
      />
      <LiveRegion scope={scope} />
      <LiveRegion scope={scope} politeness="assertive" />
    </div>
  )

  function inWords(): ReactNode {
    const { maxCount: _, ...others } = rules
    return [count, rulesInWords(count ? others : rules, messages)].filter(Boolean).join(' · ')
  }
})

function useFieldIds() {
  const id = useId()
  return { label: `${id}label`, help: `${id}help`, error: `${id}error` }
}

function keyOf({ id }: Upload): string {
  return id
}
