import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import type { FormEvent, ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { expect, it, vi } from 'vitest'
import type { FileClientOptions, FileFieldProps, FileUploadValue } from '../../src/index.js'
import { createFileClient, de, FileField, FilesProvider, fromFileUploadValue } from '../../src/index.js'
import type { ManualPut, MemoryJournal } from '../../src/testing.js'
import { aFile, createManualClock, createMemoryJournal } from '../../src/testing.js'
import { renderInShadowRoot } from '../support/render-in-shadow-root.js'
import { createApp } from '../support/render-with-files.js'

const photo = aFile({ name: 'meter.jpg', type: 'image/jpeg', sizeBytes: 2000 })
const there = { bucket: 'b', key: '123/temp/1/old.pdf' }
const draft: FileUploadValue = { files: [{ filename: 'old.pdf', s3ref: there, size: 512_000 }] }

it('puts what is uploaded into the form, as epilot’s journeys keep it, and asks for no token', async () => {
  const getToken = vi.fn(() => 'token')
  const { put, server, submit, submitted } = renderForm({}, { getToken })
  await choose(photo)
  await act(async () => (await put.next()).finish())
  await screen.findByText('Uploaded')

  await submit()

  const [reservation] = server.world.reservations.values()
  const value = JSON.parse(submitted[0]?.get('photos') as string) as FileUploadValue
  expect(value).toEqual({
    files: [{ filename: 'meter.jpg', s3ref: reservation?.s3ref, contentType: 'image/jpeg', size: 2000 }],
  })
  expect([...(submitted[0]?.keys() ?? [])]).toEqual(['photos'])
  expect(server.ledger.calls().map(({ operation }) => operation)).toEqual(['uploadFilePublic', 'put'])
  expect(getToken).not.toHaveBeenCalled()
  expect(server.files()).toEqual([])
})

it('holds the form back while it needs a file, says why and goes there', async () => {
  const { submit, submitted } = renderForm({ required: true })
  expect(group()).toHaveAccessibleName('Photos (required)')
  expect(screen.queryByText(/^Add a file/)).not.toBeInTheDocument()

  await submit()

  expect(submitted).toEqual([])
  expect(input()).toHaveFocus()
  expect(input()).toHaveAccessibleDescription('Add a file here to continue')
  expect(input().validationMessage).toBe('Add a file here to continue')
  expect(spoken()).toHaveTextContent('Add a file here to continue')
  await choose(photo)
  expect(screen.queryByText('Add a file here to continue')).not.toBeInTheDocument()
})

it('holds the form back while a file is on its way, says so aloud each time, and then lets it go', async () => {
  const { put, submit, submitted } = renderForm()
  await choose(photo)
  const sending = await put.next()
  expect(spoken()).toBeEmptyDOMElement()

  await submit()
  const said = spoken().firstElementChild
  expect(said).toHaveTextContent('The file is still being uploaded. You can go on once it is there')
  expect(input()).toHaveFocus()
  await submit()
  expect(spoken().firstElementChild).not.toBe(said)
  expect(submitted).toEqual([])

  await act(async () => sending.finish())
  await waitFor(() => expect(screen.queryByText(/still being uploaded/)).not.toBeInTheDocument())
  await submit()
  expect(submitted).toHaveLength(1)
})

it('says what failed, lets it be tried again, and lets it be removed', async () => {
  const { put, submit, submitted } = renderForm({}, { retry: () => null })
  await choose(photo)
  await act(async () => (await put.next()).fail(new Error('lost')))
  expect(await screen.findByText('1 file was not uploaded. Try again or remove it')).toBeInTheDocument()
  await submit()
  expect(submitted).toEqual([])

  await userEvent.click(screen.getByRole('button', { name: 'Try again, meter.jpg' }))
  await act(async () => (await put.next()).fail(new Error('lost')))
  await userEvent.click(await screen.findByRole('button', { name: 'Remove, meter.jpg' }))

  expect(screen.queryByText('meter.jpg')).not.toBeInTheDocument()
  expect(screen.queryByText(/not uploaded/)).not.toBeInTheDocument()
  await submit()
  expect(submitted[0]?.get('photos')).toBe('{"files":[]}')
})

it('lets go at once of a file that is not wanted while it is sent', async () => {
  const { put, server } = renderForm()
  await choose(photo)
  const sending = await put.next()

  await userEvent.click(screen.getByRole('button', { name: 'Cancel, meter.jpg' }))

  expect(sending.request.signal.aborted).toBe(true)
  expect(screen.queryByText('meter.jpg')).not.toBeInTheDocument()
  await waitFor(() => expect(screen.getByRole('button', { name: 'Choose files' })).toHaveFocus())
  expect(server.ledger.count('put')).toBe(0)
})

it('leaves the focus to the field of the form that comes first', async () => {
  const { submit } = renderForm({ required: true }, {}, <input aria-label="Name" required />)
  await submit()
  expect(screen.getByLabelText('Name')).toHaveFocus()
  expect(screen.getByText('Add a file here to continue', { selector: '.ef-error *' })).toBeInTheDocument()
})

it('holds the files of a draft, which can be removed', async () => {
  const { submit, submitted } = renderForm({ defaultValue: draft, required: true })
  const row = within(screen.getByRole('listitem'))
  expect(row.getByText('old.pdf')).toBeInTheDocument()
  expect(row.getByText(/512/)).toBeInTheDocument()
  await submit()
  expect(filesOf(submitted[0])).toMatchObject([{ filename: 'old.pdf', s3ref: there, size: 512_000 }])

  await userEvent.click(row.getByRole('button', { name: 'Remove, old.pdf' }))
  await submit()

  expect(submitted).toHaveLength(1)
  expect(spoken()).toHaveTextContent('Add a file here to continue')
})

it('goes back to the draft when the form is reset', async () => {
  const onChange = vi.fn()
  const { put } = renderForm({ defaultValue: draft, onChange }, {}, <button type="reset">Start over</button>)
  await userEvent.click(screen.getByRole('button', { name: 'Remove, old.pdf' }))
  await choose(photo)
  const sending = await put.next()
  expect(onChange).toHaveBeenLastCalledWith({ files: [] })

  await userEvent.click(screen.getByRole('button', { name: 'Start over' }))

  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getByText('old.pdf')).toBeInTheDocument()
  expect(sending.request.signal.aborted).toBe(true)
  await waitFor(() => expect(onChange).toHaveBeenLastCalledWith(draft))
})

it('takes no reset that the app prevents', async () => {
  renderForm({ defaultValue: draft }, {}, <button type="reset">Start over</button>)
  screen.getByRole('form').addEventListener('reset', (event) => event.preventDefault())
  await userEvent.click(screen.getByRole('button', { name: 'Remove, old.pdf' }))
  await userEvent.click(screen.getByRole('button', { name: 'Start over' }))
  expect(screen.queryByText('old.pdf')).not.toBeInTheDocument()
})

it('follows a value that somebody else keeps, and tells each change once', async () => {
  const told: FileUploadValue[] = []
  function Kept() {
    const [value, setValue] = useState<FileUploadValue>(draft)
    return (
      <>
        <FileField
          label="Photos"
          name="photos"
          value={value}
          onChange={(next) => {
            told.push(next)
            setValue(next)
          }}
        />
        <button onClick={() => setValue(draft)}>Discard changes</button>
      </>
    )
  }
  const { put, render } = createApp()
  render(<Kept />)
  await choose(photo)
  await act(async () => (await put.next()).finish())
  await waitFor(() => expect(told).toHaveLength(1))
  expect(told[0]?.files?.map(({ filename }) => filename)).toEqual(['old.pdf', 'meter.jpg'])
  await userEvent.click(screen.getByRole('button', { name: 'Remove, old.pdf' }))
  await waitFor(() => expect(told).toHaveLength(2))

  await userEvent.click(screen.getByRole('button', { name: 'Discard changes' }))

  await waitFor(() => expect(screen.queryByText('meter.jpg')).not.toBeInTheDocument())
  expect(screen.getByText('old.pdf')).toBeInTheDocument()
  expect(told).toHaveLength(2)
})

it('finds its files again in a later step, also what was removed there', async () => {
  const { put, render } = createApp()
  function Steps() {
    const [step, setStep] = useState(1)
    return (
      <>
        {step === 1 ? <FileField label="Photos" name="photos" defaultValue={draft} /> : <p>Step 2</p>}
        <button onClick={() => setStep(step === 1 ? 2 : 1)}>Turn</button>
      </>
    )
  }
  render(<Steps />)
  await userEvent.click(screen.getByRole('button', { name: 'Remove, old.pdf' }))
  await choose(photo)
  const sending = await put.next()
  await userEvent.click(screen.getByRole('button', { name: 'Turn' }))
  await act(async () => sending.finish())
  await userEvent.click(screen.getByRole('button', { name: 'Turn' }))

  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getByText('Uploaded')).toBeInTheDocument()
})

it('finds its files again after a reload, and sends nothing twice', async () => {
  const journal = createMemoryJournal()
  const first = openTab(journal)
  await choose(photo)
  await act(async () => (await first.put.next()).finish())
  await waitFor(() => expect(journal.entries()).toMatchObject([{ result: { kind: 'stored' } }]))
  first.kill()

  const onChange = vi.fn()
  const second = openTab(journal, { onChange }, first.server)

  expect(await screen.findByText('Uploaded')).toBeInTheDocument()
  await waitFor(() => expect(onChange).toHaveBeenCalledTimes(1))
  expect(valueNow()).toEqual(onChange.mock.calls[0]?.[0])
  expect(first.server.ledger.count('put')).toBe(1)
  await userEvent.click(screen.getByRole('button', { name: 'Remove, meter.jpg' }))
  await waitFor(() => expect(journal.entries()).toEqual([]))
  second.kill()
})

it('asks for a file again that S3 has dropped, a day later, and forgets it after a week', async () => {
  const journal = createMemoryJournal()
  const first = openTab(journal)
  await choose(photo)
  await act(async () => (await first.put.next()).finish())
  await waitFor(() => expect(journal.entries()).toMatchObject([{ result: { kind: 'stored' } }]))
  first.kill()

  journal.skip(24 * 3_600_000)
  const second = openTab(journal, {}, first.server)
  expect(await screen.findByText('Expired after a day')).toBeInTheDocument()
  expect(screen.getByRole('listitem')).toHaveAttribute('data-tone', 'error')
  expect(screen.getByText(/^Choose the file again or remove it/)).toBeInTheDocument()
  expect(input().validity.customError).toBe(true)
  expect(valueNow()).toEqual({ files: [] })
  await choose(photo)
  expect(await screen.findByText('Uploaded')).toBeInTheDocument()
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  await waitFor(() => expect(journal.entries()).toMatchObject([{ result: { kind: 'stored' } }]))
  second.kill()

  journal.skip(8 * 24 * 3_600_000)
  const third = openTab(journal, {}, first.server)
  await third.client.restore()
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument()
  expect(journal.entries()).toEqual([])
})

it('asks for a file again that S3 has dropped while the page stood open, where its bytes are gone', async () => {
  const journal = createMemoryJournal()
  const first = openTab(journal)
  await choose(photo)
  await act(async () => (await first.put.next()).finish())
  await waitFor(() => expect(journal.entries()).toMatchObject([{ result: { kind: 'stored' } }]))
  first.kill()
  openTab(journal, {}, first.server)
  await screen.findByText('Uploaded')

  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 3_600_000 })
  try {
    // Somebody comes back to the tab.
    act(() => void document.dispatchEvent(new Event('visibilitychange')))
    expect(await screen.findByText('Expired after a day')).toBeInTheDocument()
  } finally {
    vi.useRealTimers()
  }

  expect(input().validity.customError).toBe(true)
  expect(valueNow()).toEqual({ files: [] })
})

it('sends again by itself what S3 has dropped in a page that is looked at all day', async () => {
  const clock = createManualClock()
  const { put, server } = renderForm({}, { clock })
  await choose(photo)
  await act(async () => (await put.next()).finish())
  await screen.findByText('Uploaded')

  await aDayLater(async () => {
    await act(() => clock.advance(3_600_000))
    expect(screen.queryByText('Uploaded')).not.toBeInTheDocument()
    await act(async () => (await put.next()).finish())
    await screen.findByText('Uploaded')
  })

  expect(server.ledger.count('put')).toBe(2)
})

it.each([
  ['a click on Send', false, () => userEvent.click(screen.getByRole('button', { name: 'Send' }))],
  ['a click on Send', true, () => userEvent.click(screen.getByRole('button', { name: 'Send' }))],
  ['a script', false, () => screen.getByRole<HTMLFormElement>('form').requestSubmit()],
  ['a script', true, () => screen.getByRole<HTMLFormElement>('form').requestSubmit()],
] as const)(
  'hands in nothing that S3 has dropped, where nobody has left the page since (%s, noValidate: %s)',
  async (_by, noValidate, send) => {
    const { put, submitted } = renderForm({ required: true })
    screen.getByRole<HTMLFormElement>('form').noValidate = noValidate
    await choose(photo)
    await act(async () => (await put.next()).finish())
    await screen.findByText('Uploaded')
    const before = valueNow()

    await aDayLater(async () => {
      await act(async () => send())
      expect(submitted).toEqual([])
      expect(spoken()).toHaveTextContent('The file is still being uploaded. You can go on once it is there')
      expect(input()).toHaveFocus()
      await act(async () => (await put.next()).finish())
      await screen.findByText('Uploaded')
      await act(async () => send())
    })

    expect(filesOf(submitted[0])).toMatchObject([{ filename: 'meter.jpg' }])
    expect(valueNow()).not.toEqual(before)
  },
)

it('lets a draft go as it is where S3 has dropped a file of it', async () => {
  const { put, submitted } = renderForm({}, {}, <button formNoValidate>Save for later</button>)
  await choose(photo)
  await act(async () => (await put.next()).finish())
  await screen.findByText('Uploaded')

  await aDayLater(() => userEvent.click(screen.getByRole('button', { name: 'Save for later' })))

  expect(submitted.map(filesOf)).toEqual([[]])
})

it('takes any number of files where its maximum is 0, as in epilot’s journeys', async () => {
  const { client } = renderForm({ maxQuantity: 0 })
  expect(screen.getByRole('button', { name: 'Choose files' })).toBeEnabled()

  await choose(photo, aFile({ name: 'a.pdf' }))

  expect(client.uploads.all()).toHaveLength(2)
  expect(group().textContent).not.toMatch(/up to|0 files/)
})

it.each(['value', 'defaultValue'] as const)(
  'holds the draft that is edited now, not the one before (%s)',
  async (as) => {
    const { render } = createApp()
    const other: FileUploadValue = {
      files: [{ filename: 'other.pdf', s3ref: { bucket: 'b', key: '123/temp/2/other.pdf' } }],
    }
    const onChange = vi.fn()
    function Drafts() {
      const [isOther, setOther] = useState(false)
      const given = { [as]: isOther ? other : draft }
      return (
        <>
          <FileField key={String(isOther)} label="Photos" name="photos" onChange={onChange} {...given} />
          <button onClick={() => setOther(true)}>Edit the other</button>
        </>
      )
    }
    render(<Drafts />)
    expect(screen.getByText('old.pdf')).toBeInTheDocument()

    await userEvent.click(screen.getByRole('button', { name: 'Edit the other' }))

    expect(await screen.findByText('other.pdf')).toBeInTheDocument()
    expect(screen.queryByText('old.pdf')).not.toBeInTheDocument()
    expect(onChange).not.toHaveBeenCalled()
  },
)

it('begins with its draft again once everything was forgotten', async () => {
  const { client, render } = createApp()
  const first = render(<FileField label="Photos" name="photos" defaultValue={draft} />)
  expect(screen.getByText('old.pdf')).toBeInTheDocument()
  await act(() => client.forget())
  first.unmount()

  render(<FileField label="Photos" name="photos" defaultValue={draft} />)

  expect(screen.getByText('old.pdf')).toBeInTheDocument()
})

it('keeps what was uploaded while its step was away, where the form keeps the value', async () => {
  const { put, render } = createApp()
  let kept: FileUploadValue = {}
  function Steps() {
    const [step, setStep] = useState(1)
    const [value, setValue] = useState<FileUploadValue>({ files: [] })
    useEffect(() => void (kept = value))
    return (
      <>
        {step === 1 && <FileField label="Photos" name="photos" value={value} onChange={setValue} />}
        <button onClick={() => setStep(3 - step)}>Turn</button>
      </>
    )
  }
  render(<Steps />)
  await choose(photo)
  await act(async () => (await put.next()).finish())
  await screen.findByText('Uploaded')
  await choose(aFile({ name: 'more.jpg', type: 'image/jpeg' }))
  const sending = await put.next()
  await userEvent.click(screen.getByRole('button', { name: 'Turn' }))
  await act(async () => sending.finish())
  await userEvent.click(screen.getByRole('button', { name: 'Turn' }))

  expect(screen.getAllByText('Uploaded')).toHaveLength(2)
  await waitFor(() => expect(kept.files).toHaveLength(2))
})

it('takes nothing in while a fieldset around it is disabled', async () => {
  const { render, client } = createApp()
  render(
    <form aria-label="Journey">
      <fieldset disabled>
        <FileField label="Photos" name="photos" required />
      </fieldset>
    </form>,
  )
  const zone = document.querySelector<HTMLElement>('.ef-dropzone')!
  const dataTransfer = new DataTransfer()
  dataTransfer.items.add(photo)
  for (const type of ['dragenter', 'dragover', 'drop']) {
    act(() => void zone.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer })))
  }
  await act(() => new Promise((resolve) => setTimeout(resolve, 100)))

  expect(client.uploads.all()).toEqual([])
  expect(screen.getByRole<HTMLFormElement>('form').checkValidity()).toBe(true)
  expect([...new FormData(screen.getByRole<HTMLFormElement>('form')).keys()]).toEqual([])
})

it('shows no file that another tab is at, and has room in spite of it', async () => {
  const journal = createMemoryJournal()
  const first = openTab(journal)
  await choose(photo)
  await act(async () => (await first.put.next()).finish())
  await waitFor(() => expect(journal.entries()).toMatchObject([{ result: { kind: 'stored' } }]))
  first.unmount()

  const second = openTab(journal, { maxQuantity: 1, required: true }, first.server)
  await act(() => second.client.restore())
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument()
  await choose(aFile({ name: 'other.jpg', type: 'image/jpeg' }))

  expect(screen.getByText('other.jpg')).toBeInTheDocument()
  expect(screen.queryByText('meter.jpg')).not.toBeInTheDocument()
})

it('shows a file once that a reload and a draft both bring back', async () => {
  const journal = createMemoryJournal()
  const first = openTab(journal)
  await choose(photo)
  await act(async () => (await first.put.next()).finish())
  await waitFor(() => expect(journal.entries()).toMatchObject([{ result: { kind: 'stored' } }]))
  const defaultValue = valueNow()
  first.kill()

  const second = openTab(journal, { defaultValue }, first.server)
  await act(() => second.client.restore())

  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1))
  expect(valueNow()).toEqual(defaultValue)
})

it('tells its rules before the pick, counts, and holds no more than it may', async () => {
  const { put } = renderForm({
    maxQuantity: 2,
    supportedTypes: ['PDF', 'Image'],
    rules: { maxSizeBytes: 20_000_000 },
  })
  expect(screen.getByText(/^PDF or images · up to 20 MB each · up to 2 files$/)).toBeInTheDocument()
  expect(input()).toHaveAttribute('accept', '.pdf,image/*')

  await choose(photo)
  await put.next()
  expect(screen.getByText(/^1 of 2 files · PDF or images/)).toBeInTheDocument()
  await choose(aFile({ name: 'a.pdf' }), aFile({ name: 'b.pdf' }))

  expect(await screen.findByText(/Only 2 files can be added here/)).toBeInTheDocument()
  expect(screen.getByText('a.pdf', { selector: '.ef-row *' })).toBeInTheDocument()
  expect(screen.queryByText('b.pdf', { selector: '.ef-row *' })).not.toBeInTheDocument()
})

it('goes with the form without what it holds while it is disabled', async () => {
  const { submit, submitted } = renderForm({ disabled: 'Not needed here', required: true })
  expect(screen.getByText('Not needed here')).toBeInTheDocument()
  await submit()
  expect(submitted[0]?.has('photos')).toBe(false)
})

it('says what the form has against it', async () => {
  renderForm({ error: 'The meter number cannot be read' })
  expect(input()).toHaveAccessibleDescription('The meter number cannot be read')
  expect(input()).toBeInvalid()
})

it('belongs to a form elsewhere on the page', async () => {
  const { render, put } = createApp()
  let value: unknown
  render(
    <>
      <form
        id="elsewhere"
        onSubmit={(event) => {
          event.preventDefault()
          value = new FormData(event.currentTarget).get('photos')
        }}
      >
        <button>Send</button>
      </form>
      <FileField label="Photos" name="photos" form="elsewhere" required />
    </>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  expect(input()).toHaveFocus()
  await choose(photo)
  await act(async () => (await put.next()).finish())
  await screen.findByText('Uploaded')
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  expect(fromFileUploadValue(value)).toMatchObject([{ filename: 'meter.jpg' }])
})

it('holds back, resets and finds its form inside of a shadow root', async () => {
  const onData = vi.fn()
  const {
    put,
    shadow,
    screen: inside,
  } = renderInShadowRoot(
    <Form field={{ required: true }} onData={onData}>
      <button type="reset">Start over</button>
    </Form>,
  )
  const own = () => shadow.querySelector<HTMLInputElement>('input[type=file]')!
  await userEvent.click(inside.getByRole('button', { name: 'Send' }))
  expect(shadow.activeElement).toBe(own())
  expect(inside.getAllByText('Add a file here to continue')[0]).toBeVisible()

  await userEvent.upload(own(), photo)
  await act(async () => (await put.next()).finish())
  await inside.findByText('Uploaded')
  await userEvent.click(inside.getByRole('button', { name: 'Send' }))
  expect(filesOf(onData.mock.calls[0]?.[0] as FormData)).toMatchObject([{ filename: 'meter.jpg' }])
  await userEvent.click(inside.getByRole('button', { name: 'Start over' }))
  expect(inside.queryByText('meter.jpg')).not.toBeInTheDocument()
})

it('speaks German', async () => {
  const { put, client, server } = createApp()
  const { container } = createApp().render(
    <FilesProvider client={client} messages={de}>
      <Form field={{ required: true, maxQuantity: 3 }} />
    </FilesProvider>,
  )
  expect(group()).toHaveAccessibleName('Photos (Pflichtfeld)')
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  expect(spoken()).toHaveTextContent('Bitte fügen Sie hier eine Datei hinzu')
  await choose(photo)
  await put.next()
  expect(screen.getByText('1 von 3 Dateien')).toBeInTheDocument()
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  expect(spoken()).toHaveTextContent('Die Datei wird noch hochgeladen. Sobald sie da ist, geht es weiter')
  expect(container.textContent).not.toMatch(/\b(file|upload|required)\b/i)
  expect(server.files()).toEqual([])
})

it('is accessible in all its states', async () => {
  const { put, submit } = renderForm({ required: true, help: 'The number must be readable', maxQuantity: 2 })
  await expectNoViolations()
  await submit()
  await expectNoViolations()
  await choose(photo)
  await act(async () => (await put.next()).progress(500))
  await expectNoViolations()
})

interface FormProps {
  readonly field?: Partial<FileFieldProps>
  readonly onData?: (data: FormData) => void
  readonly children?: ReactNode
}

function Form({ field = {}, onData, children }: FormProps) {
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    onData?.(new FormData(event.currentTarget))
  }
  return (
    <form onSubmit={send} aria-label="Journey">
      {children}
      <FileField label="Photos" name="photos" {...field} />
      <button>Send</button>
    </form>
  )
}

function renderForm(
  field: Partial<FileFieldProps> = {},
  options: FileClientOptions = {},
  children: ReactNode = null,
) {
  const app = createApp(options)
  const submitted: FormData[] = []
  app.render(
    <Form field={field} onData={(data) => submitted.push(data)}>
      {children}
    </Form>,
  )
  return { ...app, submitted, submit: () => userEvent.click(screen.getByRole('button', { name: 'Send' })) }
}

/** A page that shares a journal with those before it. */
function openTab(
  journal: MemoryJournal,
  field: Partial<FileFieldProps> = {},
  knownServer?: ReturnType<typeof createApp>['server'],
) {
  const storage = journal.openTab()
  const fresh = createApp({ journal: { storage } })
  const server = knownServer ?? fresh.server
  const put: ManualPut = fresh.put
  const client = knownServer
    ? createFileClient({ fetch: server.fetch, putBlob: server.putBlob, journal: { storage } })
    : fresh.client
  const { unmount } = fresh.render(
    <FilesProvider client={client}>
      <Form field={field} />
    </FilesProvider>,
  )
  return {
    server,
    put,
    client,
    unmount,
    kill() {
      storage.kill()
      unmount()
    },
  }
}

async function choose(...files: File[]) {
  await userEvent.setup({ applyAccept: false }).upload(input(), files)
}

function input() {
  return document.querySelector<HTMLInputElement>('input[type=file]')!
}

function group() {
  return screen.getByRole('group')
}

/** Where the field says aloud that it holds the form back. */
function spoken() {
  return group().querySelector<HTMLElement>(':scope > [role=alert]:has(+ [type=hidden])')!
}

function valueNow(): FileUploadValue {
  return JSON.parse(document.querySelector<HTMLInputElement>('input[name=photos]')!.value) as FileUploadValue
}

function filesOf(data: FormData | undefined) {
  return fromFileUploadValue(data?.get('photos'))
}

/** The time of day alone, as for a page that stood open and heard of nothing. */
async function aDayLater(act: () => Promise<void>) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * 3_600_000 })
  try {
    await act()
  } finally {
    vi.useRealTimers()
  }
}

async function expectNoViolations() {
  // What comes in by fading is judged once it is there.
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(ending.map(({ finished }) => finished))
  const { violations } = await axe.run(document.body)
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}
