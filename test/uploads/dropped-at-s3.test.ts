import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { AddOptions, Upload } from '../../src/core.js'
import type { FileServer } from '../../src/testing.js'
import { aFile, anEntity, createFileServer, createMemoryJournal } from '../../src/testing.js'
import { ends, hangsAt, neverAnswers, openTab } from './open-tab.js'

// S3 keeps bytes for a day. What comes later is refused, and leaves nobody the wiser.

const dayMs = 24 * 3_600_000
const contract = anEntity({ slug: 'contract' })
const plan = { _id: 'a0000000-0000-4000-8000-000000000001', filename: 'plan.pdf' }
const modes: readonly (readonly [string, Omit<AddOptions, 'scope'>])[] = [
  ['a file', { entity: contract }],
  ['a file of a portal', { mode: 'portal', entity: contract }],
  ['a new version', { versionOf: plan._id }],
]

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

it.each(modes)(
  'sends %s again from the bytes that are here, where it could not be saved for a day',
  async (_, how) => {
    const server = aServer()
    let isSignedIn = true
    const getToken = () => (isSignedIn ? 'token' : Promise.reject(new Error('signed out')))
    const { client, clock, add } = openTab(createMemoryJournal(), server, { getToken })
    const [upload] = add(aFile({ name: 'a.pdf' }), { ...how, prepare }) as readonly [Upload]
    const end = upload.state.subscribe(({ status }) => {
      if (status === 'saving') isSignedIn = false
    })
    await vi.waitFor(() => expect(upload.state.getState()).toMatchObject({ waiting: { for: 'sign-in' } }))
    end()

    letPass(server, dayMs)
    isSignedIn = true
    client.resume()
    await vi.waitFor(async () => {
      await clock.advance(1000)
      expect(upload.state.getState().status).toBe('done')
    })

    expect(server.ledger.count('put')).toBe(2)
    expect(saves(server)).toBe(1)
    expect(prepare).toHaveBeenCalledTimes(1)
    expect(await server.tally([meant(how)])).toMatchObject({ right: ['small.pdf'], lost: [], damaged: [] })
  },
)

it.each(modes)(
  'asks for %s again where nobody knows for a day whether it was saved, and it was not',
  async (_, how) => {
    const server = aServer()
    const journal = createMemoryJournal()
    const first = openTab(journal, server, { fetch: hangsAt(server, '/v2/files', '/v2/portal/entity/file') })
    first.add(aFile({ name: 'small.pdf' }), how)
    await vi.waitFor(() =>
      expect(journal.entries()).toMatchObject([{ checkpoint: { reached: 'save-sent' } }]),
    )
    first.kill()
    letPass(server, dayMs)
    journal.skip(dayMs)

    const second = openTab(journal, server)
    await second.client.restore()
    const upload = second.upload()
    await vi.waitFor(async () => {
      await second.clock.advance(1000)
      expect(upload.state.getState()).toMatchObject({ waiting: { for: 'file', expired: true } })
    })
    expect(saves(server)).toBe(0)
    expect(journal.entries()).toMatchObject([{ checkpoint: { reached: 'nothing' } }])
    upload.giveFile(aFile({ name: 'small.pdf' }))
    await ends(upload)

    expect(upload.state.getState().status).toBe('done')
    expect(saves(server)).toBe(1)
    expect(await server.tally([meant(how)])).toMatchObject({ right: ['small.pdf'], lost: [], damaged: [] })
  },
)

it('finds after a day what was saved, and sends nothing', async () => {
  const server = aServer()
  const journal = createMemoryJournal()
  const first = openTab(journal, server)
  server.failNext('saveFileV2', 'lost-answer')
  server.failNext('searchEntities', 'hang')
  first.add(aFile({ name: 'a.pdf' }))
  await vi.waitFor(() => expect(server.ledger.count('searchEntities')).toBe(1))
  first.kill()
  letPass(server, dayMs)
  journal.skip(dayMs)

  const second = openTab(journal, server)
  await second.client.restore()
  await ends(second.upload())

  expect(second.upload().state.getState().status).toBe('done')
  expect(server.ledger.count('put')).toBe(1)
  expect(saves(server)).toBe(1)
})

const prepare = vi.fn(() => aFile({ name: 'small.pdf' }))
beforeEach(() => void prepare.mockClear())

function aServer(): FileServer {
  const server = createFileServer()
  server.addFile(plan)
  return server
}

/** S3 drops what it has, and saves of it are refused. */
function letPass(server: FileServer, byMs: number): void {
  vi.setSystemTime(Date.now() + byMs)
  const dropped = new Set([...server.world.reservations.values()].map(({ s3ref }) => s3ref.key))
  server.failBy((operation) => {
    if (operation !== 'saveFileV2' && operation !== 'saveEntityFile') return undefined
    const last = [...server.world.reservations.values()].at(-1)
    return last && dropped.has(last.s3ref.key) ? { status: 404 } : undefined
  })
}

function saves({ ledger }: FileServer): number {
  return ledger.count('saveFileV2') + ledger.count('saveEntityFile')
}

function meant({ entity, versionOf }: Omit<AddOptions, 'scope'>) {
  return { file: aFile({ name: 'small.pdf' }), entity, versionOf }
}

it('sends again what prepare had made before a reload, not the stand-in of what was picked', async () => {
  const server = aServer()
  const journal = createMemoryJournal()
  const made = aFile({ name: 'photo.jpg', type: 'image/jpeg', sizeBytes: 5 })
  const first = openTab(journal, server, { putBlob: neverAnswers })
  first.add(aFile({ name: 'photo.heic', sizeBytes: 9 }), { mode: 'journey', prepare: () => made })
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  first.kill()
  const sent: Blob[] = []
  const second = openTab(journal, server, {
    putBlob(request) {
      sent.push(request.body)
      return server.putBlob(request)
    },
  })
  await second.client.restore()
  const upload = second.upload()
  upload.resume()
  await ends(upload)
  letPass(server, dayMs)

  upload.renew()
  await ends(upload)

  expect(upload.state.getState().status).toBe('done')
  expect(await Promise.all(sent.map((body) => body.text()))).toEqual([await made.text(), await made.text()])
})
