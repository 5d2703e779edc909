'use client'
import { useEffect, useId, useRef } from 'react'
import type { FileEntity } from '../../api/types.js'
import { useMessages } from '../../hooks/files-provider.js'
import { usePublicLinks } from '../../hooks/use-public-links.js'
import { displayName } from '../../parts/display-name.js'
import { Icon } from '../../parts/icon.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { isFocusNowhere } from '../../parts/use-keep-focus.js'
import { useModal } from '../use-modal.js'
import { ShareError } from './share-error.js'
import { SharedLink } from './shared-link.js'

interface ShareDialogProps {
  readonly file: FileEntity
  readonly onClose: () => void
  /** Gets the focus where what had it before has left. */
  readonly focusFallback: FocusFallback
}

/** A link by which anyone gets the file. It is made when somebody says so, not by looking. */
export function ShareDialog({ file, onClose, focusFallback }: ShareDialogProps) {
  const messages = useMessages()
  const { share: words } = messages
  const { query, isUnknown, create, revoke } = usePublicLinks(file._id)
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const first = useRef<HTMLButtonElement>(null)
  const modal = useModal(dialog, onClose, focusFallback)
  const link = query.data?.at(-1)
  const error = create.error ?? revoke.error ?? (isUnknown ? null : query.error)
  const isNone = !link && (isUnknown || !query.isError)
  // Whether there is one has to be known before another is made.
  const isBusy = query.isPending || create.isPending
  useEffect(() => {
    // What was pressed has gone with what it did.
    if (dialog.current && isFocusNowhere(dialog.current)) first.current?.focus()
  }, [link?.id])
  return (
    <dialog ref={dialog} className="ef-dialog" data-size="sm" aria-labelledby={`${id} ${id}name`} {...modal}>
      <div className="ef-bar">
        <h3 id={id} className="ef-heading ef-grow">
          {words.title}
        </h3>
        {link && (
          <span className="ef-badge" data-tone="warning">
            <Icon name="globe" />
            <bdi>{messages.public}</bdi>
          </span>
        )}
        <button
          type="button"
          className="ef-icon-button"
          title={messages.collection.close}
          aria-label={messages.collection.close}
          onClick={onClose}
        >
          <Icon name="x" />
        </button>
      </div>
      <div className="ef-link-fields">
        <p id={`${id}name`} className="ef-help">
          <bdi>{displayName(file.filename)}</bdi>
        </p>
        {link && (
          <SharedLink
            key={link.id}
            link={link.link}
            copyRef={first}
            isStopping={revoke.isPending}
            onStop={() => {
              create.reset()
              revoke.mutate()
            }}
          />
        )}
        {isNone && (
          <>
            {isUnknown && (
              <p className="ef-help">
                <bdi>{words.unknown}</bdi>
              </p>
            )}
            <p className="ef-help">
              <bdi>{words.details}</bdi>
            </p>
            <span>
              <button
                ref={first}
                type="button"
                className="ef-button"
                data-variant="primary"
                aria-disabled={isBusy || undefined}
                onClick={() => {
                  if (isBusy) return
                  revoke.reset()
                  create.mutate()
                }}
              >
                <Icon name={isBusy ? 'spinner' : 'link'} size="sm" spin={isBusy} />
                {words.create}
              </button>
            </span>
          </>
        )}
        <output className="ef-help">{revoke.isSuccess && !link && <bdi>{words.stopped}</bdi>}</output>
        {error && (
          <ShareError
            error={error}
            onRetry={error === query.error ? () => void query.refetch() : undefined}
          />
        )}
      </div>
    </dialog>
  )
}
