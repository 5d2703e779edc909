'use client'
import type { RefObject } from 'react'
import type { FileError } from '../../api/errors.js'
import type { RelatedFile } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { viewerWords } from '../../locales/viewer-words.js'
import { displayName } from '../../parts/display-name.js'
import { Glyph } from '../file-viewer/glyph.js'
import { canHaveVersions } from './can-have-versions.js'
import { Menu, MenuItem } from './menu.js'

/** What can be done to files. Without the others than `preview` and `download` they can only be looked at. */
export interface RowActions {
  readonly preview: (file: RelatedFile) => void
  readonly download: (files: readonly RelatedFile[]) => void
  /** As one archive. */
  readonly archive: (files: readonly RelatedFile[]) => void
  /** A download was begun by another button, or has failed. */
  readonly onDownload: (file: RelatedFile, error: FileError | null) => void
  /** Opens the picker. */
  readonly newVersion?: ((file: RelatedFile) => void) | undefined
  /** Opens a field in its row. */
  readonly rename?: ((file: RelatedFile) => void) | undefined
  readonly detach?: ((files: readonly RelatedFile[]) => void) | undefined
  /** Asks beside the anchor. */
  readonly label?: ((files: readonly RelatedFile[], anchor: Anchor) => void) | undefined
  /** Opens a dialog. */
  readonly share?: ((file: RelatedFile) => void) | undefined
  /** Asks before. */
  readonly remove?: ((files: readonly RelatedFile[]) => void) | undefined
}

/** What something stands beside. */
export type Anchor = RefObject<HTMLElement | null>

interface RowMenuProps {
  readonly anchor: Anchor
  readonly file: RelatedFile
  readonly actions: RowActions
  readonly onClose: () => void
}

/** What can be done to one file. */
export function RowMenu({ anchor, file, actions, onClose }: RowMenuProps) {
  const messages = useMessages()
  const { download: downloadIt, collection: words, versions, adding, share: sharing } = messages
  const { preview, download, newVersion, rename, detach, label, share, remove } = actions
  const isExternal = Boolean(file.custom_download_url)
  const item = (act: (files: readonly RelatedFile[]) => void) => () => {
    onClose()
    act([file])
  }
  return (
    <Menu anchor={anchor} label={displayName(file.filename)} onClose={onClose}>
      <MenuItem icon={<Glyph name="eye" />} keys="Enter" onSelect={item(() => preview(file))}>
        {viewerWords(messages).preview}
      </MenuItem>
      <MenuItem icon={isExternal ? 'external' : 'download'} onSelect={item(download)}>
        {isExternal ? adding.openInTab : downloadIt}
      </MenuItem>
      {newVersion && canHaveVersions(file) && (
        <MenuItem icon="versions" onSelect={item(() => newVersion(file))}>
          {versions.upload}
        </MenuItem>
      )}
      {rename && (
        <MenuItem icon="edit" keys="F2" onSelect={item(() => rename(file))}>
          {words.rename}
        </MenuItem>
      )}
      {label && (
        <MenuItem icon="tag" onSelect={item((files) => label(files, anchor))}>
          {words.editLabels}
        </MenuItem>
      )}
      {/* What a public link leads to is a file of epilot's own. */}
      {share && !isExternal && (
        <MenuItem icon="link" onSelect={item(() => share(file))}>
          {sharing.title}
        </MenuItem>
      )}
      {(detach ?? remove) && <hr />}
      {detach && (
        <MenuItem icon="x" onSelect={item(detach)}>
          {words.detach}
        </MenuItem>
      )}
      {remove && (
        <MenuItem icon="trash" tone="error" onSelect={item(remove)}>
          {words.deleteFile}
        </MenuItem>
      )}
    </Menu>
  )
}
