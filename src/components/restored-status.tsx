'use client'
import { useMessages } from '../hooks/files-provider.js'
import { useUpload } from '../hooks/use-upload.js'
import { dayAndTime } from '../locales/day-and-time.js'
import { formatBytes } from '../locales/format-bytes.js'
import { FileListSize } from '../parts/file-list/size.js'
import { FileListSpeed } from '../parts/file-list/speed.js'
import { FileListStatus } from '../parts/file-list/status.js'
import { FileListTimeLeft } from '../parts/file-list/time-left.js'
import { Icon } from '../parts/icon.js'
import type { IconName } from '../parts/icon-paths.js'
import type { UploadState } from '../transfer/upload-state.js'
import type { Upload } from '../uploads/upload.js'

interface RestoredStatusProps {
  readonly upload: Upload
  readonly isOnly: boolean
}

/** What an interrupted upload is doing: in words of its own where the panel says already that it was interrupted. */
export function RestoredStatus({ upload, isOnly }: RestoredStatusProps) {
  const phase = useUpload(upload, (state) => phaseOf(state, upload))
  const { locale, keptOnDevice, restored } = useMessages()
  const { interruptedAt, file } = upload
  if (isOnly && phase === 'kept' && interruptedAt !== undefined) {
    const { day, time } = dayAndTime(interruptedAt, { locale })
    return (
      <>
        <Words icon="history">{restored.interrupted(day, time)}</Words>
        <span className="ef-minor">
          <bdi>{`${formatBytes(file.size, locale)}, ${keptOnDevice}`}</bdi>
        </span>
      </>
    )
  }
  return (
    <>
      {phase && !isOnly ? <Words icon={icons[phase]}>{restored[phase]}</Words> : <FileListStatus />}
      {phase !== 'saving' && <FileListSize className="ef-minor" />}
      <FileListSpeed className="ef-minor" />
      <FileListTimeLeft className="ef-keep" />
    </>
  )
}

function Words({ icon, children }: { readonly icon: IconName; readonly children: string }) {
  return (
    <FileListStatus>
      <Icon name={icon} />
      <bdi>{children}</bdi>
    </FileListStatus>
  )
}

type Phase = 'kept' | 'needsFile' | 'saving'

/** `null` for what it may be doing like any other upload. */
function phaseOf(state: UploadState, { interruptedAt }: Upload): Phase | null {
  if (interruptedAt === undefined) return null
  if (state.status === 'paused') return 'kept'
  if (state.status === 'waiting' && state.waiting.for === 'file' && !state.waiting.other) return 'needsFile'
  return state.status === 'saving' ? 'saving' : null
}

const icons: Readonly<Record<Phase, IconName>> = { kept: 'history', needsFile: 'folder', saving: 'cloud' }
