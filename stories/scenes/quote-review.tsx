import type { ReactNode } from 'react'
import type { Upload } from '../../src/index.js'
import { FileList, useFileUpload, useUpload } from '../../src/index.js'
import type { QuoteWords } from './solar-quote-words.js'

interface SectionProps {
  readonly title: string
  readonly words: QuoteWords
  readonly onChange: () => void
  readonly children: ReactNode
}

/** One part of what was filled in, and the way back to it. */
export function Section({ title, words, onChange, children }: SectionProps) {
  return (
    <section>
      <h2>{title}</h2>
      <button
        type="button"
        className="ef-button"
        data-variant="ghost"
        aria-label={`${words.change}: ${title}`}
        onClick={onChange}
      >
        {words.change}
      </button>
      {children}
    </section>
  )
}

/** The files of a field, wherever they were chosen. */
export function ChosenFiles({
  name,
  label,
  words,
}: {
  readonly name: string
  readonly label: string
  readonly words: QuoteWords
}) {
  const { uploads } = useFileUpload({ scope: name, mode: 'journey' })
  if (uploads.length === 0) return <p className="ef-help">{words.noFile}</p>
  return (
    <div className="ef-panel">
      <FileList.Root aria-label={label}>
        {uploads.map((upload) => (
          <ChosenFile key={upload.id} upload={upload} />
        ))}
      </FileList.Root>
    </div>
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
    </FileList.Item>
  )
}
