import { expect, it, vi } from 'vitest'
import { isLive } from '../../src/core.js'
import { aFile, anEntity, createManualClock } from '../../src/testing.js'
import { clientOf, ends, hangsAt, isCallTo, losesAnswerOf, neverAnswers, openTab, setUp } from './open-tab.js'

const pdf = aFile({ name: 'contract.pdf', sizeBytes: 20_000 })

it('lets a save leave only once its line is written, also while another is', async () => {
  const { journal, server } = setUp()
  const putting: (() => void)[] = []
  const linesAtSave: (string | undefined)[] = []
  const first = openTab(
    journal,
    server,
    {
      journal: 'refs',
      fetch(input, init) {
        if (isCallTo(input, init, ['/v2/files'])) linesAtSave.push(journal.entries()[0]?.checkpoint.reached)
        return server.fetch(input, init)
      },
    },
    (store) => ({
      ...store,
      async put(entries) {
        await new Promise<void>((write) => putting.push(write))
        return store.put(entries)
      },
    }),
  )
  await first.client.restore()
  const [upload] = first.add(pdf)
  // The first line is still being written when the upload has come as far as its save.
  await vi.waitFor(() =>
    expect(upload?.state.getState()).toMatchObject({ checkpoint: { reached: 'save-sent' } }),
  )
  await vi.waitFor(() => {
    putting.shift()?.()
    expect(linesAtSave).not.toHaveLength(0)
  })

  expect(linesAtSave).toEqual(['save-sent'])
})

it('takes over what two tabs had that are closed in the same moment, once', async () => {
  const { journal, server } = setUp()
  const one = openTab(journal, server, {
    fetch: hangsAt(server, '/v2/files?', '/v2/files'),
    lanes: { save: 1 },
  })
  one.add(pdf)
  one.add(aFile({ name: 'second.pdf' }))
  const other = openTab(journal, server, { putBlob: neverAnswers })
  other.add(aFile({ name: 'third.pdf' }))
  await vi.waitFor(() =>
    expect(journal.entries().map(({ checkpoint }) => checkpoint.reached)).toEqual([
      'save-sent',
      's3',
      'nothing',
    ]),
  )
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  const heir = openTab(journal, server, {}, (store) => ({
    ...store,
    async bytes(id) {
      for (let tick = 0; tick < 20; tick += 1) await Promise.resolve()
      return store.bytes(id)
    },
  }))
  await heir.client.restore()
  expect(heir.client.uploads.all()).toHaveLength(3)

  one.kill()
  other.kill()

  await vi.waitFor(async () => {
    await heir.clock.advance(1000)
    expect(
      heir.client.uploads
        .all()
        .map(({ file, state }) => `${file.name} ${state.getState().status}`)
        .toSorted(),
    ).toEqual(['contract.pdf done', 'second.pdf done', 'third.pdf paused'])
  })
  expect(server.files()).toHaveLength(2)
})

it('shows once what it takes over from a tab that is closed while it is being found', async () => {
  const { journal, server } = setUp()
  const crashed = openTab(journal, server, { putBlob: neverAnswers })
  crashed.add(pdf)
  const leader = openTab(journal, server, { putBlob: neverAnswers })
  leader.add(aFile({ name: 'other.pdf' }))
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(2))
  crashed.kill()
  let read = () => {}
  const isRead = new Promise<void>((resolve) => (read = resolve))
  let isAsked = false
  const here = openTab(journal, server, {}, (store) => ({
    ...store,
    async bytes(id) {
      const isFirst = !isAsked
      isAsked = true
      if (isFirst) await isRead
      return store.bytes(id)
    },
  }))
  const restoring = here.client.restore()
  await vi.waitFor(() => expect(isAsked).toBe(true))

  leader.kill()
  await vi.waitFor(() => expect(here.client.uploads.all()).toHaveLength(1))
  read()
  await restoring

  expect(
    here.client.uploads.all().map(({ file, state }) => `${file.name} ${state.getState().status}`),
  ).toEqual(['other.pdf paused', 'contract.pdf paused'])
})

it('takes over what a tab had that came while this one looked', async () => {
  const { journal, server } = setUp()
  let read = () => {}
  const isRead = new Promise<void>((resolve) => (read = resolve))
  let isAsked = false
  const here = openTab(journal, server, {}, (store) => ({
    ...store,
    async entries() {
      const entries = await store.entries()
      isAsked = true
      await isRead
      return entries
    },
  }))
  const restoring = here.client.restore()
  await vi.waitFor(() => expect(isAsked).toBe(true))
  const other = openTab(journal, server, { putBlob: neverAnswers })
  other.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  read()
  await restoring

  other.kill()

  await vi.waitFor(() => expect(here.upload().state.getState().status).toBe('paused'))
})

it('finds nothing for a client that is closed meanwhile', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { fetch: hangsAt(server, '/v2/files') })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.entries()).toMatchObject([{ checkpoint: { reached: 'save-sent' } }]))
  first.kill()
  let read = () => {}
  const isRead = new Promise<void>((resolve) => (read = resolve))
  let isAsked = false
  const second = openTab(journal, server, {}, (store) => ({
    ...store,
    async entries() {
      const entries = await store.entries()
      isAsked = true
      await isRead
      return entries
    },
  }))
  const restoring = second.client.restore()
  await vi.waitFor(() => expect(isAsked).toBe(true))
  second.client.close()
  read()
  await restoring

  expect(second.client.uploads.all()).toEqual([])
})

it.each(['putting', 'saving'])(
  'is canceled for good though the tab that had it is gone before it hears of that (%s)',
  async (step) => {
    const { journal, server } = setUp()
    const how = step === 'putting' ? { putBlob: neverAnswers } : { fetch: losesAnswerOf(server, '/v2/files') }
    const leader = openTab(journal, server, how)
    leader.add(pdf)
    await vi.waitFor(() =>
      step === 'putting'
        ? expect(journal.keptBytes()).toHaveLength(1)
        : expect(server.files()).toHaveLength(1),
    )
    const here = openTab(journal, server)
    await here.client.restore()
    expect(here.upload().state.getState()).toMatchObject({ waiting: { for: 'leader' } })

    here.upload().cancel()
    leader.kill()

    await vi.waitFor(async () => {
      await here.clock.advance(1000)
      expect(journal.entries()).toEqual([])
    })
    expect(here.upload().state.getState().status).toBe('canceled')
    expect(server.files()).toEqual([])
  },
)

it('takes up nothing again that goes on here outside of its list', async () => {
  const { journal, server } = setUp()
  const leader = openTab(journal, server, { putBlob: neverAnswers })
  leader.add(aFile({ name: 'other.pdf' }))
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  const here = openTab(journal, server, { putBlob: neverAnswers })
  await here.client.restore()
  const [upload] = here.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(2))
  here.client.uploads.remove(upload ? [upload] : [])

  leader.kill()

  await vi.waitFor(() => expect(here.upload().state.getState().status).toBe('paused'))
  expect(here.client.uploads.all().map(({ file }) => file.name)).toEqual(['other.pdf'])
})

it('brings nothing back that is forgotten while it is being found', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  first.kill()
  let answer = () => {}
  const told = new Promise<void>((resolve) => (answer = resolve))
  const second = openTab(journal, server, {}, (store) => ({
    ...store,
    async bytes(id) {
      const bytes = await store.bytes(id)
      await told
      return bytes
    },
  }))
  const restoring = second.client.restore()
  await vi.waitFor(() => expect(journal.entries()[0]?.tab).not.toBe(undefined))
  for (let tick = 0; tick < 50; tick += 1) await Promise.resolve()

  const forgetting = second.client.forget()
  answer()
  await Promise.all([restoring, forgetting])

  expect(second.client.uploads.all()).toEqual([])
  await second.clock.advance(1000)
  expect(journal.entries()).toEqual([])
})

it('signs out also where the browser never answers', async () => {
  const { journal, server } = setUp()
  const storage = { ...journal.openTab(), open: () => new Promise<never>(() => {}) }
  const clock = createManualClock()
  const client = clientOf(server, clock, { journal: { storage } })
  const forgotten = vi.fn()

  void client.forget().then(forgotten)

  await vi.waitFor(async () => {
    await clock.advance(1000)
    expect(forgotten).toHaveBeenCalledOnce()
  })
})

it('finds the others where the bytes of one cannot be read', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf)
  first.add(aFile({ name: 'second.pdf' }))
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(2))
  first.kill()
  const [broken] = journal.keptBytes()

  const second = openTab(journal, server, {}, (store) => ({
    ...store,
    bytes: (id) => (id === broken ? Promise.reject(new Error('lost')) : store.bytes(id)),
  }))
  await second.client.restore()

  expect(second.client.uploads.all().map(({ state }) => state.getState())).toMatchObject([
    { status: 'waiting', waiting: { for: 'file' } },
    { status: 'paused' },
  ])
  expect(second.client.journal.getState().problem).toBeNull()
})

it('loses nothing where there is no room to take it over', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf)
  first.add(aFile({ name: 'second.pdf' }))
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(2))
  first.kill()
  const [, last] = journal.keptBytes()

  const second = openTab(journal, server, {}, (store) => ({
    ...store,
    claim: (id, tabs) =>
      id === last
        ? Promise.reject(new DOMException('There is no room left.', 'QuotaExceededError'))
        : store.claim(id, tabs),
  }))
  await second.client.restore()
  expect(second.client.uploads.all().map(({ file }) => file.name)).toEqual(['contract.pdf'])
  second.kill()
  const third = openTab(journal, server)
  await third.client.restore()

  expect(third.client.uploads.all().map(({ state }) => state.getState().status)).toEqual(['paused', 'paused'])
})

it('keeps the bytes of a file that was given back, where those kept before were lost', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  first.kill()
  let puts = 0
  const second = openTab(journal, server, { putBlob: neverAnswers }, (store) => ({
    ...store,
    bytes: async () => undefined,
    async putBytes(entry, bytes) {
      puts += 1
      return store.putBytes(entry, bytes)
    },
  }))
  await second.client.restore()
  expect(second.upload().giveFile(pdf)).toBe(true)

  await vi.waitFor(() => expect(puts).toBe(1))
})

it('sends what prepare made under the type it gave', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  const raw = new File(['12345'], 'photo', { type: '' })
  first.add(raw, { prepare: () => new File(['12345'], 'photo', { type: 'image/jpeg' }) })
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  first.kill()

  const second = openTab(journal, server)
  await second.client.restore()
  second.upload().resume()
  await ends(second.upload())

  expect(server.files()).toMatchObject([{ filename: 'photo', mime_type: 'image/jpeg' }])
})

it('shows no longer what another tab had, and has taken out of its list', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  const [upload] = first.add(aFile({ name: 'huge.pdf', sizeBytes: 5 }), {
    prepare: () => Promise.reject(new Error('no')),
  })
  await ends(upload)
  await vi.waitFor(() => expect(journal.entries()).toHaveLength(1))
  const second = openTab(journal, server)
  await second.client.restore()
  expect(second.upload().state.getState()).toMatchObject({ waiting: { for: 'leader' } })

  upload?.dismiss()

  await vi.waitFor(() => expect(second.client.uploads.all()).toEqual([]))
})

it('takes over nothing of somebody who has signed out since', async () => {
  const { journal, server } = setUp()
  let owner = 'me'
  const leader = openTab(journal, server, { putBlob: neverAnswers })
  leader.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  const here = openTab(journal, server, { owner: () => owner })
  await here.client.restore()
  expect(here.client.uploads.all()).toHaveLength(1)

  owner = 'somebody else'
  leader.kill()
  for (let tick = 0; tick < 100; tick += 1) await Promise.resolve()

  expect(here.client.uploads.all()).toEqual([])
})

it('does not wait for what ends in another tab while it is being found', async () => {
  const { journal, server } = setUp()
  let answer = () => {}
  const told = new Promise<void>((resolve) => (answer = resolve))
  const first = openTab(journal, server, {
    async putBlob(request) {
      await told
      return server.putBlob(request)
    },
  })
  const [upload] = first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))

  const second = openTab(journal, server, {}, (store) => ({
    ...store,
    async entries() {
      const entries = await store.entries()
      answer()
      await ends(upload)
      return entries
    },
  }))
  await second.client.restore()

  expect(second.client.uploads.all().filter(({ state }) => isLive(state.getState()))).toEqual([])
})

it('does not let one file after the other wait for a browser that never answers', async () => {
  const { journal, server } = setUp()
  const storage = { ...journal.openTab(), open: () => new Promise<never>(() => {}) }
  const clock = createManualClock()
  const client = clientOf(server, clock, { journal: { storage }, lanes: { save: 1 } })
  const files = Array.from({ length: 5 }, (_, index) => aFile({ name: `${index}.pdf` }))
  const added = client.uploads.add(files, { scope: 's' })

  let waitedMs = 0
  await vi.waitFor(async () => {
    waitedMs += 1000
    await clock.advance(1000)
    expect(added.map(({ state }) => state.getState().status)).toEqual(files.map(() => 'done'))
  })
  expect(waitedMs).toBeLessThan(8000)
})

it('gives no file to the upload of somebody who has signed out since', async () => {
  const { journal, server } = setUp()
  let owner = 'me'
  const first = openTab(journal, server, { journal: 'refs', putBlob: neverAnswers })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.entries()).toHaveLength(1))
  first.kill()
  const second = openTab(journal, server, { journal: 'refs', owner: () => owner })
  await second.client.restore()
  owner = 'somebody else'

  expect(second.client.uploads.giveBack(pdf, { scope: 's' })).toBe(false)
})

it('tells other tabs no more of an end than they can be told', async () => {
  const { journal, server } = setUp()
  let owner = 'me'
  let answer = () => {}
  const told = new Promise<void>((resolve) => (answer = resolve))
  const first = openTab(journal, server, {
    owner: () => owner,
    async fetch(input, init) {
      const response = await server.fetch(input, init)
      if (isCallTo(input, init, ['/v2/files'])) await told
      return response
    },
  })
  const [upload] = first.add(pdf)
  await vi.waitFor(() => expect(server.files()).toHaveLength(1))
  upload?.cancel()
  owner = 'somebody else'
  answer()
  await ends(upload)

  expect(upload?.state.getState()).toMatchObject({ result: { notDeleted: { code: 'owner-changed' } } })
  await vi.waitFor(() => expect(journal.entries()[0]?.result).toMatchObject({ kind: 'saved' }))
  expect(journal.entries()[0]?.result).not.toHaveProperty('notDeleted')
})

it('shows no journey what is added in another tab, whose form is another', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { owner: undefined, putBlob: neverAnswers })
  first.add(pdf, { mode: 'journey' })
  await vi.waitFor(() => expect(journal.entries()).toHaveLength(1))

  const second = openTab(journal, server, { owner: undefined })
  await second.client.restore()

  expect(second.client.uploads.all()).toEqual([])
})

it('finds what was interrupted once somebody has signed in', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  first.kill()
  let owner = ''
  const second = openTab(journal, server, { owner: () => owner })
  await second.client.restore()
  expect(second.client.uploads.all()).toEqual([])

  owner = 'me'
  second.client.resume()

  await vi.waitFor(() => expect(second.client.uploads.all()).toHaveLength(1))
})

it('lets no journey wait for what another tab has brought to S3', async () => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { owner: undefined })
  const [upload] = first.add(pdf, { mode: 'journey' })
  await ends(upload)
  await vi.waitFor(() => expect(journal.entries()[0]?.result).not.toBeNull())

  const second = openTab(journal, server, { owner: undefined })
  await second.client.restore()

  expect(second.client.uploads.all().filter(({ state }) => isLive(state.getState()))).toEqual([])
})

it('offers nothing again that was stopped by closing the client while it wrote', async () => {
  const { journal, server } = setUp()
  let isSlow = false
  const putting: (() => void)[] = []
  let isClosed = false
  const first = openTab(journal, server, { putBlob: neverAnswers }, (store) => ({
    ...store,
    async put(entries) {
      if (isSlow) await new Promise<void>((write) => putting.push(write))
      return store.put(entries)
    },
    async remove(ids) {
      if (isClosed) throw new DOMException('closed', 'InvalidStateError')
      return store.remove(ids)
    },
    close: () => void (isClosed = true),
  }))
  first.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  isSlow = true
  first.add(aFile({ name: 'second.pdf' }))
  await vi.waitFor(() => expect(putting).toHaveLength(1))

  first.client.close()
  isSlow = false
  putting.forEach((write) => write())

  await vi.waitFor(() => expect(isClosed).toBe(true))
  await vi.waitFor(() => expect(journal.entries()).toEqual([]))
})

it('stops nothing of another tab by closing the client', async () => {
  const { journal, server } = setUp()
  const leader = openTab(journal, server, { putBlob: neverAnswers })
  const [upload] = leader.add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  const here = openTab(journal, server)
  await here.client.restore()

  here.client.close()
  for (let tick = 0; tick < 50; tick += 1) await Promise.resolve()

  expect(upload?.state.getState().status).toBe('uploading')
})

it('keeps nothing of nobody, which whoever comes next would finish', async () => {
  const { journal, server } = setUp()
  const { client, add } = openTab(journal, server, { owner: () => '', putBlob: neverAnswers })
  add(pdf)
  add(aFile({ name: 'of a journey.pdf' }), { mode: 'journey' })
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))

  expect(journal.entries()).toMatchObject([{ mode: 'journey' }])
  expect(client.journal.getState().unsafe).toBe(1)
})

it.each([false, true])('keeps what is said of a file afterwards (under way: %s)', async (autoStart) => {
  const { journal, server } = setUp()
  const first = openTab(journal, server, { putBlob: neverAnswers })
  const [upload] = first.add(pdf, { autoStart, save: { _tags: ['old'] } })
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  if (autoStart) await vi.waitFor(() => expect(upload?.state.getState().status).toBe('uploading'))

  expect(upload?.describe({ _tags: ['new'] })).toBe(true)

  await vi.waitFor(() => expect(journal.entries()).toMatchObject([{ save: { _tags: ['new'] } }]))
})

it('counts as unsafe what had to make room', async () => {
  const { journal, server } = setUp()
  let isFull = false
  const { client, add } = openTab(journal, server, { putBlob: neverAnswers }, (store) => ({
    ...store,
    async put(entries) {
      if (isFull) throw new DOMException('full', 'QuotaExceededError')
      return store.put(entries)
    },
    async dropBytes(ids) {
      isFull = false
      return store.dropBytes(ids)
    },
  }))
  add(pdf)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  await vi.waitFor(() => expect(client.journal.getState().unsafe).toBe(0))
  isFull = true
  add(aFile({ name: 'second.pdf' }))

  await vi.waitFor(() => expect(client.journal.getState()).toMatchObject({ mode: 'refs', problem: 'full' }))
  await vi.waitFor(() => expect(journal.keptBytes()).toEqual([]))
  await vi.waitFor(() => expect(client.journal.getState().unsafe).toBe(2))
})

it('leaves nothing behind of what is forgotten while it is being saved', async () => {
  const { journal, server } = setUp()
  let answer = () => {}
  const told = new Promise<void>((resolve) => (answer = resolve))
  let owner = 'me'
  const { client, add, clock } = openTab(journal, server, {
    owner: () => owner,
    async fetch(input, init) {
      const response = await server.fetch(input, init)
      if (isCallTo(input, init, ['/v2/files'])) await told
      return response
    },
  })
  const [upload] = add(pdf)
  await vi.waitFor(() => expect(server.files()).toHaveLength(1))
  expect(journal.entries()).toMatchObject([{ checkpoint: { reached: 'save-sent' } }])

  await client.forget()
  owner = 'somebody else'
  answer()
  await clock.advance(20_000)
  await ends(upload)
  await clock.advance(1000)

  expect(journal.entries()).toEqual([])
})

it('keeps the others where an entity cannot be written down as it was given', async () => {
  const { journal, server } = setUp()
  const entity = { ...anEntity(), open: () => {} }
  const { client, add } = openTab(journal, server, { putBlob: neverAnswers })
  add(pdf, { entity })

  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  expect(client.journal.getState().problem).toBeNull()
})
