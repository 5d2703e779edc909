import type { ReactNode } from 'react'
import type { Upload } from '../../src/index.js'
import { FileList, Icon, SubmitButton, useFileField, useMessages, useUpload } from '../../src/index.js'
import type { QuoteWords } from './solar-quote-words.js'

interface SectionProps {
  readonly title: string
  /** How many there are of it. */
  readonly count?: ReactNode
  readonly action: string
  readonly onAction: () => void
  readonly children: ReactNode
}

/** One part of what was filled in, and the way back to it. */
export function Section({ title, count, action, onAction, children }: SectionProps) {
  return (
    <section>
      <h2>
        {title} {count !== undefined && <span className="ef-count">{count}</span>}
      </h2>
      <button
        type="button"
        className="ef-button"
        data-variant="ghost"
        aria-label={`${action}: ${title}`}
        onClick={onAction}
      >
        {action}
      </button>
      {children}
    </section>
  )
}

interface FilesSectionProps {
  readonly name: string
  readonly title: string
  readonly words: QuoteWords
  readonly onChange: () => void
  readonly onMissing: () => void
}

/** The files of a field, wherever they were chosen, and what they still need. */
export function FilesSection({ name, title, words, onChange, onMissing }: FilesSectionProps) {
  const { uploads, problem, message } = useFileField({ name })
  const { field } = useMessages()
  if (uploads.length === 0) {
    return (
      <Section title={title} count={field.optional} action={words.add} onAction={onChange}>
        <p className="ef-help">{words.noFile}</p>
      </Section>
    )
  }
  const isMissing = problem?.kind === 'expired' || problem?.kind === 'needs-file'
  return (
    <Section
      title={title}
      count={uploads.length > 1 ? uploads.length : undefined}
      action={isMissing ? words.chooseAgain : words.change}
      onAction={isMissing ? onMissing : onChange}
    >
      <div className="ef-panel">
        <FileList.Root aria-label={title}>
          {uploads.map((upload) => (
            <ChosenFile key={upload.id} upload={upload} />
          ))}
        </FileList.Root>
      </div>
      <div role="alert">
        {message && (
          <p className="ef-error">
            <Icon name="alert" size="sm" />
            <span>
              <bdi>{message}</bdi>
            </span>
          </p>
        )}
      </div>
    </Section>
  )
}

function ChosenFile({ upload }: { readonly upload: Upload }) {
  const isThere = useUpload(upload, ({ status }) => status === 'done')
  return (
    <FileList.Item upload={upload}>
      <FileList.Thumb />
      <FileList.Main>
        <FileList.Title>
          <FileList.Name />
        </FileList.Title>
        <FileList.Meta>
          {!isThere && <FileList.Status />}
          <FileList.Size />
        </FileList.Meta>
      </FileList.Main>
      <FileList.Progress />
    </FileList.Item>
  )
}

interface SendButtonProps {
  readonly words: QuoteWords
  /** Nobody knows whether it was sent before. */
  readonly isAgain: boolean
  readonly pending: boolean
  readonly onMissing: () => void
}

/** Sends it; where a file needs somebody first, it leads there. */
export function SendButton({ words, isAgain, pending, onMissing }: SendButtonProps) {
  const photos = useFileField({ name: 'roof-photos' })
  const bill = useFileField({ name: 'bill' })
  const isMissing = [photos, bill].some(({ problem }) => problem && problem.kind !== 'uploading')
  return (
    <SubmitButton
      scopes={[photos.scope, bill.scope]}
      pending={pending}
      {...(isMissing && { type: 'button', onClick: onMissing })}
    >
      {isMissing ? words.toMissingFile : isAgain ? words.sendAgain : words.send}
    </SubmitButton>
  )
}
