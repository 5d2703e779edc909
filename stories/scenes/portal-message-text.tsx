import { useState } from 'react'
import type { PortalFile } from '../../src/index.js'
import { FileList, Icon, useMessages, usePortalFiles } from '../../src/index.js'
import { PortalFileRow } from './portal-file-row.js'
import type { PortalMessage } from './portal-messages.js'
import { PortalPreviewDialog } from './portal-preview-dialog.js'
import { PortalReply } from './portal-reply.js'
import { portalWords } from './portal-words.js'

interface PortalMessageTextProps {
  readonly message: PortalMessage
  readonly sentOn: string
  readonly onClose: () => void
}

/** One message: what came with it, and what is asked for. */
export function PortalMessageText({ message, sentOn, onClose }: PortalMessageTextProps) {
  const { id, documents, reply } = message
  const words = portalWords(useMessages())
  const { title, text } = words.messages[id]
  const { data } = usePortalFiles({ entity: documents })
  const [shown, setShown] = useState<PortalFile | null>(null)
  return (
    <article className="ef-panel portal-mail" aria-labelledby="message">
      <header>
        <button type="button" className="ef-button portal-back" data-variant="ghost" onClick={onClose}>
          {words.allMessages}
        </button>
        <h2 id="message" tabIndex={-1}>
          <bdi>{title}</bdi>
        </h2>
        <p>
          <span>
            <bdi>Petra Lindner, Stadtwerke Musterstadt</bdi> · <bdi>{sentOn}</bdi>
          </span>
          {reply && (
            <span className="ef-badge" data-tone="warning">
              <Icon name="clock" />
              <bdi>{words.due}</bdi>
            </span>
          )}
        </p>
      </header>
      <div>
        <p className="portal-text">
          <bdi>{text}</bdi>
        </p>
        {data && data.files.length > 0 && (
          <section className="ef-field" aria-labelledby="for-you">
            <h3 id="for-you" className="ef-label">
              {words.forYou}
            </h3>
            <div className="ef-panel">
              <FileList.Root aria-labelledby="for-you">
                {data.files.map((file) => (
                  <PortalFileRow key={file._id} file={file} onShow={setShown} />
                ))}
              </FileList.Root>
            </div>
          </section>
        )}
        {reply && <PortalReply entity={reply} onShow={setShown} />}
      </div>
      {shown && <PortalPreviewDialog file={shown} onClose={() => setShown(null)} />}
    </article>
  )
}
