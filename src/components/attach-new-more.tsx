'use client'
import type { RefObject } from 'react'
import type { FileUploadHandle } from '../hooks/use-file-upload.js'
import type { ChosenExisting } from '../hooks/use-chosen-existing.js'
import { useFormReset } from '../hooks/use-form-reset.js'
import { useSavedFiles } from '../hooks/use-saved-files.js'
import type { Density } from '../parts/file-list/root.js'
import type { AddOptions } from '../uploads/create-uploads.js'
import type { AttachToNewEntityProps } from './attach-to-entity-props.js'
import { ChosenFiles } from './chosen-files.js'
import { RequiredFiles } from './required-files.js'
import type { Request } from './adding-request.js'
import { useRelated } from './use-related.js'

interface AttachNewMoreProps extends Pick<AttachToNewEntityProps, 'onRelationChange' | 'relationTags'> {
  readonly upload: FileUploadHandle
  readonly existing: ChosenExisting
  readonly request: Request | null
  readonly onClose: () => void
  /** The form is held back while there is no file. */
  readonly isRequired: boolean
  readonly room: number
  readonly accept: readonly string[]
  readonly save: AddOptions['save']
  readonly onFailure: (cause: unknown) => void
  readonly density: Density | undefined
  readonly focusFallback: RefObject<HTMLElement | null>
}

/** Hands what is saved and chosen to the form, and shows what comes on other ways than from the device. */
export function AttachNewMore({ upload, existing, request, onClose, ...props }: AttachNewMoreProps) {
  const { room, accept, save, onFailure, density, focusFallback } = props
  const { scope: place } = upload
  const { chosen, choose, remove, clear } = existing
  const files = useRelated(useSavedFiles(place), chosen, props)
  useFormReset(focusFallback, () => {
    clear()
    upload.cancelAll()
    upload.clear()
    upload.intake.dismiss()
  })
  return (
    <>
      {props.isRequired && (
        <RequiredFiles scope={place} isMissing={files.length === 0} buttonRef={focusFallback} />
      )}
      <ChosenFiles files={chosen} onRemove={remove} {...{ density, focusFallback }} />
      {request?.kind === 'existing' && (
        <request.View
          attached={new Set(files.map(({ _id }) => _id))}
          {...{ room, accept, onClose }}
          onAttach={(found) => {
            onClose()
            choose(found)
          }}
        />
      )}
      {request?.kind === 'link' && (
        <request.View
          {...{ save, place, onClose }}
          attach={undefined}
          replaces={[]}
          onAdded={({ file }) => choose([file])}
          onFailed={onFailure}
        />
      )}
    </>
  )
}
