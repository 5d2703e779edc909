import './describe-files.css'
import { useRef, useState } from 'react'
import type { Upload } from '../../src/index.js'
import {
  canDescribe,
  FileDropzone,
  FileList,
  Icon,
  LiveRegion,
  useFileUpload,
  useMessages,
  useUpload,
  useUploadAttributes,
} from '../../src/index.js'
import { describeWords } from './describe-words.js'
import { TagsField } from './tags-field.js'

/** Files are dropped, described one by one, and sent by one click. */
export function DescribeFiles() {
  const { uploads, scope, add, start } = useFileUpload({
    scope: 'described',
    autoStart: false,
    save: { access_control: 'private' },
  })
  const [started, setStarted] = useState<ReadonlySet<Upload>>(new Set())
  const button = useRef<HTMLButtonElement>(null)
  const messages = useMessages()
  const words = describeWords(messages.locale)
  const count = uploads.filter((upload) => !started.has(upload)).length

  function send() {
    setStarted(new Set(uploads))
    start()
  }
  return (
    <div className="ef-field describe">
      <FileDropzone.Root onFiles={(files) => void add(files)}>
        <FileDropzone.Input />
        <FileDropzone.Icon />
        <FileDropzone.Text>
          <FileDropzone.Title />
        </FileDropzone.Text>
        <FileDropzone.Button ref={button} />
      </FileDropzone.Root>
      {uploads.length > 0 && (
        <div className="ef-panel">
          <FileList.Root aria-label={messages.uploads} focusFallback={button}>
            {uploads.map((upload) => (
              <Row key={upload.id} upload={upload} />
            ))}
          </FileList.Root>
          <div className="ef-foot">
            <button
              type="button"
              className="ef-button"
              data-variant="primary"
              aria-disabled={count === 0 || undefined}
              onClick={() => count > 0 && send()}
            >
              {words.upload(count)}
            </button>
          </div>
        </div>
      )}
      <LiveRegion scope={scope} />
    </div>
  )
}

function Row({ upload }: { readonly upload: Upload }) {
  return (
    <FileList.Item upload={upload}>
      <FileList.Thumb />
      <FileList.Main>
        <FileList.Title>
          <FileList.Name />
        </FileList.Title>
        <FileList.Meta>
          <FileList.Status />
          <FileList.Size />
        </FileList.Meta>
        <Fields upload={upload} />
      </FileList.Main>
      <FileList.Actions>
        <FileList.RetryButton />
        <FileList.CancelButton />
        <FileList.RemoveButton />
      </FileList.Actions>
      <FileList.Progress />
    </FileList.Item>
  )
}

/** What the file is saved with. Fields stay where they are when it is too late, so that nobody's focus is lost. */
function Fields({ upload }: { readonly upload: Upload }) {
  const [{ _tags = [], _purpose = [], access_control = 'private' }, describe] = useUploadAttributes(upload)
  const isOpen = useUpload(upload, canDescribe)
  const { locale, forFile } = useMessages()
  const words = describeWords(locale)
  const named = (label: string) => forFile(label, upload.file.name)
  return (
    <>
      <div className="describe-fields" data-readonly={isOpen ? undefined : ''}>
        <TagsField
          label={words.tags}
          name={named(words.tags)}
          removeLabel={(tag) => named(words.removeTag(tag))}
          tags={_tags}
          readOnly={!isOpen}
          onChange={(tags) => describe({ _tags: tags })}
        />
        <SelectField
          label={words.purpose}
          name={named(words.purpose)}
          options={words.purposes}
          value={_purpose[0] ?? ''}
          readOnly={!isOpen}
          onChange={(purpose) => describe({ _purpose: purpose ? [purpose] : [] })}
        />
        <SelectField
          label={words.access}
          name={named(words.access)}
          options={words.accesses}
          value={access_control}
          readOnly={!isOpen}
          onChange={(access) => describe({ access_control: access })}
        />
      </div>
      {access_control === 'public-read' && (
        <p className="describe-note" data-tone="warning">
          <Icon name="globe" size="sm" />
          {words.isPublic}
        </p>
      )}
      {!isOpen && <p className="describe-note">{words.tooLate}</p>}
    </>
  )
}

interface SelectFieldProps<Value extends string> {
  readonly label: string
  /** With the file in it. */
  readonly name: string
  readonly options: Readonly<Record<Value, string>>
  readonly value: string
  readonly readOnly: boolean
  readonly onChange: (value: Value) => void
}

function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, name, options, value, readOnly, onChange } = props
  return (
    <label className="describe-field">
      <span>{label}</span>
      <select
        aria-label={name}
        aria-disabled={readOnly || undefined}
        value={value}
        onChange={({ target }) => readOnly || onChange(target.value as Value)} // one of its options
      >
        {Object.entries<string>(options).map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
