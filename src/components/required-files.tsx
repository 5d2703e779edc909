'use client'
import type { RefObject } from 'react'
import { useId, useRef } from 'react'
import { useFieldValidity } from '../hooks/use-field-validity.js'
import { useFormReset } from '../hooks/use-form-reset.js'
import { useUploadSummary } from '../hooks/use-upload-summary.js'
import { FieldMessage } from './field-message.js'

interface RequiredFilesProps {
  /** Of what is on its way. */
  readonly scope: string
  readonly isMissing: boolean
  /** Where files are added. */
  readonly buttonRef: RefObject<HTMLElement | null>
}

/** Holds the form around back while files are missing, and says why. */
export function RequiredFiles({ scope, isMissing, buttonRef }: RequiredFilesProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const live = useUploadSummary(scope, (summary) => summary.live)
  const reason = live > 0 ? ({ kind: 'uploading', count: live } as const) : ({ kind: 'required' } as const)
  const { message, attempts, onInvalid, calm } = useFieldValidity(input, isMissing ? reason : null)
  useFormReset(input, calm)
  return (
    <div className="ef-required">
      {/* Only the validity of an input holds a form back. */}
      <input
        ref={input}
        type="checkbox"
        className="ef-hidden"
        tabIndex={-1}
        aria-hidden
        onInvalid={onInvalid}
        onFocus={() => buttonRef.current?.focus()}
      />
      <FieldMessage id={id} {...{ message, attempts }} isWaiting={live > 0} />
    </div>
  )
}
