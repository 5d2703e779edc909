'use client'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { FileEntity } from '../../api/types.js'
import { useFileClient, useMessages } from '../../hooks/files-provider.js'
import { accepts } from '../../intake/accepts.js'
import { Icon } from '../../parts/icon.js'
import { foundFilesQuery } from '../../queries/found-files-query.js'
import { FoundFiles } from './found-files.js'
import { useChosenFiles } from './use-chosen-files.js'
import { useModal } from '../use-modal.js'

interface ExistingFilesProps {
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
export function ExistingFiles({ attached, accept, room, onAttach, onClose }: ExistingFilesProps) {
  const client = useFileClient()
  const messages = useMessages()
  const { collection: words } = messages
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const query = useMemo(() => foundFilesQuery(client, text), [client, text])
  const found = useInfiniteQuery({ ...query, placeholderData: keepPreviousData })
  const files = found.data?.files ?? none
  const hits = found.data?.hits ?? 0

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
  useLayoutEffect(() => search.current?.focus(), [])
  return (
    <dialog ref={dialog} className="ef-dialog" aria-labelledby={id} {...modal}>
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
      <div className="ef-chips">
        <label className="ef-search" data-size="full">
          <Icon name="search" size="sm" />
          <input
            ref={search}
            className="ef-input"
            type="search"
            value={typed}
            placeholder={words.searchAll}
            aria-label={words.searchAll}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return
              event.preventDefault()
              list.current?.querySelector<HTMLElement>(':scope > [tabindex="0"]')?.focus()
            }}
          />
        </label>
      </div>
      <FoundFiles {...{ found, text, refusal, selection }} listRef={list} focusFallback={search} />
      <div className="ef-dialog-foot">
        <output className="ef-grow" data-tone={isTooMany ? 'error' : undefined}>
          {isTooMany ? words.roomFor(room) : words.foundAndChosen(files.length, hits, chosen.length)}
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
          {words.attachFiles(chosen.length)}
        </button>
      </div>
    </dialog>
  )
}

/** What is typed, once the fingers rest: each search is a call. */
function useSettled(typed: string): string {
  const { clock } = useFileClient()
  const [settled, setSettled] = useState(typed)
  useEffect(() => clock.setTimeout(() => setSettled(typed), restMs), [clock, typed])
  return settled
}

const none: readonly FileEntity[] = []
const restMs = 200
