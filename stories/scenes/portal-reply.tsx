import { useRef, useState } from 'react'
import type { EntityRef, PortalFile } from '../../src/index.js'
import {
  describeError,
  FileError,
  FileList,
  FileUpload,
  Icon,
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
  const { mutate: deleteFiles, error, variables } = useDeletePortalFiles(entity)
  const [leaving, setLeaving] = useState<PortalFile | null>(null)
  const reply = useRef<HTMLElement>(null)
  const count = own?.hits ?? 0
  const refused = own?.files.find(({ _id }) => _id === variables?.[0]?._id)

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
              <PortalFileRow key={file._id} file={file} onShow={onShow} onDelete={setLeaving} />
            ))}
          </FileList.Root>
        </div>
      )}
      {error && refused && (
        <p className="ef-error" role="alert">
          <Icon name="alert" size="sm" />
          <span>
            <bdi>{refused.filename}</bdi>
            {`: ${error instanceof FileError ? describeError(error, messages).what : error.message}`}
          </span>
        </p>
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
