'use client'
import type { RelatedFile } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { nextVersion, onlyTypeInWords } from '../../locales/version-in-words.js'
import { Icon } from '../../parts/icon.js'
import type { DropTarget } from './use-new-versions.js'

interface RowDropProps {
  readonly file: RelatedFile
  readonly drag: DropTarget['drag']
}

/** What a drop on the row would do. */
export function RowDrop({ file, drag }: RowDropProps) {
  const messages = useMessages()
  const isWelcome = drag === 'accept'
  return (
    <span className="ef-drop">
      <Icon name={isWelcome ? 'upload' : 'alert'} size="sm" />
      <bdi>{isWelcome ? messages.versions.drop(nextVersion(file)) : onlyTypeInWords(file, messages)}</bdi>
    </span>
  )
}
