'use client'
import { memo, useRef } from 'react'
import type { FileEntity } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { FileListActions } from '../../parts/file-list/actions.js'
import { FileListCheckbox } from '../../parts/file-list/checkbox.js'
import { FileListDate } from '../../parts/file-list/date.js'
import { FileListItem } from '../../parts/file-list/item.js'
import { FileListMain } from '../../parts/file-list/main.js'
import { FileListMeta } from '../../parts/file-list/meta.js'
import { FileListName } from '../../parts/file-list/name.js'
import { FileListSize } from '../../parts/file-list/size.js'
import { FileListTags } from '../../parts/file-list/tags.js'
import { FileListThumb } from '../../parts/file-list/thumb.js'
import { FileListTitle } from '../../parts/file-list/title.js'
import { PreviewButton } from '../file-viewer/preview-button.js'
import { useWhere } from './use-where.js'

/** Why a file cannot be chosen. */
export type Refusal = 'attached' | 'type' | null

interface ExistingRowProps {
  readonly file: FileEntity
  readonly refusal: Refusal
  /** Shows it; always the same function. */
  readonly onPreview: (file: FileEntity) => void
}

/** A file of epilot, to be chosen. */
export const ExistingRow = memo(function ExistingRow({ file, refusal, onPreview }: ExistingRowProps) {
  const { collection: words } = useMessages()
  const row = useRef<HTMLLIElement>(null)
  const where = useWhere(row, file, refusal === null)
  return (
    <FileListItem ref={row} file={file} aria-disabled={refusal ? true : undefined}>
      {refusal ? (
        <input
          type="checkbox"
          className="ef-check"
          disabled
          checked={refusal === 'attached'}
          readOnly
          aria-hidden="true"
        />
      ) : (
        <FileListCheckbox />
      )}
      <FileListThumb preview />
      <FileListMain>
        <FileListTitle>
          <FileListName />
        </FileListTitle>
        <FileListMeta>
          {refusal && <span>{refusal === 'attached' ? words.alreadyHere : words.notAllowed}</span>}
          {where !== null && (
            <span className="ef-shrink">
              <bdi>{where}</bdi>
            </span>
          )}
          {file._tags && file._tags.length > 0 && (
            <span className="ef-minor ef-shrink">
              <FileListTags />
            </span>
          )}
          {refusal === null && where === null && <FileListDate />}
          <FileListSize className="ef-minor" />
        </FileListMeta>
      </FileListMain>
      <FileListActions>
        <PreviewButton onPreview={() => onPreview(file)} />
      </FileListActions>
    </FileListItem>
  )
})
