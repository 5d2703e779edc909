import { expect, it, vi } from 'vitest'
import type { JournalMode } from '../../src/core.js'
import { intakeOf } from '../../src/uploads/intake.js'
import { passingScope } from '../../src/uploads/passing-scope.js'
import type { FileServer } from '../../src/testing.js'
import {
  aFile,
  anEntity,
  createFileServer,
  createManualClock,
  createMemoryJournal,
} from '../../src/testing.js'
import { clientOf, ends, hangsAt, losesAnswerOf, neverAnswers, openTab, setUp } from './open-tab.js'

const pdf = aFile({ name: 'contract.pdf', sizeBytes: 20_000 })

it('offers an upload whose bytes were kept, and sends it when somebody says so', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  first.kill()

  const second = openTab(journal, server)
  await second.client.restore()
  const upload = second.upload()

  expect(upload.state.getState()).toMatchObject({ status: 'paused' })
  expect(upload.interruptedAt).toBe(Date.parse('2026-03-23T12:47:00Z'))
  expect(upload.file).toMatchObject({ name: 'contract.pdf', size: 20_000, type: pdf.type })
  upload.resume()
  await ends(upload)
  expect(upload.state.getState().status).toBe('done')
  expect(upload.interruptedAt).toBeUndefined()
  expect(server.files()).toHaveLength(1)
})

it('waits for the same file where the bytes were not kept', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers, journal: 'refs' })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.entries()).toHaveLength(1))
  first.kill()

  const second = openTab(journal, server, { journal: 'refs' })
  await second.client.restore()
  const upload = second.upload()
  expect(upload.state.getState()).toMatchObject({ status: 'waiting', waiting: { for: 'file' } })
  expect(upload.file.size).toBe(20_000)

  expect(upload.giveFile(aFile({ name: 'contract.pdf', sizeBytes: 30_000 }))).toBe(false)
  expect(upload.state.getState()).toMatchObject({ waiting: { for: 'file', other: { sizeBytes: 30_000 } } })
  expect(upload.giveFile(pdf)).toBe(true)
  await ends(upload)
  expect(upload.state.getState().status).toBe('done')
  expect(server.files()).toMatchObject([{ filename: 'contract.pdf', size_bytes: 20_000 }])
})

it('takes the same file for the one it waits for when it is dropped again, and another for a new one', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers, journal: 'refs' })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.entries()).toHaveLength(1))
  first.kill()
  const second = openTab(journal, server, { journal: 'refs' })
  await second.client.restore()

  const existing = () => ({ count: 0, totalBytes: 0 })
  const options = { clock: second.clock, existing, rules: { maxCount: 2 } }
  const again = new File([pdf], pdf.name, { type: pdf.type, lastModified: pdf.lastModified })
  const other = aFile({ name: 'other.pdf' })
  const report = await intakeOf(second.client.uploads, 's').add([again, other], options)

  expect(report).toMatchObject({ added: 2, refused: [] })
  expect(second.client.uploads.all().map(({ file }) => file.name)).toEqual(['contract.pdf', 'other.pdf'])
  await ends(second.upload())
  expect(server.files()).toMatchObject([{ size_bytes: 20_000 }, { filename: 'other.pdf' }])
})

it('sends no stand-in for bytes that are gone, whatever is wished', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers, journal: 'refs' })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.entries()).toHaveLength(1))
  first.kill()
  const second = openTab(journal, server, { journal: 'refs' })
  await second.client.restore()
  const upload = second.upload()

  upload.pause()
  upload.resume()
  upload.start()
  upload.cancel()
  upload.retry()
  await second.clock.advance(0)

  expect(upload.state.getState()).toMatchObject({ status: 'waiting', waiting: { for: 'file' } })
  expect(server.ledger.count('put')).toBe(0)
})

it.each<JournalMode>(['files', 'refs'])(
  'goes on by itself from S3, and sends no byte again (%s)',
  async (mode) => {
    const { journal, server } = setUp()
    const first = openTab(journal, server, {
      fetch: hangsAt(server, '/v2/files?', '/v2/files'),
      journal: mode,
    })
    first.add(pdf)
    await vi.waitFor(() =>
      expect(journal.entries()).toMatchObject([{ checkpoint: { reached: 'save-sent' } }]),
    )
    first.kill()

    const second = openTab(journal, server, { journal: mode })
    await second.client.restore()
    const upload = second.upload()
    expect(upload.state.getState().status).toBe('checking')
    await second.clock.advance(20_000)
    await ends(upload)

    expect(upload.state.getState().status).toBe('done')
    expect(server.ledger.count('put')).toBe(1)
    expect(server.files()).toHaveLength(1)
  },
)

it('finds what was saved before the answer could be written down', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { fetch: losesAnswerOf(server, '/v2/files') })
  first.add(pdf)
  await vi.waitFor(() => expect(server.files()).toHaveLength(1))
  first.kill()

  const second = openTab(journal, server)
  await second.client.restore()
  await second.clock.advance(20_000)
  await ends(second.upload())

  expect(second.upload().state.getState()).toMatchObject({ status: 'done', result: { kind: 'saved' } })
  expect(server.files()).toHaveLength(1)
  expect(server.ledger.count('saveFileV2')).toBe(1)
})

it('attaches what was saved, once', async () => {
  const { journal, server } = setUp()
  const entity = anEntity()
  const first = openTab(journal, server, { fetch: losesAnswerOf(server, '/relations') })
  first.add(pdf, { entity })
  await vi.waitFor(() => expect(server.filesOf(entity)).toHaveLength(1))
  first.kill()

  const second = openTab(journal, server)
  await second.client.restore()
  await second.clock.advance(20_000)
  await ends(second.upload())

  expect(second.upload().state.getState().status).toBe('done')
  expect(server.filesOf(entity)).toHaveLength(1)
  expect(server.ledger.count('addRelations')).toBe(1)
})

it('lets a save and an attach leave only once that is written down', async () => {
  const { journal, server } = setUp()
  const entity = anEntity()
  const tab = journal.openTab()
  const pages: { readonly write: () => void }[] = []
  const storage = {
    ...tab,
    async open() {
      const store = await tab.open()
      const put: typeof store.put = async (entries) => {
        await new Promise<void>((write) => pages.push({ write }))
        return store.put(entries)
      }
      return { ...store, put }
    },
  }
  const client = clientOf(server, createManualClock(), { journal: { storage, mode: 'refs' } })
  const [upload] = client.uploads.add([pdf], { scope: 's', entity })

  // Each call that could be doubled waits for its own line, which is the newest one.
  for (const call of ['saveFileV2', 'addRelations'] as const) {
    const sent = call === 'saveFileV2' ? 'save-sent' : 'attach-sent'
    await vi.waitFor(async () => {
      pages.shift()?.write()
      await Promise.resolve()
      expect(upload?.state.getState()).toMatchObject({ checkpoint: { reached: sent } })
    })
    while (journal.entries()[0]?.checkpoint.reached !== sent) {
      expect(server.ledger.count(call)).toBe(0)
      await vi.waitFor(() => expect(pages).not.toHaveLength(0))
      pages.shift()?.write()
      await Promise.resolve()
    }
    await vi.waitFor(() => expect(server.ledger.count(call)).toBe(1))
  }
})

it('deletes what was canceled too late, also after a reload', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { fetch: losesAnswerOf(server, '/v2/files') })
  const [upload] = first.add(pdf)
  await vi.waitFor(() => expect(server.files()).toHaveLength(1))
  upload?.cancel()
  await vi.waitFor(() => expect(journal.entries()).toMatchObject([{ isUnwanted: true }]))
  first.kill()

  const second = openTab(journal, server)
  await second.client.restore()
  await second.clock.advance(20_000)
  await ends(second.upload())

  expect(second.upload().state.getState()).toEqual({ status: 'canceled', wasSaved: true })
  expect(server.files()).toHaveLength(0)
  expect(journal.entries()).toHaveLength(0)
})

it('does not take for its own, after a reload, what it had deleted when it was canceled before', async () => {
  const { journal } = setUp()
  const clock = createManualClock()
  const server = createFileServer({ clock, answers: { searchLagMs: 4000 } })
  const first = openTab(journal, server, { clock })
  server.failNext('deleteFile', { status: 429, headers: { 'Retry-After': '3' } })
  const [upload] = first.add(pdf)
  const end = upload?.state.subscribe((state) => {
    if (state.status === 'saving' && state.checkpoint.reached === 'save-sent') upload.cancel()
  })
  await vi.waitFor(() => expect(server.ledger.count('deleteFile')).toBe(1))
  await clock.advance(3000)
  await ends(upload)
  end?.()
  await clock.advance(2000)
  server.failNext('saveFileV2', 'hang')
  upload?.retry()
  await vi.waitFor(() => expect(server.ledger.count('saveFileV2')).toBe(2))
  first.kill()

  const second = openTab(journal, server, { clock })
  await second.client.restore()
  await vi.waitFor(() => expect(server.ledger.count('searchEntities')).toBe(1))
  await clock.advance(20_000)
  await ends(second.upload())

  expect(second.upload().state.getState().status).toBe('done')
  expect(server.files()).toHaveLength(1)
})

it('keeps what prepare made, under the name it gave', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  const prepare = () => aFile({ name: 'photo.jpg', type: 'image/jpeg', sizeBytes: 5 })
  first.add(aFile({ name: 'photo.heic', sizeBytes: 9 }), { prepare })
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  first.kill()

  const second = openTab(journal, server)
  await second.client.restore()
  const upload = second.upload()
  expect(upload.file.name).toBe('photo.heic')
  upload.resume()
  await ends(upload)

  expect(server.files()).toMatchObject([{ filename: 'photo.jpg', size_bytes: 5 }])
})

it('does not send what prepare has not been through', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server)
  first.add(pdf, { prepare: () => new Promise(() => {}) })
  await vi.waitFor(() => expect(journal.entries()).toHaveLength(1))
  first.kill()

  const second = openTab(journal, server)
  await second.client.restore()
  expect(second.upload().state.getState()).toMatchObject({ status: 'waiting', waiting: { for: 'file' } })
})

it('shows what another tab goes on with, and what became of it', async () => {
  const { journal, server } = setUp()
  const entity = anEntity()
  const put = answersWhenTold(server)
  const first = openTab(journal, server, { putBlob: put.putBlob })
  first.add(pdf, { entity })
  await vi.waitFor(() => expect(journal.entries()).toHaveLength(1))

  const second = openTab(journal, server)
  await second.client.restore()
  expect(second.upload().state.getState()).toMatchObject({ status: 'waiting', waiting: { for: 'leader' } })
  put.answer()
  await first.clock.advance(1000)

  await vi.waitFor(() => expect(second.upload().state.getState()).toMatchObject({ status: 'done' }))
  expect(server.ledger.count('put')).toBe(1)
  expect(server.filesOf(entity)).toHaveLength(1)
})

it('cancels what another tab goes on with', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  const [upload] = first.add(pdf)
  await vi.waitFor(() => expect(journal.entries()).toHaveLength(1))
  const second = openTab(journal, server)
  await second.client.restore()

  second.upload().cancel()

  await vi.waitFor(() => expect(upload?.state.getState().status).toBe('canceled'))
  await vi.waitFor(() => expect(journal.entries()).toHaveLength(0))
})

it('takes over also what the other tab began after this one was opened', async () => {
  const { journal, server } = setUp()
  const second = openTab(journal, server)
  await second.client.restore()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))

  first.kill()

  await vi.waitFor(() => expect(second.upload().state.getState().status).toBe('paused'))
})

it('keeps the rows of the other tab where they are while it takes over', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  const second = openTab(journal, server)
  await second.client.restore()
  const counts: number[] = []
  // As React sees it: what changes at once is drawn once.
  second.client.uploads
    .list('s')
    .subscribe(() => queueMicrotask(() => counts.push(second.client.uploads.all().length)))

  first.kill()
  await vi.waitFor(() => expect(second.upload().state.getState().status).toBe('paused'))

  expect(new Set(counts)).toEqual(new Set([1]))
})

it('takes over when the other tab is closed, and two tabs never take the same', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { fetch: hangsAt(server, '/v2/files') })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.entries()).toMatchObject([{ checkpoint: { reached: 'save-sent' } }]))
  const second = openTab(journal, server)
  const third = openTab(journal, server)
  await Promise.all([second.client.restore(), third.client.restore()])

  first.kill()

  await vi.waitFor(async () => {
    await second.clock.advance(1000)
    await third.clock.advance(1000)
    expect([second.upload(), third.upload()].map((upload) => upload.state.getState().status)).toEqual([
      'done',
      'done',
    ])
  })
  expect(server.files()).toHaveLength(1)
  expect(server.ledger.count('saveFileV2')).toBe(1)
})

it('knows of what is done, so that no tab takes it for interrupted', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server)
  const [upload] = first.add(pdf)
  await ends(upload)
  upload?.dismiss()
  await first.client.restore()
  first.kill()

  const second = openTab(journal, server)
  await second.client.restore()

  expect(second.client.uploads.all()).toEqual([])
  expect(journal.entries()).toMatchObject([{ result: { kind: 'saved' } }])
  expect(journal.keptBytes()).toEqual([])
  journal.skip(3_700_000)
  await openTab(journal, server).client.restore()
  expect(journal.entries()).toEqual([])
})

it('finds the upload of a component that gave it no scope where no other component does', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf, { scope: passingScope('_r_1_') })
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  first.kill()

  const second = openTab(journal, server)
  await second.client.restore()

  expect(second.client.uploads.list(passingScope('_r_1_')).getState()).toEqual([])
  expect(second.client.uploads.list('restored').getState()).toHaveLength(1)
})

it('shows nobody the uploads of somebody else', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  first.kill()

  const other = openTab(journal, server, { owner: () => 'somebody else' })
  await other.client.restore()

  expect(other.client.uploads.all()).toEqual([])
  expect(journal.entries()).toHaveLength(1)
})

it.each([
  ['and says so', true],
  ['before anybody has noticed', false],
])('finds what was interrupted once its owner is back, %s', async (_, isLate) => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers, owner: () => 'anna' })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  first.kill()

  let owner = 'anna'
  let read = () => {}
  const isRead = new Promise<void>((resolve) => (read = resolve))
  const second = openTab(journal, server, { owner: () => owner }, (store) => ({
    ...store,
    async entries() {
      const entries = await store.entries()
      await isRead
      return entries
    },
  }))
  const restoring = second.client.restore()
  owner = 'bea'
  read()
  if (isLate) await restoring
  else await vi.waitFor(() => Promise.resolve())
  owner = 'anna'
  second.client.resume()

  await vi.waitFor(() => expect(second.client.uploads.all()).toHaveLength(1))
  await second.client.restore()
  expect(second.client.uploads.all()).toHaveLength(1)
})

it('takes over what another tab had, once its owner is back, though that was closed meanwhile', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers, owner: () => 'anna' })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  let owner = 'anna'
  const second = openTab(journal, server, { owner: () => owner })
  await second.client.restore()
  expect(second.upload().state.getState()).toMatchObject({ waiting: { for: 'leader' } })
  owner = 'bea'
  first.kill()
  await vi.waitFor(() => expect(second.client.uploads.all()).toEqual([]))
  await second.clock.advance(1000)

  owner = 'anna'
  second.client.resume()

  await vi.waitFor(() => expect(second.upload().state.getState().status).toBe('paused'))
})

it('takes over for each owner who was here what another tab had, once they are back', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers, owner: () => 'anna' })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  let owner = 'anna'
  const second = openTab(journal, server, { owner: () => owner })
  await second.client.restore()
  owner = 'bea'
  await second.client.restore()
  first.kill()
  await vi.waitFor(() => expect(second.client.uploads.all()).toEqual([]))

  owner = 'anna'
  second.client.resume()

  await vi.waitFor(() => expect(second.upload().state.getState().status).toBe('paused'))
})

it('forgets what somebody else has left here once its time is over', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  first.kill()
  journal.skip(8 * 24 * 3_600_000)

  await openTab(journal, server, { owner: () => 'somebody else' }).client.restore()

  expect(journal.entries()).toEqual([])
  expect(journal.keptBytes()).toEqual([])
})

it('keeps nothing of a login without an owner, and what public journeys have brought to S3', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { owner: undefined })
  const [user] = first.add(pdf)
  const [journey] = first.add(aFile({ name: 'meter.jpg' }), { mode: 'journey' })
  await ends(user)
  await ends(journey)
  first.kill()

  const second = openTab(journal, server, { owner: undefined })
  await second.client.restore()

  expect(second.client.uploads.all()).toHaveLength(1)
  expect(second.upload().state.getState()).toEqual(journey?.state.getState())
  second.upload().dismiss()
  await vi.waitFor(() => expect(journal.entries()).toEqual([]))
})

it('lets what S3 has dropped wait for its file, and what is a week old expire', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { fetch: hangsAt(server, '/v2/files'), lanes: { save: 1 } })
  first.add(pdf)
  first.add(aFile({ name: 'second.pdf' }))
  await vi.waitFor(() =>
    expect(journal.entries().map(({ checkpoint }) => checkpoint.reached)).toEqual(['save-sent', 's3']),
  )
  first.kill()
  journal.skip(23.5 * 3_600_000)

  const second = openTab(journal, server)
  await second.client.restore()
  expect(second.client.uploads.all().map(({ state }) => state.getState())).toMatchObject([
    { status: 'checking' },
    { status: 'waiting', waiting: { for: 'file' } },
  ])
  second.kill()
  journal.skip(7 * 24 * 3_600_000)
  const third = openTab(journal, server)
  await third.client.restore()
  expect(third.client.uploads.all().at(-1)?.state.getState()).toMatchObject({
    status: 'failed',
    error: { code: 'expired' },
  })
})

it('offers after a week what is saved and was refused by its entity, and saves it no second time', async () => {
  const { journal, server } = setUp()
  const [entity, other] = [anEntity(), anEntity()]
  server.failNext('addRelations', { status: 403 }, 2)
  const first = openTab(journal, server)
  await ends(first.add(pdf, { entity })[0])
  first.kill()
  journal.skip(8 * 24 * 3_600_000)

  const second = openTab(journal, server)
  await second.client.restore()
  await ends(second.upload())
  expect(second.upload().state.getState()).toMatchObject({
    status: 'failed',
    checkpoint: { reached: 'entity' },
    error: { code: 'forbidden' },
  })
  expect(second.upload().keptUntil).toBeUndefined()

  expect(second.upload().attachTo(other)).toBe(true)
  await vi.waitFor(() => expect(second.upload().state.getState().status).toBe('done'))
  expect(server.filesOf(other)).toHaveLength(1)
  expect(server.files()).toHaveLength(1)
})

it.each([
  ['/v2/files', 'save-sent'],
  ['/relations', 'attach-sent'],
] as const)('finds after a week what nobody has heard the answer of: %s', async (path, reached) => {
  const { journal, server } = setUp()
  const entity = anEntity()
  const first = openTab(journal, server, { fetch: losesAnswerOf(server, path) })
  first.add(pdf, { entity })
  await vi.waitFor(() => expect(journal.entries()).toMatchObject([{ checkpoint: { reached } }]))
  await vi.waitFor(() => expect(server.files()).toHaveLength(1))
  first.kill()
  journal.skip(8 * 24 * 3_600_000)

  const second = openTab(journal, server)
  await second.client.restore()
  await ends(second.upload())

  expect(second.upload().state.getState().status).toBe('done')
  expect(server.filesOf(entity)).toHaveLength(1)
  expect(server.files()).toHaveLength(1)
})

it('asks for its file after a week where a save has left and made nothing', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { fetch: hangsAt(server, '/v2/files') })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.entries()).toMatchObject([{ checkpoint: { reached: 'save-sent' } }]))
  first.kill()
  journal.skip(8 * 24 * 3_600_000)

  const second = openTab(journal, server)
  await second.client.restore()
  await vi.waitFor(async () => {
    await second.clock.advance(1000)
    expect(second.upload().state.getState()).toMatchObject({ waiting: { for: 'file', expired: true } })
  })
  expect(server.ledger.count('searchEntities')).toBe(2)
  await vi.waitFor(() => expect(journal.entries()).toMatchObject([{ checkpoint: { reached: 'nothing' } }]))
  second.kill()

  const third = openTab(journal, server)
  await third.client.restore()
  expect(third.upload().state.getState()).toMatchObject({ status: 'failed', error: { code: 'expired' } })
  third.upload().giveFile(pdf)
  await ends(third.upload())
  await vi.waitFor(() => expect(third.upload().state.getState().status).toBe('done'))
  expect(server.files()).toHaveLength(1)
})

it('leaves what somebody else has saved, and has yet to decide on, for when they come back', async () => {
  const { journal, server } = setUp()
  server.failNext('addRelations', { status: 403 })
  const first = openTab(journal, server)
  await ends(first.add(pdf, { entity: anEntity() })[0])
  first.kill()
  journal.skip(8 * 24 * 3_600_000)

  await openTab(journal, server, { owner: () => 'somebody else' }).client.restore()

  expect(journal.entries()).toMatchObject([{ checkpoint: { reached: 'entity' } }])
})

it('goes on without a journal where there is no room', async () => {
  const { journal, server } = setUp()
  const { client, add } = openTab(journal, server)
  journal.fillUp('bytes')

  const [upload] = add(pdf)
  await ends(upload)

  expect(upload?.state.getState().status).toBe('done')
  await vi.waitFor(() => expect(client.journal.getState()).toMatchObject({ mode: 'refs', problem: 'full' }))
  journal.fillUp('all')
  const [second] = add(aFile({ name: 'second.pdf' }))
  await ends(second)
  expect(second?.state.getState().status).toBe('done')
  expect(client.journal.getState()).toMatchObject({ mode: 'off', problem: 'full', unsafe: null })
})

it('offers nothing after a reload whose end it had no room to write down', async () => {
  const { journal, server } = setUp()
  const put = answersWhenTold(server)
  const first = openTab(journal, server, { putBlob: put.putBlob })
  const [upload] = first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  journal.fillUp('all')
  put.answer()
  await ends(upload)
  expect(upload?.state.getState().status).toBe('done')
  await vi.waitFor(() =>
    expect(first.client.journal.getState()).toMatchObject({ mode: 'off', problem: 'full' }),
  )
  first.kill()

  journal.makeRoom()
  const second = openTab(journal, server)
  await second.client.restore()
  expect(second.client.uploads.all()).toEqual([])
  second.add(pdf)
  await vi.waitFor(() => expect(journal.entries()).not.toEqual([]))
})

it('goes on where the browser keeps nothing, or never answers', async () => {
  const { server } = setUp()
  for (const open of [() => Promise.reject(new Error('private')), () => new Promise<never>(() => {})]) {
    const storage = { ...createMemoryJournal().openTab(), open }
    const clock = createManualClock()
    const client = clientOf(server, clock, { journal: { storage } })
    const [upload] = client.uploads.add([pdf], { scope: 's' })
    await vi.waitFor(async () => {
      await clock.advance(1000)
      expect(upload?.state.getState().status).toBe('done')
    })
  }
})

it('counts what a reload would lose', async () => {
  const { journal, server } = setUp()
  const { client, add } = openTab(journal, server, { putBlob: neverAnswers, journal: 'refs' })
  add(pdf, { autoStart: false })
  await vi.waitFor(() => expect(client.journal.getState().unsafe).toBe(1))

  const kept = openTab(journal, server, { putBlob: neverAnswers })
  kept.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  await vi.waitFor(() => expect(kept.client.journal.getState().unsafe).toBe(0))
})

it('warns of nothing that waits for its file anyway', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers, journal: 'refs' })
  first.add(pdf)
  await vi.waitFor(() => expect(first.client.journal.getState().unsafe).toBe(1))
  first.kill()

  const second = openTab(journal, server, { journal: 'refs' })
  await second.client.restore()

  await vi.waitFor(() => expect(second.client.journal.getState().unsafe).toBe(0))
})

it('offers nothing again that was stopped by closing the client', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))

  first.client.close()

  await vi.waitFor(() => expect(journal.entries()).toEqual([]))
  const second = openTab(journal, server)
  await second.client.restore()
  expect(second.client.uploads.all()).toEqual([])
})

it('remembers the interruption itself, however often the page is loaded', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  first.kill()
  const interruptedAt: (number | undefined)[] = []
  for (let load = 0; load < 2; load += 1) {
    journal.skip(600_000)
    const tab = openTab(journal, server)
    await tab.client.restore()
    interruptedAt.push(tab.upload().interruptedAt)
    await vi.waitFor(() => expect(tab.client.journal.getState().unsafe).toBe(0))
    tab.kill()
  }
  expect(interruptedAt[0]).toBeDefined()
  expect(interruptedAt[1]).toBe(interruptedAt[0])
})

it('gives what had expired another week once it has its file again', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  first.kill()
  journal.skip(8 * 24 * 3_600_000)
  const second = openTab(journal, server, { putBlob: neverAnswers })
  await second.client.restore()
  expect(second.upload().state.getState()).toMatchObject({ status: 'failed', error: { code: 'expired' } })
  expect(second.upload().giveFile(pdf)).toBe(true)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  second.kill()

  const third = openTab(journal, server)
  await third.client.restore()
  expect(third.upload().state.getState().status).toBe('paused')
})

it('takes no other file of the same size for the one it waits for', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers, journal: 'refs' })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.entries()).toHaveLength(1))
  first.kill()
  const second = openTab(journal, server, { journal: 'refs' })
  await second.client.restore()
  const bytes = [await pdf.arrayBuffer()]

  expect(second.upload().giveFile(new File(bytes, 'plan.pdf', { lastModified: 1 }))).toBe(false)
  expect(second.upload().giveFile(new File(bytes, 'renamed.pdf', { lastModified: pdf.lastModified }))).toBe(
    true,
  )
})

it('forgets everything in every tab', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  const second = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf)
  second.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(2))
  const told = vi.fn()
  second.client.onForget(told)

  await first.client.forget()

  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce())
  expect(first.client.uploads.all()).toEqual([])
  expect(second.client.uploads.all()).toEqual([])
  await vi.waitFor(() => expect(journal.entries()).toEqual([]))
  expect(journal.keptBytes()).toEqual([])
})

it('forgets in a tab that keeps nothing too, and tells the others from there', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers, journal: 'off' })
  const second = openTab(journal, server, { putBlob: neverAnswers, journal: 'off' })
  // As the provider of every app does.
  await Promise.all([first.client.restore(), second.client.restore()])
  first.add(pdf)
  second.add(pdf)

  await first.client.forget()
  expect(first.client.uploads.all()).toEqual([])
  await vi.waitFor(() => expect(second.client.uploads.all()).toEqual([]))

  first.add(pdf)
  await second.client.forget()
  await vi.waitFor(() => expect(first.client.uploads.all()).toEqual([]))
  expect(journal.entries()).toEqual([])
})

it('keeps no bytes beyond the limit', async () => {
  const { journal, server } = setUp()
  const { client } = openTab(journal, server, { putBlob: neverAnswers, journal: { maxBytes: 30_000 } })
  client.uploads.add(
    [pdf, aFile({ name: 'b.pdf', sizeBytes: 20_000 }), aFile({ name: 'c.pdf', sizeBytes: 5 })],
    {
      scope: 's',
    },
  )
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(2))
  expect(journal.entries().map(({ hasBytes }) => hasBytes)).toEqual([true, false, true])
})

function answersWhenTold({ putBlob }: FileServer) {
  let answer = () => {}
  const told = new Promise<void>((resolve) => (answer = resolve))
  return {
    answer: () => answer(),
    putBlob: async (request: Parameters<typeof putBlob>[0]) => {
      await told
      return putBlob(request)
    },
  }
}
