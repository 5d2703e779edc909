import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { FileClientOptions, SubmitJourneyHandle, SubmitOptions } from '../../src/index.js'
import {
  de,
  FileField,
  FilesProvider,
  SubmitButton,
  SubmitReason,
  useSubmitJourney,
} from '../../src/index.js'
import { aFile, createFileServer, createManualConnection, createMemoryJournal } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const photo = aFile({ name: 'meter.jpg', type: 'image/jpeg', sizeBytes: 2000 })

it('hands in what the fields hold, each file once, with what each field is called, and without a token', async () => {
  const { server, put, client, journey } = renderJourney()
  await choose('Photos', photo)
  await finish(put)
  await choose('Bill', aFile({ name: 'bill.pdf', sizeBytes: 1000 }))
  await finish(put)
  await waitFor(() => expect(screen.getAllByText('Uploaded')).toHaveLength(2))

  await userEvent.click(screen.getByRole('button', { name: 'Send' }))

  await waitFor(() => expect(server.submissions()).toHaveLength(1))
  const refs = [...server.world.reservations.values()].map(({ s3ref }) => s3ref)
  expect(server.submissions()[0]?.payload).toEqual({
    organization_id: '123',
    source_type: 'api',
    source_id: 'solar-quote',
    entities: [
      {
        _schema: 'submission',
        description: 'Solar quote',
        roof: 'flat',
        files: [
          { s3ref: refs[0], filename: 'meter.jpg', _tags: ['meter'], relation_tags: ['photos'] },
          { s3ref: refs[1], filename: 'bill.pdf', relation_tags: ['bill'] },
        ],
      },
    ],
  })
  expect(server.ledger.calls().some(({ isAuthorized }) => isAuthorized)).toBe(false)
  await waitFor(() => expect(journey().state.status).toBe('submitted'))
  expect(client.uploads.all()).toEqual([])
})

it.each(['empty', 'submission-id'] as const)('knows the answer of epilot (%s)', async (submissionAnswer) => {
  const server = createFileServer({ answers: { submissionAnswer } })
  const { journey } = renderJourney({}, { fetch: server.fetch })

  const receipt = await act(() => journey().submit({ description: 'Nothing to upload' }))

  const [submission] = server.submissions()
  expect(receipt).toEqual({ submission_id: submissionAnswer === 'empty' ? undefined : submission?.id })
  expect(submission?.payload.entities).toEqual([{ _schema: 'submission', description: 'Nothing to upload' }])
})

it('hands in once, however often it is asked to', async () => {
  const { server, journey } = renderJourney()

  const receipts = await act(() => Promise.all([submit(journey()), submit(journey()), submit(journey())]))
  await act(() => submit(journey()))

  expect(server.submissions()).toHaveLength(1)
  expect(new Set(receipts).size).toBe(1)
})

it('names each file once, also one that is given besides the fields', async () => {
  const { server, put, journey } = renderJourney()
  await choose('Photos', photo)
  await finish(put)
  await screen.findByText('Uploaded')
  const [reservation] = server.world.reservations.values()
  const files = [{ s3ref: reservation!.s3ref, _tags: ['front'] }]

  await act(() => journey().submit({ description: 'Solar quote', files }))

  expect(server.submissions()[0]?.payload.entities[0]?.files).toEqual([
    { s3ref: reservation?.s3ref, _tags: ['front'] },
  ])
})

it('hands in two journeys of one page, also where neither has files', async () => {
  const { server, renderHook } = createApp()
  const { result } = renderHook(() =>
    ['contact', 'newsletter'].map((sourceId) =>
      useSubmitJourney({ organizationId: '123', sourceId, scopes: [] }),
    ),
  )

  for (const journey of result.current) await act(() => submit(journey))

  expect(server.submissions().map(({ payload }) => payload.source_id)).toEqual(['contact', 'newsletter'])
})

it('hands in once, in whatever order two components name the fields', async () => {
  const { server, renderHook } = createApp()
  const { result } = renderHook(() =>
    [scopes, scopes.toReversed()].map((scopes) =>
      useSubmitJourney({ organizationId: '123', sourceId: 'solar-quote', scopes }),
    ),
  )

  await act(() => Promise.all(result.current.map(submit)))

  expect(server.submissions()).toHaveLength(1)
})

it('waits for what is added while it waits, in whatever field', async () => {
  const { server, put, journey } = renderJourney()
  await choose('Photos', photo)
  const first = await put.next()
  await choose('Bill', aFile({ name: 'bill.pdf', sizeBytes: 1000 }))
  const second = await put.next()
  const receipt = submit(journey())
  await act(async () => first.finish())
  await choose('Photos', aFile({ name: 'more.jpg', type: 'image/jpeg' }))
  const third = await put.next()
  await act(async () => second.finish())
  expect(journey().state.status).toBe('uploading')

  await act(async () => third.finish())
  await act(() => receipt)

  expect(server.submissions()[0]?.payload.entities[0]?.files).toHaveLength(3)
})

it('waits for what comes into a field that was empty when it began to wait', async () => {
  const { server, put, journey } = renderJourney()
  await choose('Photos', photo)
  const first = await put.next()
  const receipt = submit(journey())
  await choose('Bill', aFile({ name: 'bill.pdf', sizeBytes: 1000 }))
  const second = await put.next()
  await act(async () => first.finish())
  expect(journey().state.status).toBe('uploading')

  await act(async () => second.finish())
  await act(() => receipt)

  expect(server.submissions()[0]?.payload.entities[0]?.files).toHaveLength(2)
})

it('hands in nothing where somebody goes back while it waits', async () => {
  const { server, put, journey } = renderJourney()
  await choose('Photos', photo)
  const sending = await put.next()
  const receipt = submit(journey())
  await waitFor(() => expect(journey().state.status).toBe('uploading'))

  act(() => journey().reset())
  expect(await receipt).toBeNull()
  await act(async () => sending.finish())
  await screen.findByText('Uploaded')

  expect(journey().state.status).toBe('idle')
  expect(server.submissions()).toEqual([])
  await act(() => submit(journey()))
  expect(server.submissions()).toHaveLength(1)
})

it('sends anew what S3 has dropped in a page that stood open for a day, and hands in what is there', async () => {
  const { server, put, journey } = renderJourney()
  await choose('Photos', photo)
  await finish(put)
  await screen.findByText('Uploaded')
  const [dropped] = [...server.world.reservations.values()].map(({ s3ref }) => s3ref)
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 3_600_000 })

  try {
    const receipt = submit(journey())
    await finish(put)
    await act(() => receipt)
  } finally {
    vi.useRealTimers()
  }

  const files = server.submissions()[0]?.payload.entities[0]?.files
  expect(files).toMatchObject([{ filename: 'meter.jpg' }])
  expect(files?.[0]?.s3ref).not.toEqual(dropped)
})

it('hands in another one once it may begin anew', async () => {
  const { server, journey } = renderJourney()
  await act(() => submit(journey()))
  act(() => journey().reset())
  expect(journey().state.status).toBe('idle')
  await act(() => submit(journey()))
  expect(server.submissions()).toHaveLength(2)
})

it('begins anew for who comes back to the journey later', async () => {
  const { server, render, journey, unmount } = renderJourney()
  await act(() => submit(journey()))
  unmount()

  let again: SubmitJourneyHandle | undefined
  render(<Journey onJourney={(now) => (again = now)} />)
  expect(again?.state.status).toBe('idle')
  await act(() => submit(again!))

  expect(server.submissions()).toHaveLength(2)
})

it('waits for the files that are on their way, and says so', async () => {
  const { server, put, journey } = renderJourney()
  await choose('Photos', photo)
  const sending = await put.next()

  const receipt = submit(journey())
  await waitFor(() => expect(journey().state.status).toBe('uploading'))
  expect(server.submissions()).toEqual([])
  await act(async () => sending.finish())
  await act(() => receipt)

  expect(server.submissions()[0]?.payload.entities[0]?.files).toHaveLength(1)
})

it('refuses while files are on their way, where it is told to', async () => {
  const { server, put, journey } = renderJourney({ whileUploading: 'refuse' })
  await choose('Photos', photo)
  await put.next()

  expect(await act(() => submit(journey()))).toBeNull()

  expect(journey().state).toMatchObject({
    status: 'refused',
    scope: 'photos',
    problem: { kind: 'uploading' },
  })
  expect(journey().problem).toMatch(/still being uploaded/)
  expect(server.submissions()).toEqual([])
})

it('refuses while a file needs somebody, also after waiting for it', async () => {
  const { server, put, journey } = renderJourney({}, { retry: () => null })
  await choose('Photos', photo)
  const sending = await put.next()
  const receipt = submit(journey())
  await act(async () => sending.fail(new Error('lost')))

  expect(await act(() => receipt)).toBeNull()

  expect(journey().problem).toBe('1 file was not uploaded. Try again or remove it')
  expect(server.submissions()).toEqual([])
})

it('says no longer what has been solved, and hands in with the next try', async () => {
  const { server, put, journey } = renderJourney({}, { retry: () => null })
  await choose('Photos', photo, aFile({ name: 'more.jpg', type: 'image/jpeg' }))
  for (let count = 0; count < 2; count++) {
    const sending = await put.next()
    await act(async () => sending.fail(new Error('lost')))
  }
  await act(() => submit(journey()))
  expect(journey().problem).toBe('2 files were not uploaded. Try again or remove them')

  await userEvent.click(screen.getByRole('button', { name: 'Remove, more.jpg' }))
  expect(journey().problem).toBe('1 file was not uploaded. Try again or remove it')
  await userEvent.click(screen.getByRole('button', { name: 'Try again, meter.jpg' }))
  expect(journey()).toMatchObject({ problem: null, state: { status: 'idle' } })
  await finish(put)
  await screen.findByText('Uploaded')

  await act(() => submit(journey()))
  expect(server.submissions()).toHaveLength(1)
})

it('knows what was solved while nobody looked', async () => {
  const { put, render, journey, unmount, client } = renderJourney({}, { retry: () => null })
  await choose('Photos', photo)
  const sending = await put.next()
  await act(async () => sending.fail(new Error('lost')))
  await act(() => submit(journey()))
  unmount()
  client.uploads.all().forEach((upload) => upload.dismiss())

  let again: SubmitJourneyHandle | undefined
  render(<Journey onJourney={(now) => (again = now)} />)
  expect(again?.problem).toBeNull()
})

it('refuses no longer once what is on its way is there', async () => {
  const { put, journey } = renderJourney({ whileUploading: 'refuse' }, { retry: () => null })
  await choose('Photos', photo)
  const sending = await put.next()
  await act(() => submit(journey()))
  expect(journey().problem).toMatch(/still being uploaded/)
  await act(async () => sending.fail(new Error('lost')))
  await waitFor(() => expect(journey().problem).toMatch(/not uploaded/))

  await userEvent.click(screen.getByRole('button', { name: 'Try again, meter.jpg' }))
  expect(journey().problem).toMatch(/still being uploaded/)
  await finish(put)
  await screen.findByText('Uploaded')
  expect(journey().problem).toBeNull()
})

it('keeps everything where epilot says no, and hands it in with the next try', async () => {
  const { server, put, journey } = renderJourney()
  await choose('Photos', photo)
  await finish(put)
  await screen.findByText('Uploaded')
  server.failNext('createSubmission', { status: 400 })

  expect(await act(() => submit(journey()))).toBeNull()
  expect(journey().state).toMatchObject({ status: 'failed', error: { code: 'bad-request', step: 'submit' } })
  expect(journey().problem).toBe(
    'Not sent: the form was not accepted. Everything is still here. Try again later, or get in touch',
  )
  expect(screen.getByText('meter.jpg')).toBeInTheDocument()
  await act(() => submit(journey()))

  expect(server.submissions()).toHaveLength(1)
})

it('says that it may have arrived where the answer got lost, and sends it again for a person alone', async () => {
  const { server, journey } = renderJourney()
  server.failNext('createSubmission', 'lost-answer')

  expect(await act(() => submit(journey()))).toBeNull()

  expect(journey().state).toMatchObject({ status: 'failed', error: { code: 'outcome-unknown' } })
  expect(journey().problem).toMatch(/It may have been sent already/)
  expect(server.submissions()).toHaveLength(1)
})

it.each(['lost-answer', 'hang'] as const)(
  'says after a reload, too, that it may have arrived, until it has (%s)',
  async (fault) => {
    const { server, journey, unmount } = renderJourney()
    server.failNext('createSubmission', fault)
    act(() => void submit(journey()))
    await waitFor(() => expect(server.ledger.count('createSubmission')).toBe(1))
    unmount()

    const second = renderJourney({}, { fetch: server.fetch })
    expect(second.journey().state).toMatchObject({ status: 'failed', error: { code: 'outcome-unknown' } })
    expect(second.journey().problem).toMatch(/It may have been sent already/)
    await act(() => submit(second.journey()))
    expect(second.journey().state.status).toBe('submitted')
    second.unmount()

    const third = renderJourney()
    expect(third.journey().problem).toBeNull()
  },
)

it('says nothing any more of what may have arrived once somebody has begun anew', async () => {
  const { server, journey, unmount } = renderJourney()
  server.failNext('createSubmission', 'lost-answer')
  await act(() => submit(journey()))
  unmount()
  const second = renderJourney({}, { putBlob: () => new Promise(() => {}) })
  second.client.uploads.add([aFile()], { scope: 'photos', mode: 'journey' })
  act(() => void submit(second.journey()))
  expect(second.journey().state.status).toBe('uploading')
  await act(async () => second.journey().reset())
  expect(second.journey().state.status).toBe('idle')
  second.unmount()

  expect(renderJourney().journey().problem).toBeNull()
})

it('says nothing after a reload of what was refused', async () => {
  const { server, journey, unmount } = renderJourney()
  server.failNext('createSubmission', { status: 400 })
  await act(() => submit(journey()))
  unmount()

  expect(renderJourney().journey().problem).toBeNull()
})

it('says nothing of what somebody before has sent, once everything was forgotten', async () => {
  const { client, server, render, journey, unmount } = renderJourney()
  server.failNext('createSubmission', 'lost-answer')
  await act(() => submit(journey()))
  unmount()
  await client.forget()

  let next: SubmitJourneyHandle | undefined
  render(<Journey onJourney={(now) => (next = now)} />)

  expect(next?.problem).toBeNull()
})

it.each(['forget', 'close'] as const)('hands in nothing after %s() while it waits', async (end) => {
  const { client, server, put, journey } = renderJourney()
  await choose('Photos', photo)
  await put.next()
  const receipt = submit(journey())
  await waitFor(() => expect(journey().state.status).toBe('uploading'))

  await act(async () => client[end]())

  expect(await act(() => receipt)).toBeNull()
  expect(journey().state.status).toBe('idle')
  expect(server.submissions()).toEqual([])
})

it('sends nothing where there is no network, and says that for certain', async () => {
  const connection = createManualConnection()
  connection.goOffline()
  const { server, journey } = renderJourney({}, { connection })

  expect(await act(() => submit(journey()))).toBeNull()

  expect(journey().state).toMatchObject({ status: 'failed', error: { code: 'network' } })
  expect(journey().problem).toMatch(/^Not sent, but everything is still here/)
  expect(server.ledger.count('createSubmission')).toBe(0)
})

it('lets the journal forget what was handed in', async () => {
  const journal = createMemoryJournal()
  const { put, journey } = renderJourney({}, { journal: { storage: journal.openTab() } })
  await choose('Photos', photo)
  await finish(put)
  await waitFor(() => expect(journal.entries()).toMatchObject([{ result: { kind: 'stored' } }]))

  await act(() => submit(journey()))

  await waitFor(() => expect(journal.entries()).toEqual([]))
})

it('has a button that fills up while it waits; a click has the field say why', async () => {
  const { server, put } = renderJourney()
  await choose('Photos', photo)
  const sending = await put.next()
  await act(async () => sending.progress(1360))
  const button = await screen.findByRole('button', { name: /Continue after the upload/ })

  expect(button).toHaveAttribute('aria-disabled', 'true')
  expect(screen.getByRole('progressbar', { name: 'Uploading' })).toHaveAttribute('value', '68')
  expect(button).toHaveAccessibleDescription('1 file left')
  await userEvent.click(button)
  expect(
    screen.getAllByText('The file is still being uploaded. You can go on once it is there'),
  ).toHaveLength(2)
  expect(document.querySelector('input[type=file]')).toHaveFocus()
  expect(server.submissions()).toEqual([])

  await act(async () => sending.finish())
  await userEvent.click(await screen.findByRole('button', { name: 'Send' }))
  await waitFor(() => expect(server.submissions()).toHaveLength(1))
})

it('says in German what is in the way', async () => {
  const { server, client, render } = createApp()
  server.failNext('createSubmission', 'lost-answer')
  let journey: SubmitJourneyHandle | undefined
  render(
    <FilesProvider client={client} messages={de}>
      <Journey onJourney={(now) => (journey = now)} />
    </FilesProvider>,
  )
  await act(() => submit(journey!))
  expect(journey?.problem).toMatch(/^Die Verbindung ist abgebrochen\. Vielleicht ist es schon gesendet/)
})

const scopes = ['photos', 'bill']

interface JourneyProps {
  readonly options?: SubmitOptions
  readonly onJourney: (journey: SubmitJourneyHandle) => void
}

function Journey({ options, onJourney }: JourneyProps) {
  const journey = useSubmitJourney({ organizationId: '123', sourceId: 'solar-quote', scopes, ...options })
  onJourney(journey)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit(journey)
      }}
    >
      <FileField label="Photos" name="photos" tags={['meter']} />
      <FileField label="Bill" name="bill" />
      <SubmitReason id="why" scopes={scopes} />
      <SubmitButton
        scopes={scopes}
        aria-describedby="why"
        pending={journey.state.status === 'submitting'}
        whileUploading="Continue after the upload"
      >
        Send
      </SubmitButton>
    </form>
  )
}

function submit(journey: SubmitJourneyHandle) {
  return journey.submit({ description: 'Solar quote', roof: 'flat' })
}

function renderJourney(options: SubmitOptions = {}, client: FileClientOptions = {}) {
  const app = createApp(client)
  let journey: SubmitJourneyHandle | undefined
  const { unmount } = app.render(<Journey options={options} onJourney={(now) => (journey = now)} />)
  return { ...app, unmount, journey: () => journey! }
}

async function choose(label: string, ...files: File[]) {
  const group = screen.getByRole('group', { name: new RegExp(`^${label}`) })
  await userEvent.upload(group.querySelector<HTMLInputElement>('input[type=file]')!, files)
}

async function finish(put: ReturnType<typeof createApp>['put']) {
  const sending = await put.next()
  await act(async () => sending.finish())
}
