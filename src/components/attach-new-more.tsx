'use client'
import type { FileEntity } from '../api/types.js'
import type { Density } from '../parts/file-list/root.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import type { AddOptions } from '../uploads/create-uploads.js'
import { ChosenFiles } from './chosen-files.js'
import type { Request } from './use-adding.js'

interface AttachNewMoreProps {
  readonly chosen: readonly FileEntity[]
  readonly choose: (files: readonly FileEntity[]) => void
  readonly onRemove: (fileId: string) => void
  readonly request: Request | null
  readonly onClose: () => void
  /** All that will be attached. */
  readonly files: readonly FileEntity[]
  readonly room: number
  readonly accept: readonly string[]
  readonly save: AddOptions['save']
  readonly place: string
  readonly onFailure: (cause: unknown) => void
  readonly density: Density | undefined
  readonly focusFallback: FocusFallback
}

/** What an entity yet to be created gets on other ways than from the device. */
export function AttachNewMore({ chosen, choose, onRemove, request, onClose, ...props }: AttachNewMoreProps) {
  const { files, room, accept, save, place, onFailure, density, focusFallback } = props
  return (
    <>
      <ChosenFiles files={chosen} {...{ onRemove, density, focusFallback }} />
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
