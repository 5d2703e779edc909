'use client'
import { forwardRef, memo, useId, useRef, useState } from 'react'
import type { FileNameProblem } from '../../api/check-file-name.js'
import type { FileError } from '../../api/errors.js'
import type { RelatedFile } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { displayName } from '../../parts/display-name.js'
import { FileListActions } from '../../parts/file-list/actions.js'
import { FileListBadges } from '../../parts/file-list/badges.js'
import { FileListCheckbox } from '../../parts/file-list/checkbox.js'
import { FileListDate } from '../../parts/file-list/date.js'
import { FileListDownloadButton } from '../../parts/file-list/download-button.js'
import { FileListItem } from '../../parts/file-list/item.js'
import { FileListMain } from '../../parts/file-list/main.js'
import { FileListMeta } from '../../parts/file-list/meta.js'
import { FileListName } from '../../parts/file-list/name.js'
import { useRowTabIndex } from '../../parts/file-list/place-context.js'
import { FileListSize } from '../../parts/file-list/size.js'
import { FileListThumb } from '../../parts/file-list/thumb.js'
import { FileListTitle } from '../../parts/file-list/title.js'
import { Icon } from '../../parts/icon.js'
import { DownloadProblem } from '../download-problem.js'
import { PreviewButton } from '../file-viewer/preview-button.js'
import { tagsOf } from './arrange-files.js'
import { RenameField } from './rename-field.js'
import { RowDrop } from './row-drop.js'
import type { RowActions } from './row-menu.js'
import { RowMenu } from './row-menu.js'
import type { Renaming } from './use-renaming.js'
import type { DropTarget } from './use-new-versions.js'

interface CollectionRowProps {
  readonly file: RelatedFile
  readonly actions: RowActions
  /** Why it is still here, or did not come. */
  readonly problem: FileError | undefined
  /** It will be taken off, once somebody has approved it. */
  readonly isLeaving: boolean
  /** Its name is being typed. */
  readonly renaming: Renaming | undefined
  /** The file that is dragged over it would become a new version, or cannot. */
  readonly drag: DropTarget['drag'] | undefined
}

/** A file of an entity, and what can be done to it. */
export const CollectionRow = memo(function CollectionRow({
  file,
  actions,
  problem,
  isLeaving,
  renaming,
  drag,
}: CollectionRowProps) {
  const messages = useMessages()
  const { collection: words } = messages
  const more = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [wrongName, setWrongName] = useState<FileNameProblem | null>(null)
  const wrongNameId = useId()
  return (
    <FileListItem file={file} data-drag={drag}>
      <FileListCheckbox />
      <FileListThumb preview />
      <FileListMain>
        <FileListTitle>
          {renaming ? (
            <RenameField
              {...{ file, renaming }}
              problem={wrongName}
              problemId={wrongNameId}
              onProblem={setWrongName}
            />
          ) : (
            <>
              <FileListName />
              <FileListBadges />
            </>
          )}
        </FileListTitle>
        <FileListMeta>
          {wrongName && (
            <span id={wrongNameId} className="ef-status" data-tone="error" role="alert">
              <Icon name="alert" />
              <bdi>{words.nameProblems[wrongName]}</bdi>
            </span>
          )}
          {!wrongName && problem && <DownloadProblem error={problem} />}
          {!problem && isLeaving && (
            <span className="ef-status" data-tone="accent">
              <Icon name="clock" />
              <bdi>{words.leaving}</bdi>
            </span>
          )}
          <Tags file={file} />
          <FileListDate />
          <FileListSize />
        </FileListMeta>
      </FileListMain>
      <FileListActions>
        {/* Stands in the menu, too. */}
        <span className="ef-quiet">
          <PreviewButton onPreview={() => actions.preview(file)} />
        </span>
        <FileListDownloadButton
          className="ef-download"
          onError={(error) => actions.onDownload(file, error)}
        />
        <MoreButton
          ref={more}
          label={messages.forFile(words.moreActions, displayName(file.filename))}
          isOpen={isOpen}
          onOpen={() => setIsOpen(true)}
        />
      </FileListActions>
      {drag && <RowDrop file={file} drag={drag} />}
      {/* Not among the buttons, which are laid out by how many they are. */}
      {isOpen && <RowMenu anchor={more} file={file} actions={actions} onClose={() => setIsOpen(false)} />}
    </FileListItem>
  )
})

/** Its own tags and its labels here: both are words to find it by. */
function Tags({ file }: Pick<CollectionRowProps, 'file'>) {
  const tags = tagsOf(file)
  if (tags.length === 0) return null
  return (
    <span className="ef-tags ef-minor" title={tags.join(', ')}>
      {tags.map((tag) => (
        <span key={tag} className="ef-tag">
          <bdi>{tag}</bdi>
        </span>
      ))}
    </span>
  )
}

interface MoreButtonProps {
  readonly label: string
  readonly isOpen: boolean
  readonly onOpen: () => void
}

const MoreButton = forwardRef<HTMLButtonElement, MoreButtonProps>(function MoreButton(
  { label, isOpen, onOpen },
  ref,
) {
  return (
    <button
      ref={ref}
      type="button"
      className="ef-icon-button"
      tabIndex={useRowTabIndex()}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      aria-label={label}
      title={label}
      onClick={onOpen}
    >
      <Icon name="more" />
    </button>
  )
})
