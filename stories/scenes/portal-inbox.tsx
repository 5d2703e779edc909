import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { EntityRef } from '../../src/index.js'
import { Icon, useLeaveWarning, useMessages, usePortalFiles } from '../../src/index.js'
import type { MessageId, PortalMessage } from './portal-messages.js'
import { maxPhotos, portalMessages } from './portal-messages.js'
import { PortalMessageText } from './portal-message-text.js'
import { PortalShell } from './portal-shell.js'
import type { PortalWords } from './portal-words.js'
import { portalWords } from './portal-words.js'
import './portal-inbox.css'

/** The inbox of a customer portal as a supplier writes it: its own pages, with this library's hooks and parts for the files. */
export function PortalInbox() {
  useLeaveWarning()
  const messages = useMessages()
  const { locale } = messages
  const words = portalWords(messages)
  const [openId, setOpenId] = useState<MessageId | null>('wallbox')
  const message = portalMessages.find(({ id }) => id === openId)
  const inbox = useRef<HTMLElement>(null)
  const { data } = usePortalFiles()
  const newCount = data?.files.filter((file) => file.is_new && isForCustomer(file)).length ?? 0

  /** On a phone either the list or a message is seen, and the focus goes along. */
  function go(id: MessageId | null, focused: string) {
    flushSync(() => setOpenId(id))
    inbox.current?.querySelector<HTMLElement>(focused)?.focus()
  }
  return (
    <PortalShell label={words.portal} pages={words.pages} page={words.pages[2]}>
      <main ref={inbox} className="portal-inbox" data-open={message ? '' : undefined}>
        <section className="ef-panel portal-list" aria-labelledby="inbox">
          <div className="ef-bar">
            <h1 id="inbox" className="ef-heading ef-grow">
              {words.pages[2]}
            </h1>
            {newCount > 0 && (
              <span className="ef-badge" data-tone="accent">
                <bdi>{words.countNew(newCount)}</bdi>
              </span>
            )}
          </div>
          <ul className="portal-messages">
            {portalMessages.map(({ id, sentAt, ...files }) => (
              <li key={id}>
                <button
                  type="button"
                  id={id}
                  className="portal-message"
                  aria-current={id === openId || undefined}
                  onClick={() => go(id, 'h2')}
                >
                  <b>
                    <bdi>{words.messages[id].title}</bdi>
                  </b>
                  <time dateTime={sentAt}>{toDay(sentAt, locale)}</time>
                  <span>
                    <bdi>{words.messages[id].teaser}</bdi>
                  </span>
                  <Counts {...files} words={words} />
                </button>
              </li>
            ))}
          </ul>
        </section>
        {message ? (
          <PortalMessageText
            key={message.id}
            message={message}
            sentOn={toDay(message.sentAt, locale)}
            onClose={() => go(null, `#${message.id}`)}
          />
        ) : (
          <p className="ef-help portal-nothing">
            <bdi>{words.chooseMessage}</bdi>
          </p>
        )}
      </main>
    </PortalShell>
  )
}

interface CountsProps extends Pick<PortalMessage, 'documents' | 'reply'> {
  readonly words: PortalWords
}

/** How many files there are: of those that are asked for, else of those that came. */
function Counts({ documents, reply, words }: CountsProps) {
  return (
    <Count
      entity={reply ?? documents}
      inWords={reply ? (n) => words.countOf(n, maxPhotos) : words.countFiles}
    />
  )
}

interface CountProps {
  readonly entity: EntityRef
  readonly inWords: (count: number) => string
}

function Count({ entity, inWords }: CountProps) {
  const { data } = usePortalFiles({ entity })
  const count = data?.hits ?? 0
  if (count === 0) return null
  return (
    <span className="ef-badge">
      <Icon name="attach" />
      <bdi>{inWords(count)}</bdi>
    </span>
  )
}

/** What customers send counts as new to them as well. */
function isForCustomer({
  _relations = [],
}: {
  readonly _relations?: readonly { readonly _schema?: string }[]
}) {
  return _relations.some(({ _schema }) => _schema === 'message')
}

function toDay(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(date),
  )
}
