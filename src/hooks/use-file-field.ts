'use client'
import type { FormEvent, RefObject } from 'react'
import { useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { FileUploadValue } from '../api/file-upload-value.js'
import { acceptOf } from '../intake/accept-of.js'
import type { IntakeRules } from '../intake/intake-rules.js'
import { fieldFiles } from '../uploads/field-files.js'
import type { Upload } from '../uploads/upload.js'
import { useFileClient } from './files-provider.js'
import type { FieldProblem } from './use-field-validity.js'
import { useFieldValidity } from './use-field-validity.js'
import { useFieldValue } from './use-field-value.js'
import type { FileUploadHandle, UseFileUploadOptions } from './use-file-upload.js'
import { useFileUpload } from './use-file-upload.js'
import { useFormHold } from './use-form-hold.js'
import { useFormReset } from './use-form-reset.js'
import { useRenewStored } from './use-renew-stored.js'
import { useUploadSummary } from './use-upload-summary.js'

/** What a form field for files is told. */
export interface UseFileFieldOptions extends Pick<UseFileUploadOptions, 'prepare' | 'onDone' | 'onFailed'> {
  /** Names the value in the form. */
  readonly name: string
  /**
   * The list of its files, by which they are found again in a later step and after a reload. Two journeys of one origin
   * need different ones.
   * @default `name`, after the `form` where that is given
   */
  readonly scope?: string | undefined
  /** The id of the form it belongs to, where it stands outside of it. @default the form around it */
  readonly form?: string | undefined
  /** @default false */
  readonly required?: boolean | undefined
  /** How many files; as in epilot's journeys, 0 is no limit. @default any number */
  readonly maxQuantity?: number | undefined
  /** As epilot's journeys have them, `['PDF', 'Image']`; extensions and MIME types too. @default all */
  readonly supportedTypes?: readonly string[] | string | undefined
  /** What else may come in, and what may not. */
  readonly rules?: IntakeRules | undefined
  /** Tags of the File entities. @default none */
  readonly tags?: readonly string[] | undefined
  /** Labels of the relations between the submission and its files. @default the `name` */
  readonly relationTags?: readonly string[] | undefined
  /** What is there at first, and after a reset: the files of a draft. */
  readonly defaultValue?: FileUploadValue | undefined
  /** For who keeps the value: the field holds these files whenever they are others than `onChange` has told. */
  readonly value?: FileUploadValue | undefined
  /** Called when files have come or gone; a file comes once it is uploaded. */
  readonly onChange?: ((value: FileUploadValue) => void) | undefined
}

/** What `useFileField` answers. */
export interface FileFieldHandle extends Pick<FileUploadHandle, 'add' | 'intake' | 'scope'> {
  /** Its files, oldest first. */
  readonly uploads: readonly Upload[]
  /** What goes into the form: the files that are uploaded. */
  readonly value: FileUploadValue
  /** What may come in. */
  readonly rules: IntakeRules
  /** What keeps the form from being handed in. */
  readonly problem: FieldProblem | null
  /** The problem in words, where it is to be shown: some only once somebody has tried to hand the form in. */
  readonly message: string | null
  /** How often the form was held back. */
  readonly attempts: number
  /** For `FileDropzone.Input`, which tells the form what is wrong. */
  readonly inputProps: FileFieldInputProps
}

/** Makes `FileDropzone.Input` the input of a form: out of sight, but there to be focused. */
export interface FileFieldInputProps {
  readonly ref: RefObject<HTMLInputElement | null>
  readonly hidden: false
  readonly tabIndex: -1
  readonly form: string | undefined
  readonly onInvalid: (event: FormEvent<HTMLInputElement>) => void
}

/**
 * The files of a form field in a public journey: uploaded without a token as they are chosen, handed in with the form.
 * The form waits until they are there.
 *
 * @example
 * const { add, rules, value, message, inputProps } = useFileField({ name: 'meter-photo', required: true })
 * <FileDropzone.Root onFiles={add} rules={rules}>
 *   <FileDropzone.Input {...inputProps} aria-label="Photo of the meter" />
 *   <FileDropzone.Button />
 * </FileDropzone.Root>
 * <input type="hidden" name="meter-photo" value={JSON.stringify(value)} />
 * <p role="alert">{message}</p>
 */
export function useFileField(options: UseFileFieldOptions): FileFieldHandle {
  const { name, form, required = false, value, defaultValue, onChange } = options
  const { prepare, onDone, onFailed, tags = [], relationTags = [name] } = options
  const { scope = form === undefined ? name : `${form}/${name}` } = options
  const { uploads: all } = useFileClient()
  const files = useStore(useMemo(() => fieldFiles(all, scope), [all, scope]))
  const listed = useUploadSummary(scope, (summary) => summary.listed)
  const rules = rulesOf(options)
  const save = { _tags: tags, relation_tags: relationTags }

  const { add, intake } = useFileUpload({
    scope,
    mode: 'journey',
    save,
    rules,
    prepare,
    onDone,
    onFailed,
    // What other tabs go on with is in the list, but not in this form.
    existingCount: files.uploads.length - listed,
  })
  const own = useFieldValue({ list: { scope, save }, stored: files.stored, value, defaultValue, onChange })
  const isMissing = required && files.uploads.length === 0
  const problem: FieldProblem | null = isMissing ? { kind: 'required' } : files.problem
  const input = useRef<HTMLInputElement>(null)
  useRenewStored(scope, input)
  const { message, attempts, onInvalid, calm } = useFieldValidity(input, problem)
  // What is required, such a form says itself.
  useFormHold(input, problem !== null && problem.kind !== 'required')
  useFormReset(input, () => {
    own.reset()
    intake.dismiss()
    calm()
  })

  return {
    scope,
    add,
    intake,
    rules,
    uploads: files.uploads,
    value: own.value,
    problem,
    message,
    attempts,
    inputProps: { ref: input, hidden: false, tabIndex: -1, form, onInvalid },
  }
}

function rulesOf({ rules, supportedTypes, maxQuantity }: UseFileFieldOptions): IntakeRules {
  return {
    ...rules,
    ...(supportedTypes !== undefined && { accept: acceptOf(supportedTypes) }),
    ...(maxQuantity ? { maxCount: maxQuantity } : {}),
  }
}
