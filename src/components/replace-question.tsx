'use client'
import type { KeyboardEvent } from 'react'
import { useId, useLayoutEffect, useRef } from 'react'
import type { FileEntity, RelatedFile } from '../api/types.js'
import { useMessages } from '../hooks/files-provider.js'
import { FileListItem } from '../parts/file-list/item.js'
import { FileListMain } from '../parts/file-list/main.js'
import { FileListMeta } from '../parts/file-list/meta.js'
import { FileListName } from '../parts/file-list/name.js'
import { FileListRoot } from '../parts/file-list/root.js'
import { FileListSize } from '../parts/file-list/size.js'
import { FileListThumb } from '../parts/file-list/thumb.js'
import { FileListTitle } from '../parts/file-list/title.js'
import { Icon } from '../parts/icon.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import { useKeepFocus } from '../parts/use-keep-focus.js'
import { onlyName } from './deed-toast.js'

interface ReplaceQuestionProps {
  readonly incoming: File | FileEntity
  readonly replaced: readonly RelatedFile[]
  readonly onAnswer: (isYes: boolean) => void
  readonly focusFallback: FocusFallback
}

/** Asks before the file of an attribute that holds one is replaced. The old file is deleted nowhere. */
export function ReplaceQuestion({ incoming, replaced, onAnswer, focusFallback }: ReplaceQuestionProps) {
  const { adding: words } = useMessages()
  const id = useId()
  const question = useRef<HTMLDivElement>(null)
  const keep = useRef<HTMLButtonElement>(null)
  useKeepFocus(question, { fallback: focusFallback })
  // It came of a drop or a pick, whose answer it is. The safe answer is the nearer one.
  useLayoutEffect(() => keep.current?.focus(), [incoming])
  const keys = {
    onKeyDown(event: KeyboardEvent) {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      onAnswer(false)
    },
  }
  return (
    <div
      ref={question}
      className="ef-question"
      role="alertdialog"
      aria-labelledby={id}
      aria-describedby={`${id}details`}
      {...keys}
    >
      <div id={`${id}details`}>
        <FileListRoot aria-labelledby={id} layout="table">
          <QuestionRow
            file={incoming instanceof File ? entityOf(incoming) : incoming}
            icon
            words={words.readyToReplace}
          />
          {replaced.map((file) => (
            <QuestionRow key={file._id} file={file} words={words.staysInAllFiles} />
          ))}
        </FileListRoot>
      </div>
      <div className="ef-bar" data-tone="accent">
        <p id={id} className="ef-grow">
          <bdi>{words.replaceTitle(replaced.length, onlyName(replaced))}</bdi>
        </p>
        <button
          ref={keep}
          type="button"
          className="ef-button"
          data-variant="ghost"
          onClick={() => onAnswer(false)}
        >
          {words.keepOld}
        </button>
        <button type="button" className="ef-button" data-variant="primary" onClick={() => onAnswer(true)}>
          {words.replace}
        </button>
      </div>
    </div>
  )
}

interface QuestionRowProps {
  readonly file: FileEntity
  readonly words: string
  readonly icon?: boolean
}

function QuestionRow({ file, words, icon = false }: QuestionRowProps) {
  return (
    <FileListItem file={file} data-tone={icon ? 'accent' : undefined}>
      <FileListThumb />
      <FileListMain>
        <FileListTitle>
          <FileListName />
        </FileListTitle>
        <FileListMeta>
          <span className="ef-status">
            {icon && <Icon name="upload" />}
            <bdi>{words}</bdi>
          </span>
          <FileListSize className="ef-minor" />
        </FileListMeta>
      </FileListMain>
    </FileListItem>
  )
}

/** A file that is in epilot not yet, as a row shows it. */
function entityOf({ name, type, size }: File): FileEntity {
  return { _id: 'incoming', filename: name, mime_type: type, size_bytes: size }
}
