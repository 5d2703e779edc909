import { useLayoutEffect, useRef } from 'react'
import type { PortalFile } from '../../src/index.js'
import { describeError, FileError, FileList, Icon, useMessages, usePortalDownload } from '../../src/index.js'
import { portalWords } from './portal-words.js'

interface PortalFileRowProps {
  readonly file: PortalFile
  readonly onShow: (file: PortalFile) => void
  /** Why it could not be deleted. */
  readonly refusal?: FileError | undefined
  /** Only for what the customer has sent. */
  readonly onDelete?: (file: PortalFile) => void
}

/** A file that is there: what came for the customer counts as new until it is downloaded. */
export function PortalFileRow({ file, refusal, onShow, onDelete }: PortalFileRowProps) {
  const messages = useMessages()
  const words = portalWords(messages)
  const download = usePortalDownload()
  const deleteButton = useRef<HTMLButtonElement>(null)
  // It is back: whoever stands where it left them stands at it again, and not at the next file.
  useLayoutEffect(() => {
    const button = deleteButton.current
    if (refusal && button?.closest('section')?.contains(document.activeElement)) button.focus()
  }, [refusal])
  const problem = refusal ?? download.error ?? download.refusal
  const names = (action: string) => ({
    'aria-label': messages.forFile(action, file.filename),
    title: action,
  })
  return (
    <FileList.Item file={file}>
      <FileList.Thumb />
      <FileList.Main>
        <FileList.Title>
          <FileList.Name />
          {!onDelete && file.is_new && (
            <span className="ef-badges">
              <span className="ef-badge" data-tone="accent">
                {words.isNew}
              </span>
            </span>
          )}
        </FileList.Title>
        <FileList.Meta>
          {problem && (
            <span className="ef-status" data-tone="error" role="alert">
              <Icon name="alert" />
              <bdi>
                {problem instanceof FileError ? describeError(problem, messages).what : problem.message}
              </bdi>
            </span>
          )}
          {onDelete && !problem && (
            <span className="ef-status portal-sent">
              <Icon name="check" />
              <bdi>{words.sent}</bdi>
            </span>
          )}
          <FileList.Size />
          <FileList.Date className="ef-minor" />
        </FileList.Meta>
      </FileList.Main>
      <FileList.Actions>
        <button type="button" className="ef-icon-button" {...names(words.show)} onClick={() => onShow(file)}>
          <Icon name="image">{eye}</Icon>
        </button>
        {onDelete ? (
          <button
            ref={deleteButton}
            type="button"
            className="ef-icon-button"
            {...names(messages.collection.delete)}
            onClick={() => onDelete(file)}
          >
            <Icon name="trash" />
          </button>
        ) : (
          <button
            type="button"
            className="ef-icon-button"
            {...names(messages.download)}
            aria-disabled={download.isPending || undefined}
            onClick={() => download.isPending || download.mutate(file)}
          >
            {download.isPending ? <Icon name="spinner" spin /> : <Icon name="download" />}
          </button>
        )}
      </FileList.Actions>
    </FileList.Item>
  )
}

const eye = (
  <path d="M2.5 10S5.25 5 10 5s7.5 5 7.5 5-2.75 5-7.5 5-7.5-5-7.5-5zM10 7.75a2.25 2.25 0 1 1 0 4.5 2.25 2.25 0 0 1 0-4.5z" />
)
