import { expect, it, vi } from 'vitest'
import { createFileClient, createRetryPolicy, isAttachRefused } from '../../src/core.js'
import type { Upload, UploadState } from '../../src/core.js'
import type { Fault, FileServerOptions } from '../../src/testing.js'
import {
  aFile,
  anEntity,
  createFileServer,
  createManualClock,
  createManualConnection,
  createMemoryJournal,
} from '../../src/testing.js'

const contract = anEntity({ slug: 'contract' })
const byApproval: FileServerOptions = {
  schemas: [{ slug: 'contract', attributes: [{ name: '_files', multiple: true, edit_mode: 'approval' }] }],
}

it('is done, and says that the relation waits for approval', async () => {
  const { upload, server } = attach({ server: byApproval })

  await reaches(upload, 'done')

  expect(upload.state.getState()).toMatchObject({ result: { kind: 'saved', attach: 'pending' } })
  expect(server.filesOf(contract)).toEqual([])
  expect(server.applyChangesets(contract)).toBe(1)
  expect(server.filesOf(contract)).toHaveLength(1)
})

it('says nothing of approval where it is attached at once', async () => {
  const { upload } = attach()

  await reaches(upload, 'done')

  expect(upload.state.getState()).toEqual({
    status: 'done',
    result: { kind: 'saved', file: expect.objectContaining({ filename: 'a.pdf' }) },
  })
})

it('tells each attribute of one call by itself', async () => {
  const { client, server } = app({
    schemas: [{ slug: 'contract', attributes: [{ name: 'offer', edit_mode: 'external' }] }],
  })
  const [open] = client.uploads.add([aFile()], { scope: 's', entity: contract }) as readonly [Upload]
  const [held] = client.uploads.add([aFile()], {
    scope: 's',
    entity: { ...contract, attribute: 'offer' },
  }) as readonly [Upload]

  await Promise.all([reaches(open, 'done'), reaches(held, 'done')])

  expect(server.ledger.count('addRelations')).toBe(1)
  expect(resultOf(open)).not.toHaveProperty('attach')
  expect(resultOf(held)).toMatchObject({ attach: 'pending' })
})

it('finds among the pending changes what it proposed when the answer got lost, and proposes it once', async () => {
  const { upload, server } = attach({ server: byApproval, fault: 'lost-answer' })

  await reaches(upload, 'done')

  expect(upload.state.getState()).toMatchObject({ result: { attach: 'pending' } })
  expect(server.ledger.count('addRelations')).toBe(1)
  server.applyChangesets(contract)
  expect(server.filesOf(contract)).toHaveLength(1)
})

it('proposes it again where neither a relation nor a proposal is to be found', async () => {
  const { upload, server, clock } = attach({ server: byApproval, fault: 'network' })

  await reaches(upload, 'checking')
  await clock.advance(10_000)
  await reaches(upload, 'done')

  expect(server.ledger.count('addRelations')).toBe(2)
  server.applyChangesets(contract)
  expect(server.filesOf(contract)).toHaveLength(1)
})

it('leaves it to a person where nobody may look at the pending changes', async () => {
  const { upload, server } = attach({ fault: 'network' })
  server.failNext('listChangesets', { status: 403 }, 2)

  await reaches(upload, 'failed')

  expect(upload.state.getState()).toMatchObject({ error: { code: 'outcome-unknown', step: 'attach' } })
  expect(isAttachRefused(upload.state.getState())).toBe(false)
})

it('takes an API that knows no pending changes for one without any', async () => {
  const { upload, server, clock } = attach({ fault: 'network' })
  server.failNext('listChangesets', { status: 404 }, 2)

  await reaches(upload, 'checking')
  await clock.advance(10_000)
  await reaches(upload, 'done')

  expect(server.filesOf(contract)).toHaveLength(1)
})

it.each([403, 404, 409, 400])(
  'is attached to another entity when the first refuses it with %i',
  async (status) => {
    const { upload, server } = attach({ fault: { status } })
    const other = anEntity()
    await reaches(upload, 'failed')
    expect(isAttachRefused(upload.state.getState())).toBe(true)

    expect(upload.attachTo(other)).toBe(true)
    await reaches(upload, 'done')

    expect(upload.entity).toEqual(other)
    expect(server.filesOf(other)).toHaveLength(1)
    expect(server.filesOf(contract)).toEqual([])
    expect(server.files()).toHaveLength(1)
    expect(server.ledger.count('put')).toBe(1)
  },
)

it('stays saved and attached to nothing where a person lets it be', async () => {
  const onDone = vi.fn()
  const { upload, server } = attach({ fault: { status: 403 }, onDone })
  await reaches(upload, 'failed')

  upload.keepUnattached()

  expect(upload.state.getState()).toMatchObject({ status: 'done', result: { kind: 'saved', attach: 'none' } })
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledTimes(1))
  expect(server.files()).toHaveLength(1)
  expect(server.ledger.count('addRelations')).toBe(1)
})

it('leaves an upload alone that is not known to be attached to nothing', async () => {
  const { upload, server } = attach()
  expect(upload.attachTo(anEntity())).toBe(false)
  upload.keepUnattached()
  await reaches(upload, 'done')

  expect(upload.attachTo(anEntity())).toBe(false)
  upload.keepUnattached()

  expect(upload.entity).toEqual(contract)
  expect(server.filesOf(contract)).toHaveLength(1)
})

it('knows after a reload to what it is to be attached by now', async () => {
  const journal = createMemoryJournal()
  const first = journal.openTab()
  const { upload, server, clock } = attach({ fault: { status: 403 }, tab: first })
  const other = anEntity()
  await reaches(upload, 'failed')
  server.failNext('addRelations', 'hang')
  upload.attachTo(other)
  await vi.waitFor(() =>
    expect(journal.entries()).toMatchObject([{ checkpoint: { reached: 'attach-sent' } }]),
  )
  first.kill()

  const { client } = clientOn(server, { tab: journal.openTab(), clock })
  await client.restore()
  const [found] = client.uploads.all() as readonly [Upload]
  await reaches(found, 'checking')
  await clock.advance(10_000)
  await reaches(found, 'done')

  expect(server.filesOf(other)).toHaveLength(1)
  expect(server.filesOf(contract)).toEqual([])
})

interface Attaching {
  readonly server?: FileServerOptions
  readonly fault?: Fault
  readonly onDone?: () => void
  readonly tab?: ReturnType<ReturnType<typeof createMemoryJournal>['openTab']>
}

function attach({ server: options, fault, onDone, tab }: Attaching = {}) {
  const world = app(options, tab)
  if (fault) world.server.failNext('addRelations', fault)
  const [upload] = world.client.uploads.add([aFile({ name: 'a.pdf' })], {
    scope: 's',
    entity: contract,
    onDone,
  }) as readonly [Upload]
  return { ...world, upload }
}

function app(options: FileServerOptions = {}, tab?: Attaching['tab']) {
  const clock = createManualClock()
  const server = createFileServer({ clock, ...options })
  return { server, clock, ...clientOn(server, { tab, clock }) }
}

function clientOn(
  server: ReturnType<typeof createFileServer>,
  { tab, clock }: { readonly tab: Attaching['tab']; readonly clock: ReturnType<typeof createManualClock> },
) {
  const client = createFileClient({
    getToken: () => 'token',
    owner: () => 'me',
    journal: tab ? { storage: tab } : 'off',
    fetch: server.fetch,
    putBlob: server.putBlob,
    clock,
    connection: createManualConnection(),
    retry: createRetryPolicy({ random: () => 1 }),
  })
  return { client }
}

function resultOf({ state }: Upload) {
  const now = state.getState()
  return now.status === 'done' ? now.result : undefined
}

async function reaches({ state }: Upload, status: UploadState['status']) {
  await vi.waitFor(() => expect(state.getState().status).toBe(status), { interval: 1 })
}
