'use client'
import type { FileEntity } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { displayName } from '../../parts/display-name.js'
import { Icon } from '../../parts/icon.js'
import type { ViewerDownload } from './use-viewer-download.js'

interface DownloadActionProps {
  readonly file: FileEntity
  readonly download: ViewerDownload
  /** The words go where there is little room. */
  readonly isMain?: boolean
}

/** Downloads the file, or opens it where it lies. */
export function DownloadAction({ file, download, isMain = false }: DownloadActionProps) {
  const messages = useMessages()
  const isExternal = Boolean(file.custom_download_url)
  const words = isExternal ? messages.adding.openInTab : messages.download
  const name = messages.forFile(words, displayName(file.filename))
  return (
    <button
      type="button"
      className="ef-button"
      data-variant={isMain ? 'primary' : undefined}
      aria-label={name}
      title={isMain ? name : undefined}
      // Not `disabled`, which would take the focus away.
      aria-disabled={download.isPending || undefined}
      onClick={() => download.isPending || download.start()}
    >
      {download.isPending ? (
        <Icon name="spinner" size="sm" spin />
      ) : (
        <Icon name={isExternal ? 'external' : 'download'} size="sm" mirror={isExternal} />
      )}
      <span className={isMain ? 'ef-minor' : undefined}>{words}</span>
    </button>
  )
}
