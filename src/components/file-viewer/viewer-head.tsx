'use client'
import { useMemo } from 'react'
import type { FileEntity } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { displayName } from '../../parts/display-name.js'
import { FileListDate } from '../../parts/file-list/date.js'
import { FileListMain } from '../../parts/file-list/main.js'
import { FileListMeta } from '../../parts/file-list/meta.js'
import { FileListName } from '../../parts/file-list/name.js'
import { RowContext } from '../../parts/file-list/row-context.js'
import { FileListSize } from '../../parts/file-list/size.js'
import { FileListThumb } from '../../parts/file-list/thumb.js'
import { FileListTitle } from '../../parts/file-list/title.js'
import type { FileKind } from '../../parts/file-kind.js'
import { Icon } from '../../parts/icon.js'
import { DownloadAction } from './download-action.js'
import { Glyph } from './glyph.js'
import type { ViewerDownload } from './use-viewer-download.js'

interface ViewerHeadProps {
  readonly file: FileEntity
  readonly kind: FileKind
  readonly titleId: string
  readonly download: ViewerDownload
  readonly onClose: () => void
}

/** Which file is shown, and what can be done to it. */
export function ViewerHead({ file, kind, titleId, download, onClose }: ViewerHeadProps) {
  const { collection: words } = useMessages()
  const row = useMemo(() => ({ upload: null, file, key: file._id, name: displayName(file.filename) }), [file])
  return (
    <div className="ef-bar ef-viewer-head" data-kind={kind}>
      {/* The same parts as in the rows of a list. */}
      <RowContext.Provider value={row}>
        <FileListThumb preview />
        <FileListMain className="ef-grow">
          <FileListTitle>
            <h2 id={titleId}>
              <FileListName />
            </h2>
          </FileListTitle>
          <FileListMeta>
            <FileListSize />
            <FileListDate />
          </FileListMeta>
        </FileListMain>
      </RowContext.Provider>
      <DownloadAction file={file} download={download} isMain />
      <button
        type="button"
        className="ef-icon-button ef-viewer-close"
        aria-label={words.close}
        title={words.close}
        onClick={onClose}
      >
        <Icon name="x" />
        <Glyph name="left" mirror />
      </button>
    </div>
  )
}
