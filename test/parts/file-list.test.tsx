import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { JSX, ReactNode } from 'react'
import { createElement, memo, useRef } from 'react'
import { expect, it } from 'vitest'
import { useFileUpload } from '../../src/hooks/use-file-upload.js'
import type { Upload, UploadState } from '../../src/index.js'
import { FileError } from '../../src/index.js'
import * as FileList from '../../src/parts/file-list/index.js'
import { aFile, aFileEntity, createManualClock } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const Row = memo(function Row({ upload }: { readonly upload: Upload }) {
  return (
    <FileList.Item upload={upload}>
      <FileList.Name />
      <FileList.Status />
      <FileList.Size />
      <FileList.RetryButton whenRefused={false} />
      <FileList.SaveAgainButton />
      <FileList.ContinueButton />
      <FileList.ChooseSameFileButton />
      <FileList.ChooseAnotherButton onChooseAnother={() => {}} />
      <FileList.KeepUnattachedButton />
      <FileList.PauseButton />
      <FileList.CancelButton />
      <FileList.RemoveButton />
      <FileList.Progress />
    </FileList.Item>
  )
})

function Uploads({ scope = 's' }: { readonly scope?: string }) {
  const { uploads } = useFileUpload({ scope })
  const last = useRef<HTMLButtonElement>(null)
  return (
    <>
      <FileList.Root aria-label="Uploads" focusFallback={last}>
        {uploads.map((upload) => (
          <Row key={upload.id} upload={upload} />
        ))}
      </FileList.Root>
      <button ref={last}>Choose files</button>
    </>
  )
}

function row(name: string) {
  return screen.getByText(name).closest('li')!
}

it('shows an upload from the first byte to the last, and that sent is not yet saved', async () => {
  const { put, client, render, server } = createApp()
  server.failNext('saveFileV2', 'hang')
  render(<Uploads />)
  act(() => void client.uploads.add([aFile({ name: 'a.pdf', sizeBytes: 2_000_000 })], { scope: 's' }))
  const sending = await put.next()
  const bar = await screen.findByRole('progressbar', { name: 'a.pdf' })
  expect(bar).not.toHaveAttribute('value')

  act(() => sending.progress(846_000))
  expect(bar).toHaveAttribute('value', '42.3')
  expect(bar).toHaveAttribute('aria-valuetext', '42 percent')
  expect(row('a.pdf')).toHaveTextContent('42 %0.8 of 2 MB')

  act(() => sending.progress(2_000_000))
  expect(row('a.pdf')).toHaveTextContent('99 %')

  await act(async () => sending.finish())
  await waitFor(() => expect(row('a.pdf')).toHaveTextContent('Uploaded. Saving…'))
  expect(row('a.pdf')).toHaveAttribute('data-status', 'saving')
  expect(bar).not.toHaveAttribute('value')
  expect(bar).toHaveAttribute('aria-valuetext', 'Uploaded. Saving')
})

const s3 = { reached: 's3', s3ref: { bucket: 'b', key: 'k' } } as const
const nothing = { reached: 'nothing' } as const
const failed = (error: FileError) => ({ status: 'failed', checkpoint: s3, error }) satisfies UploadState

it.each<[string, UploadState, string, readonly string[]]>([
  ['queued', { status: 'queued', checkpoint: nothing }, 'Waiting', ['Cancel']],
  ['preparing', { status: 'preparing' }, 'Preparing…', ['Cancel']],
  ['sending without progress', uploading(0), 'Uploading…', ['Pause', 'Cancel']],
  ['sending', uploading(50), '50 %', ['Pause', 'Cancel']],
  ['all sent', uploading(100), '99 %', ['Pause', 'Cancel']],
  ['paused', { status: 'paused', checkpoint: nothing }, 'Paused', ['Resume', 'Cancel']],
  ['offline', waiting({ for: 'network' }), 'Waiting for the network', ['Cancel']],
  ['signed out', waiting({ for: 'sign-in' }), 'Waiting until you sign in', ['Cancel']],
  ['in another tab', waiting({ for: 'leader' }), 'Uploading in another tab', ['Cancel']],
  [
    'without its file',
    waiting({ for: 'file' }),
    'Interrupted. Needs the same file again',
    ['Choose the file again', 'Discard'],
  ],
  [
    'dropped by S3',
    waiting({ for: 'file', expired: true }),
    'Expired after a day',
    ['Choose the file again', 'Discard'],
  ],
  [
    'given another file',
    waiting({ for: 'file', other: { sizeBytes: 209_000_000 } }),
    'That is another file: 209 MB instead of 20 bytes',
    ['Choose the file again', 'Discard'],
  ],
  [
    'given another file of the same size',
    waiting({ for: 'file', other: { sizeBytes: 20 } }),
    'That is another file',
    ['Choose the file again', 'Discard'],
  ],
  [
    'expired',
    failed(new FileError('expired', '')),
    'Expired after 7 days. It was never saved',
    ['Choose the file again', 'Remove'],
  ],
  [
    'refused by the entity',
    {
      status: 'failed',
      checkpoint: { reached: 'entity', file: aFileEntity() },
      error: new FileError('forbidden', '', { step: 'attach' }),
    },
    'Saved, but you can’t add files here',
    ['Choose another', 'Keep unattached', 'Remove'],
  ],
  ['saving', { status: 'saving', checkpoint: s3 }, 'Uploaded. Saving…', ['Cancel']],
  [
    'past the save',
    { status: 'saving', checkpoint: { ...s3, reached: 'save-sent', mark: 'm' } },
    'Saving…',
    ['Cancel'],
  ],
  [
    'attaching',
    { status: 'attaching', checkpoint: { reached: 'entity', file: aFileEntity() } },
    'Saved. Adding…',
    ['Cancel'],
  ],
  ['stored', { status: 'done', result: { kind: 'stored', s3ref: s3.s3ref } }, 'Uploaded', ['Remove']],
  ['not saved', failed(new FileError('server', '', { step: 'save' })), 'not saved', ['Try again', 'Remove']],
  [
    'perhaps saved',
    failed(new FileError('outcome-unknown', '', { step: 'save' })),
    'may be',
    ['Check again', 'Save again', 'Remove'],
  ],
  [
    'canceled, and perhaps saved',
    {
      status: 'failed',
      checkpoint: { reached: 'nothing' },
      error: new FileError('outcome-unknown', '', { step: 'save' }),
      isUnwanted: true,
    },
    'Check again to have it deleted',
    ['Check again', 'Save again', 'Remove'],
  ],
  [
    'canceled, and perhaps saved, with no answer in time',
    {
      status: 'failed',
      checkpoint: { reached: 'nothing' },
      error: new FileError('server', '', { step: 'save' }),
      isUnwanted: true,
    },
    'Check again to have it deleted',
    ['Check again', 'Remove'],
  ],
  [
    'changed on disk',
    { status: 'failed', checkpoint: { reached: 'nothing' }, error: new FileError('file-unreadable', '') },
    'Choose it again',
    ['Choose again', 'Remove'],
  ],
  [
    'perhaps added',
    failed(new FileError('outcome-unknown', '', { step: 'attach' })),
    'may be added',
    ['Check again', 'Add again', 'Remove'],
  ],
  [
    'canceled too late',
    { status: 'canceling', checkpoint: { ...s3, reached: 'save-sent', mark: 'm' } },
    'Canceling, as soon as epilot has answered…',
    [],
  ],
  ['canceled', { status: 'canceled' }, 'Canceled', ['Upload again', 'Remove']],
  [
    'deleted again',
    { status: 'canceled', wasSaved: true },
    'it was deleted again',
    ['Upload again', 'Remove'],
  ],
  [
    'not to be deleted',
    {
      status: 'done',
      result: { kind: 'saved', file: aFileEntity(), notDeleted: new FileError('forbidden', '') },
    },
    'It was already savedyou are not allowed to delete it',
    ['Remove'],
  ],
  [
    'to be approved',
    { status: 'done', result: { kind: 'saved', file: aFileEntity(), attach: 'pending' } },
    'Saved. Waiting for approval',
    ['Remove'],
  ],
  [
    'kept unattached',
    { status: 'done', result: { kind: 'saved', file: aFileEntity(), attach: 'none' } },
    'Saved, not added',
    ['Remove'],
  ],
  [
    'not deleted for another reason',
    {
      status: 'done',
      result: { kind: 'saved', file: aFileEntity(), notDeleted: new FileError('server', '') },
    },
    'It was already savedit could not be deleted',
    ['Remove'],
  ],
  [
    'a busy server',
    waiting({
      for: 'retry',
      step: 'send',
      until: 0,
      attempt: 1,
      error: new FileError('rate-limited', '', { retryAfterMs: 5000 }),
    }),
    'epilot is busy. Trying again…',
    ['Cancel'],
  ],
  [
    'a server that is busy for long, whatever the step',
    waiting({
      for: 'retry',
      step: 'save',
      until: Infinity,
      attempt: 1,
      error: new FileError('rate-limited', '', { step: 'save', retryAfterMs: 90_000 }),
    }),
    'epilot is busy. Goes on at ',
    ['Cancel'],
  ],
])('says what is going on, and offers what makes sense: %s', (_what, state, words, buttons) => {
  const { client, render } = createApp()
  const [upload] = client.uploads.add([aFile({ name: 'a.pdf' })], { scope: 's', autoStart: false })
  const store = { getState: () => state, getInitialState: () => state, subscribe: () => () => {} }

  render(<Row upload={{ ...upload!, state: store }} />)

  expect(row('a.pdf')).toHaveTextContent(words)
  expect(screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(
    buttons.map((button) => `${button}, a.pdf`),
  )
})

it.each<[string, UploadState, string, string | null]>([
  ['restored', { status: 'paused', checkpoint: nothing }, 'Interrupted', 'restored'],
  [
    'saving',
    { status: 'saving', checkpoint: s3 },
    'Interrupted. Saving now, nothing is sent again',
    'saving',
  ],
])('tells what a reload has interrupted: %s', (_what, state, words, status) => {
  const { client, render } = createApp()
  const [upload] = client.uploads.add([aFile({ name: 'a.pdf' })], { scope: 's', autoStart: false })
  const store = { getState: () => state, getInitialState: () => state, subscribe: () => () => {} }

  render(<Row upload={{ ...upload!, state: store, interruptedAt: 1 }} />)

  expect(row('a.pdf')).toHaveTextContent(words)
  expect(row('a.pdf')).toHaveAttribute('data-status', status)
})

it.each(['outcome-unknown', 'server', 'network'] as const)(
  'only warns where nobody knows whether what was canceled is saved (%s)',
  (code) => {
    const { client, render } = createApp()
    const [upload] = client.uploads.add([aFile({ name: 'a.pdf' })], { scope: 's', autoStart: false })
    const state: UploadState = { ...failed(new FileError(code, '', { step: 'save' })), isUnwanted: true }
    const store = { getState: () => state, getInitialState: () => state, subscribe: () => () => {} }

    render(<Row upload={{ ...upload!, state: store }} />)

    expect(row('a.pdf')).toHaveAttribute('data-tone', 'warning')
  },
)

it('goes on with what was interrupted, and keeps the focus in its row', async () => {
  const { client, render } = createApp()
  const [upload] = client.uploads.adopt([
    {
      id: '1',
      file: aFile({ name: 'a.pdf' }),
      scope: 's',
      mode: 'user',
      owner: undefined,
      save: {},
      restored: {
        state: { status: 'paused', checkpoint: nothing },
        interruptedAt: 1,
        lacksBytes: false,
        prepared: undefined,
      },
    },
  ])
  render(<Uploads />)
  expect(screen.getAllByRole('button', { name: /a\.pdf/ }).map((button) => button.textContent)).toEqual([
    'Continue',
    '',
  ])
  await userEvent.click(screen.getByRole('button', { name: 'Continue, a.pdf' }))

  await waitFor(() => expect(row('a.pdf')).toHaveAttribute('data-status', 'uploading'))
  expect(upload!.interruptedAt).toBeUndefined()
  expect(row('a.pdf')).toContainElement(document.activeElement as HTMLElement)
})

it('asks for the same file, says that another one was chosen, and sends the right one', async () => {
  const { client, render } = createApp()
  client.uploads.adopt([
    {
      id: '1',
      file: aFile({ name: 'a.zip', sizeBytes: 30_000 }),
      scope: 's',
      mode: 'user',
      owner: undefined,
      save: {},
      restored: {
        state: { status: 'waiting', checkpoint: nothing, waiting: { for: 'file' } },
        interruptedAt: 1,
        lacksBytes: true,
        prepared: undefined,
      },
    },
  ])
  render(<Uploads />)
  const choose = screen.getByRole('button', { name: 'Choose the file again, a.zip' })

  await pick(choose, aFile({ name: 'b.zip', sizeBytes: 20_000 }))
  expect(row('a.zip')).toHaveTextContent('That is another file: 20 kB instead of 30 kB')
  expect(row('a.zip')).toHaveAttribute('data-tone', 'error')
  expect(choose).toHaveFocus()

  await pick(choose, aFile({ name: 'a.zip', sizeBytes: 30_000 }))
  await waitFor(() => expect(row('a.zip')).toHaveAttribute('data-status', 'uploading'))
  expect(document.querySelector('body > input[type=file]')).toBeNull()
})

/** Opens the picker by a button and picks in it. */
async function pick(button: HTMLElement, file: File) {
  const opened = new Promise<HTMLInputElement>((resolve) => {
    document.addEventListener(
      'click',
      function see(event) {
        if (!(event.target instanceof HTMLInputElement)) return
        event.preventDefault()
        document.removeEventListener('click', see, true)
        resolve(event.target)
      },
      true,
    )
  })
  await userEvent.click(button)
  const input = await opened
  const transfer = new DataTransfer()
  transfer.items.add(file)
  input.files = transfer.files
  act(() => void input.dispatchEvent(new Event('change', { bubbles: true })))
}

function uploading(percent: number): UploadState {
  return { status: 'uploading', sentBytes: percent, totalBytes: 100 }
}

function waiting(what: Extract<UploadState, { status: 'waiting' }>['waiting']): UploadState {
  return { status: 'waiting', checkpoint: nothing, waiting: what }
}

it('counts down to the next try, and tries at once when asked', async () => {
  const clock = createManualClock()
  const { client, put, render } = createApp({
    clock,
    retry: (_error, attempt) => (attempt === 1 ? 4000 : null),
  })
  render(<Uploads />)
  act(() => void client.uploads.add([aFile({ name: 'a.pdf' })], { scope: 's' }))
  const sending = await put.next()
  await act(async () => sending.fail(new FileError('network', 'gone', { step: 'send' })))

  await waitFor(() => expect(row('a.pdf')).toHaveTextContent('Connection lost. Trying again in 4 s'))
  expect(row('a.pdf')).toHaveTextContent('attempt 2')
  await act(() => clock.advance(1000))
  expect(row('a.pdf')).toHaveTextContent('Trying again in 3 s')

  await userEvent.click(screen.getByRole('button', { name: 'Try now, a.pdf' }))
  await put.next()
  await waitFor(() => expect(row('a.pdf')).toHaveAttribute('data-status', 'uploading'))
})

it('pauses and resumes by one button that keeps the focus', async () => {
  const { client, put, render } = createApp()
  render(<Uploads />)
  act(() => void client.uploads.add([aFile({ name: 'a.pdf' })], { scope: 's' }))
  await put.next()
  const pause = await screen.findByRole('button', { name: 'Pause, a.pdf' })

  await userEvent.click(pause)
  expect(row('a.pdf')).toHaveAttribute('data-status', 'paused')
  await userEvent.keyboard('{Enter}')
  await put.next()

  await waitFor(() => expect(row('a.pdf')).toHaveAttribute('data-status', 'uploading'))
  expect(pause).toHaveFocus()
})

it('moves the focus on when a row goes: next, previous, and at last to what is given', async () => {
  const { client, render } = createApp()
  render(<Uploads />)
  const names = ['a.pdf', 'b.pdf', 'c.pdf']
  act(() => {
    const added = client.uploads.add(
      names.map((name) => aFile({ name })),
      { scope: 's', autoStart: false },
    )
    for (const upload of added) upload.cancel()
  })
  const remove = (name: string) => screen.getByRole('button', { name: `Remove, ${name}` })

  act(() => remove('b.pdf').focus())
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(remove('c.pdf')).toHaveFocus())

  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(remove('a.pdf')).toHaveFocus())

  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus())
})

it('keeps the focus in its row when the button that has it goes', async () => {
  const { client, put, render } = createApp()
  render(<Uploads />)
  act(() => void client.uploads.add([aFile({ name: 'a.pdf' })], { scope: 's' }))
  await put.next()

  await userEvent.click(screen.getByRole('button', { name: 'Cancel, a.pdf' }))

  expect(row('a.pdf')).toHaveAttribute('data-status', 'canceled')
  await waitFor(() => expect(row('a.pdf')).toHaveFocus())
})

it('leaves the focus alone when somebody has taken it elsewhere', async () => {
  const { client, render } = createApp()
  render(<Uploads />)
  let upload: Upload | undefined
  act(() => {
    upload = client.uploads.add([aFile({ name: 'a.pdf' })], { scope: 's', autoStart: false })[0]
  })
  act(() => screen.getByRole('button', { name: 'Cancel, a.pdf' }).focus())
  await userEvent.click(document.body)

  act(() => upload?.cancel())

  await act(async () => {})
  expect(document.body).toHaveFocus()
})

it('shows any name whole and unharmed', () => {
  const { render } = createApp()
  const names = [
    'Za\u0308hler.jpg',
    '👨‍👩‍👧 Unser_neues_Zuhause_am_See.pdf',
    'عقد_توريد_الكهرباء_2026.pdf',
    `${'x'.repeat(251)}.pdf`,
    'rechnung\u202efdp.exe',
  ]
  render(
    <FileList.Root aria-label="Files">
      {names.map((filename) => (
        <FileList.Item key={filename} file={aFileEntity({ filename })}>
          <FileList.Name />
        </FileList.Item>
      ))}
    </FileList.Root>,
  )

  const shown = screen.getAllByRole('listitem').map((item) => within(item).getByTitle(/./))
  expect(shown.map((name) => name.textContent)).toEqual([
    'Z\u00e4hler.jpg',
    ...names.slice(1, 4),
    'rechnung\ufffdfdp.exe',
  ])
  expect(shown.map((name) => name.getAttribute('dir'))).toEqual(['ltr', 'ltr', 'rtl', 'ltr', 'ltr'])
  expect(shown[3]).toHaveAttribute('data-end', 'xxxxx.pdf')
  expect(shown[0]).not.toHaveAttribute('data-end')
})

it('never lets a name push its row wider', () => {
  const { render } = createApp()
  render(
    <div className="ef-panel" style={{ width: 320 }}>
      <FileList.Root aria-label="Files">
        <FileList.Item file={aFileEntity({ filename: `${'x'.repeat(251)}.pdf` })}>
          <FileList.Thumb />
          <div className="ef-main">
            <FileList.Name />
          </div>
        </FileList.Item>
      </FileList.Root>
    </div>,
  )
  const list = screen.getByRole('list')
  expect(list.scrollWidth).toBeLessThanOrEqual(list.clientWidth)
})

it('shows of a stored file what one should know before sharing it', () => {
  const { render } = createApp()
  const file = aFileEntity({
    filename: 'plan.pdf',
    size_bytes: 0,
    access_control: 'public-read',
    custom_download_url: 'https://files.test/plan.pdf',
    versions: [{}, {}, {}],
    _tags: ['Plan', 'Plan', 'Signed'],
    _created_at: '2026-03-12T10:00:00Z',
  })
  render(
    <FileList.Item file={file}>
      <FileList.Badges />
      <FileList.Tags />
      <FileList.Date />
      <FileList.Size />
      <FileList.Status />
      <FileList.Progress />
    </FileList.Item>,
  )
  expect(screen.getByRole('listitem')).toHaveTextContent('v3files.testPublicPlanSignedMar 12, 2026–')
  expect(screen.getByRole('listitem')).toHaveAttribute('data-kind', 'link')
  expect(screen.getByTitle('size unknown')).toBeInTheDocument()
  expect(screen.queryByRole('progressbar')).not.toBeInTheDocument()
})

it('renders one bar, and no other row and no list, when one of 1,000 files makes progress', async () => {
  const { client, put, render } = createApp()
  const renders = { list: 0, row: 0, name: 0, status: 0, size: 0, cancel: 0, progress: 0 }
  const counted =
    (part: keyof typeof renders, tag: keyof JSX.IntrinsicElements) =>
    (props: Readonly<Record<string, unknown>>) => {
      renders[part]++
      return createElement(tag, props)
    }
  const Counted = memo(function Counted({ upload }: { readonly upload: Upload }) {
    return (
      <FileList.Item upload={upload} render={counted('row', 'li')}>
        <FileList.Name render={counted('name', 'span')} />
        <FileList.Status render={counted('status', 'span')} />
        <FileList.Size render={counted('size', 'span')} />
        <FileList.CancelButton render={counted('cancel', 'button')} />
        <FileList.Progress render={counted('progress', 'progress')} />
      </FileList.Item>
    )
  })
  function Many(): ReactNode {
    const { uploads } = useFileUpload({ scope: 's' })
    return (
      <FileList.Root render={counted('list', 'ul')}>
        {uploads.map((upload) => (
          <Counted key={upload.id} upload={upload} />
        ))}
      </FileList.Root>
    )
  }
  const content = aFile({ sizeBytes: 10_000_000 })
  const files = Array.from({ length: 1000 }, (_, index) => new File([content], `${index}.pdf`))
  render(<Many />)
  act(() => void client.uploads.add(files, { scope: 's' }))
  const sending = await put.next()
  act(() => sending.progress(1_000_000))
  await waitFor(() => expect(document.querySelectorAll('li')).toHaveLength(1000))
  const still = { list: 0, row: 0, name: 0, status: 0, size: 0, cancel: 0, progress: 0 }

  // Less than a percent: the bar alone. StrictMode renders twice.
  Object.assign(renders, still)
  act(() => sending.progress(1_020_000))
  expect(renders).toEqual({ ...still, progress: 2 })

  // The next percent: the number too.
  Object.assign(renders, still)
  act(() => sending.progress(1_110_000))
  expect(renders).toEqual({ ...still, progress: 2, status: 2, size: 2 })
})
