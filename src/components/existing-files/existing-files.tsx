'use client'
import { useId, useLayoutEffect, useMemo, useRef } from 'react'
import type { FileEntity } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { accepts } from '../../intake/accepts.js'
import { Icon } from '../../parts/icon.js'
import { useModal } from '../use-modal.js'
import { FoundFiles } from './found-files.js'
import { PickHead } from './pick-head.js'
import { useChosenFiles } from './use-chosen-files.js'
import { noFilter, useFoundFiles } from './use-found-files.js'
import { useSeenTags } from './use-seen-tags.js'

interface ExistingFilesProps {
  /** What is looked for at first. @default '' */
  readonly text?: string | undefined
  /** Files that are known besides, for their tags. @default none */
  readonly known?: readonly FileEntity[] | undefined
  /** The ids of files that are attached already. */
  readonly attached: ReadonlySet<string>
  /** Which types may be attached; none for all. */
  readonly accept: readonly string[]
  /** How many more there is room for. */
  readonly room: number
  readonly onAttach: (files: readonly FileEntity[]) => void
  readonly onClose: () => void
}

/** Finds files that epilot has already, to attach them here as well. */
export function ExistingFiles({
  text = '',
  known = none,
  attached,
  accept,
  room,
  ...props
}: ExistingFilesProps) {
  const { onAttach, onClose } = props
  const messages = useMessages()
  const { collection: words } = messages
  const finding = useFoundFiles(text)
  const { found, foundBy, files, setFilter } = finding
  const hits = found.data?.hits ?? 0
  const tags = useSeenTags(known, files)

  const refusal = useMemo(() => {
    const isTaken = (file: FileEntity) =>
      accept.length === 0 || accepts(new File([], file.filename, { type: file.mime_type ?? '' }), accept)
    return (file: FileEntity) => {
      if (attached.has(file._id)) return 'attached'
      return isTaken(file) ? null : 'type'
    }
  }, [attached, accept])
  const { selection, chosen } = useChosenFiles(files, refusal)
  const isTooMany = chosen.length > room

  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const modal = useModal(dialog, onClose)
  useLayoutEffect(() => {
    search.current?.focus()
    // What is typed takes the place of what was not found elsewhere.
    search.current?.select()
  }, [])
  return (
    <dialog ref={dialog} className="ef-dialog" data-size="lg" aria-labelledby={id} {...modal}>
      <div className="ef-bar">
        <h3 id={id} className="ef-heading ef-grow">
          {words.attachExisting}
        </h3>
        <button
          type="button"
          className="ef-icon-button"
          title={words.close}
          aria-label={words.close}
          onClick={onClose}
        >
          <Icon name="x" />
        </button>
      </div>
      <PickHead
        {...{ finding, tags }}
        searchRef={search}
        onEnterList={() => list.current?.querySelector<HTMLElement>(':scope > [tabindex="0"]')?.focus()}
      />
      <FoundFiles
        {...{ found, foundBy, refusal, selection }}
        onClearFilters={() => setFilter(noFilter)}
        listRef={list}
        focusFallback={search}
      />
      <div className="ef-dialog-foot">
        <output className="ef-grow" data-tone={isTooMany ? 'error' : undefined}>
          <bdi>
            {isTooMany ? words.roomFor(room) : words.foundAndChosen(files.length, hits, chosen.length)}
          </bdi>
        </output>
        <button type="button" className="ef-button" onClick={onClose}>
          {messages.cancel}
        </button>
        <button
          type="button"
          className="ef-button"
          data-variant="primary"
          aria-disabled={chosen.length === 0 || isTooMany || undefined}
          onClick={() => chosen.length > 0 && !isTooMany && onAttach(chosen)}
        >
          <bdi>{words.attachFiles(chosen.length)}</bdi>
        </button>
      </div>
    </dialog>
  )
}

const none: readonly FileEntity[] = []
