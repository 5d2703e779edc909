import { useRef, useState } from 'react'
import type { EntityRef, PortalFile } from '../../src/index.js'
import {
  FileList,
  FileUpload,
  useDeletePortalFiles,
  useMessages,
  usePortalFiles,
  usePortalRules,
} from '../../src/index.js'
import { PortalDeleteDialog } from './portal-delete-dialog.js'
import { PortalFileRow } from './portal-file-row.js'
import { maxPhotos, portal } from './portal-messages.js'
import { portalWords } from './portal-words.js'

interface PortalReplyProps {
  readonly entity: EntityRef
  readonly onShow: (file: PortalFile) => void
}

/** What is asked of the customer: what the portal takes, up to a number. What is there already can be deleted. */
export function PortalReply({ entity, onShow }: PortalReplyProps) {
  const messages = useMessages()
  const words = portalWords(messages)
  const { data: rules, isPending } = usePortalRules(portal)
  const { data: own } = usePortalFiles({ entity })
  const { mutate: deleteFiles, refusals } = useDeletePortalFiles(entity)
  const [leaving, setLeaving] = useState<PortalFile | null>(null)
  const reply = useRef<HTMLElement>(null)
  const count = own?.hits ?? 0

  return (
    <section ref={reply} className="portal-reply" aria-label={words.photos} tabIndex={-1}>
      <FileUpload
        label={
          <>
            <bdi>{words.photos}</bdi> <bdi className="ef-count">{words.countOf(count, maxPhotos)}</bdi>
          </>
        }
        mode="portal"
        entity={entity}
        rules={{ ...rules, maxSizeBytes: 20_000_000, maxCount: maxPhotos }}
        existingCount={count}
        disabled={isPending}
      />
      {own && own.files.length > 0 && (
        <div className="ef-panel">
          <FileList.Root aria-label={words.yours} focusFallback={reply}>
            {own.files.map((file) => (
              <PortalFileRow
                key={file._id}
                file={file}
                refusal={refusals.get(file._id)}
                onShow={onShow}
                onDelete={setLeaving}
              />
            ))}
          </FileList.Root>
        </div>
      )}
      <p className="ef-help">
        <bdi>{words.privacy}</bdi>
      </p>
      {leaving && (
        <PortalDeleteDialog
          file={leaving}
          onClose={() => setLeaving(null)}
          onDelete={() => {
            deleteFiles([leaving])
            setLeaving(null)
          }}
        />
      )}
    </section>
  )
}
