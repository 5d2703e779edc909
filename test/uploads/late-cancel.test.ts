import { expect, it, vi } from 'vitest'
import { createFileClient, createRetryPolicy } from '../../src/core.js'
import type { Upload, UploadState } from '../../src/core.js'
import type { Fault, FileServerOptions } from '../../src/testing.js'
import { aFile, createFileServer, createManualClock, createManualConnection } from '../../src/testing.js'
import { openTab, setUp } from './open-tab.js'

const opportunity = { slug: 'opportunity', id: '11111111-1111-4111-8111-111111111111' }

it('deletes again what was saved before the cancel could stop it', async () => {
  const { upload, server, seen } = cancelOnce('save-sent')

  await reaches(upload, 'canceled')

  expect(upload.state.getState()).toEqual({ status: 'canceled', wasSaved: true })
  expect(seen).toContain('canceling')
  expect(server.files()).toEqual([])
})

it('looks for what it has to delete where the answer to the save got lost', async () => {
  const { upload, server } = cancelOnce('save-sent', { saveFileV2: 'lost-answer' })

  await reaches(upload, 'canceled')

  expect(server.files()).toEqual([])
  expect(server.ledger.count('saveFileV2')).toBe(1)
})

it('ends at once where the save is refused, and saves nothing more', async () => {
  const { upload, server } = cancelOnce('save-sent', { saveFileV2: { status: 403 } })

  await reaches(upload, 'canceled')

  expect(upload.state.getState()).toEqual({ status: 'canceled' })
  expect(server.ledger.count('saveFileV2')).toBe(1)
  expect(server.ledger.count('deleteFile')).toBe(0)
})

it('deletes what is being attached, and leaves no relation behind', async () => {
  const { upload, server } = cancelOnce('attach-sent')

  await reaches(upload, 'canceled')

  expect(server.files()).toEqual([])
  expect(server.world.relations.get(`opportunity/${opportunity.id}`) ?? []).toEqual([])
})

it('does not attach what is unwanted by then', async () => {
  const { upload, server } = cancelOnce('entity')

  await reaches(upload, 'canceled')

  expect(server.ledger.count('addRelations')).toBe(0)
  expect(server.files()).toEqual([])
})

it.each([403, 404, 409])(
  'deletes what could not be attached (%i), and asks no more for that',
  async (status) => {
    const { upload, server, seen } = cancelOnce('attach-sent', { addRelations: { status } })

    await reaches(upload, 'canceled')

    expect(upload.state.getState()).toEqual({ status: 'canceled', wasSaved: true })
    expect(seen).not.toContain('failed')
    expect(server.ledger.count('addRelations')).toBe(1)
    expect(server.ledger.count('deleteFile')).toBe(1)
    expect(server.files()).toEqual([])
  },
)

it.each<Fault>(['network', 'lost-answer', { status: 429, headers: { 'Retry-After': '240' } }])(
  'does not attach anew what is unwanted by the time an answer is due (%j)',
  async (fault) => {
    const { upload, server } = cancelOnce('attach-sent', { addRelations: fault })

    await reaches(upload, 'canceled')

    expect(server.ledger.count('addRelations')).toBe(1)
    expect(server.files()).toEqual([])
    expect(server.world.relations.get(`opportunity/${opportunity.id}`) ?? []).toEqual([])
  },
)

it('does not wait for the next attempt to attach where it is canceled meanwhile', async () => {
  const { upload, server } = start({ addRelations: { status: 429, headers: { 'Retry-After': '240' } } })
  await reaches(upload, 'waiting')

  upload.cancel()
  await reaches(upload, 'canceled')

  expect(server.ledger.count('addRelations')).toBe(1)
  expect(server.files()).toEqual([])
})

it('leaves the batch that waits for a busy server, and the others are attached without it', async () => {
  const {
    client,
    server,
    clock,
    upload: first,
  } = start({
    addRelations: { status: 429, headers: { 'Retry-After': '240' } },
  })
  await reaches(first, 'waiting')
  const [second, third] = client.uploads.add([aFile({ name: 'b.pdf' }), aFile({ name: 'c.pdf' })], {
    scope: 's',
    entity: opportunity,
  }) as [Upload, Upload]
  await Promise.all([reaches(second, 'attaching'), reaches(third, 'attaching')])
  await clock.advance(1000)

  second.cancel()
  await reaches(second, 'canceled')
  await clock.advance(240_000)
  await Promise.all([reaches(first, 'done'), reaches(third, 'done')])

  expect(
    server
      .filesOf(opportunity)
      .map(({ filename }) => filename)
      .toSorted(),
  ).toEqual(['a.pdf', 'c.pdf'])
  expect(server.files()).toHaveLength(2)
})

it('is done, and says why, where the entity may not be deleted', async () => {
  const { upload, server } = cancelOnce('save-sent', { deleteFile: { status: 403 } })

  await reaches(upload, 'done')

  expect(upload.state.getState()).toMatchObject({
    result: { kind: 'saved', notDeleted: { code: 'forbidden', step: 'delete' } },
  })
  expect(server.files()).toHaveLength(1)
})

it('is still unwanted where nobody could tell whether it is saved: found later, it is deleted', async () => {
  const { upload, server } = cancelOnce('save-sent', {
    saveFileV2: 'lost-answer',
    searchEntities: { status: 403 },
  })
  await reaches(upload, 'failed')
  expect(upload.state.getState()).toMatchObject({ isUnwanted: true, error: { code: 'outcome-unknown' } })

  upload.retry()
  await reaches(upload, 'canceled')

  expect(upload.state.getState()).toEqual({ status: 'canceled', wasSaved: true })
  expect(server.files()).toEqual([])
})

it('is still unwanted after a reload', async () => {
  const { journal, server } = setUp()
  server.failNext('saveFileV2', 'lost-answer')
  server.failNext('searchEntities', { status: 403 })
  const first = openTab(journal, server)
  const [upload] = first.add(aFile({ name: 'a.pdf' })) as readonly [Upload]
  upload.state.subscribe((state) => {
    if ('checkpoint' in state && state.checkpoint.reached === 'save-sent') upload.cancel()
  })
  await reaches(upload, 'failed')
  await vi.waitFor(() => expect(journal.entries()).toMatchObject([{ isUnwanted: true }]))
  first.kill()

  const second = openTab(journal, server)
  await second.client.restore()
  await reaches(second.upload(), 'canceled')

  expect(server.files()).toEqual([])
})

it('is wanted again where a person has it saved once more', async () => {
  const { upload, server } = cancelOnce('save-sent', {
    saveFileV2: 'network',
    searchEntities: { status: 403 },
  })
  await reaches(upload, 'failed')

  upload.saveAgain()
  await reaches(upload, 'done')

  expect(server.filesOf(opportunity)).toHaveLength(1)
})

it('knows of a file that is gone that it was deleted when the answer to that got lost', async () => {
  const { upload, server, clock } = cancelOnce('save-sent', { deleteFile: 'lost-answer' })
  await vi.waitFor(() => expect(server.ledger.count('deleteFile')).toBe(1))

  await clock.advance(1000)
  await reaches(upload, 'canceled')

  expect(server.files()).toEqual([])
  expect(server.ledger.count('deleteFile')).toBe(2)
})

it('deletes a few at a time, and none while a busy server wants to be left in peace', async () => {
  const { client, server, clock } = start()
  const files = Array.from({ length: 20 }, (_, index) => aFile({ name: `${index}.pdf` }))
  server.failNext('addRelations', 'hang', Infinity)
  const uploads = client.uploads.add(files, { scope: 's', entity: opportunity })
  await clock.advance(1000)
  await Promise.all(uploads.map((upload) => reaches(upload, 'attaching')))
  server.failNext('deleteFile', { status: 429, headers: { 'Retry-After': '60' } })
  for (const upload of uploads) upload.cancel()

  // The attach is given up on, then the first are deleted.
  await clock.advance(40_000)
  const asked = server.ledger.count('deleteFile')
  await clock.advance(40_000)
  expect(asked).toBeGreaterThan(0)
  expect(asked).toBeLessThanOrEqual(6)
  expect(server.ledger.count('deleteFile')).toBe(asked)

  await clock.advance(30_000)
  await Promise.all(uploads.map((upload) => reaches(upload, 'canceled')))
  expect(server.filesOf(opportunity)).toEqual([])
})

it('can be uploaded again after it was deleted', async () => {
  const { upload, server } = cancelOnce('save-sent')
  await reaches(upload, 'canceled')

  upload.retry()

  await reaches(upload, 'done')
  expect(server.files()).toHaveLength(1)
})

it('is not taken for what was deleted, which a search that lags still shows', async () => {
  const { upload, server, clock } = cancelOnce(
    'save-sent',
    { deleteFile: { status: 429, headers: { 'Retry-After': '3' } } },
    { answers: { searchLagMs: 4000 } },
  )
  await vi.waitFor(() => expect(server.ledger.count('deleteFile')).toBe(1))
  await clock.advance(3000)
  await reaches(upload, 'canceled')
  // The first one has come into the search, and has yet to leave it.
  await clock.advance(2000)

  server.failNext('saveFileV2', 'network')
  upload.retry()
  await vi.waitFor(async () => {
    await clock.advance(1000)
    expect(upload.state.getState().status).toBe('done')
  })

  expect(server.ledger.count('searchEntities')).toBe(2)
  expect(server.files()).toHaveLength(1)
})

/** Cancels the first time the upload has come to `moment`. */
function cancelOnce(
  moment: 'save-sent' | 'entity' | 'attach-sent',
  faults: Faults = {},
  options: FileServerOptions = {},
) {
  const world = start(faults, options)
  const { upload } = world
  const seen: UploadState['status'][] = []
  let isCanceled = false
  upload.state.subscribe((state) => {
    seen.push(state.status)
    if (isCanceled || !('checkpoint' in state) || state.checkpoint.reached !== moment) return
    isCanceled = true
    upload.cancel()
  })
  return { ...world, seen }
}

type Faults = Partial<Record<(typeof operations)[number], Fault>>
const operations = ['saveFileV2', 'searchEntities', 'addRelations', 'deleteFile'] as const

function start(faults: Faults = {}, options: FileServerOptions = {}) {
  const clock = createManualClock()
  const server = createFileServer({ clock, ...options })
  const client = createFileClient({
    getToken: () => 'token',
    fetch: server.fetch,
    putBlob: server.putBlob,
    clock,
    connection: createManualConnection(),
    retry: createRetryPolicy({ random: () => 0 }),
  })
  for (const operation of operations) {
    const fault = faults[operation]
    if (fault) server.failNext(operation, fault)
  }
  const [upload] = client.uploads.add([aFile({ name: 'a.pdf' })], { scope: 's', entity: opportunity }) as [
    Upload,
  ]
  return { client, upload, server, clock }
}

async function reaches({ state }: Upload, status: UploadState['status']) {
  await vi.waitFor(() => expect(state.getState().status).toBe(status), { interval: 1 })
}
