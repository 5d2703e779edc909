import { expect, it, vi } from 'vitest'
import type { FileClientOptions } from '../../src/core.js'
import { createFileClient, isLive } from '../../src/core.js'
import {
  aFile,
  anEntity,
  createFileServer,
  createManualClock,
  createMemoryJournal,
} from '../../src/testing.js'
import { restoredUploads } from '../../src/uploads/restored-uploads.js'
import type { Upload } from '../../src/uploads/upload.js'
import type { Interruption } from '../support/interrupt-uploads.js'
import { interruptUploads } from '../support/interrupt-uploads.js'

const contract = aFile({ name: 'contract.pdf', sizeBytes: 20_000 })
const photo = aFile({ name: 'photo.jpg', sizeBytes: 30_000 })
const plan = aFile({ name: 'plan.dwg', sizeBytes: 40_000 })
const opportunity = anEntity()
const order = anEntity({ slug: 'order' })

it('has by entity what was interrupted anywhere, oldest first', async () => {
  const { view, restore } = await setUp([
    { file: contract, left: 'kept', entity: opportunity },
    { file: plan, left: 'file-needed', entity: order },
    { file: photo, left: 'at-s3', entity: opportunity },
  ])
  expect(view().count).toBe(0)
  await restore()

  expect(view()).toMatchObject({ count: 3, goingOn: 1, paused: 1, needFile: 1, discarded: 0 })
  expect(view().groups.map(({ entity, uploads }) => [entity, uploads.map(({ file }) => file.name)])).toEqual([
    [opportunity, ['contract.pdf', 'photo.jpg']],
    [order, ['plan.dwg']],
  ])
  expect(view().interruptedAt).toBe(Date.parse('2026-03-23T12:47:00Z'))
  expect(view().keptUntil).toBe(Date.parse('2026-03-30T12:47:00Z'))
})

it('moves an upload to the entity that it is attached to instead, and lets it go once it is there', async () => {
  const { client, server, clock, view, restore } = await setUp([
    { file: photo, left: 'at-s3', entity: opportunity },
    { file: contract, left: 'kept', entity: opportunity },
  ])
  server.failNext('addRelations', { status: 403 })
  view()
  await restore()
  await vi.waitFor(() => expect(server.files()).toHaveLength(1))
  await clock.advance(1000)

  client.uploads
    .all()
    .find(({ file }) => file.name === photo.name)
    ?.attachTo(order)
  expect(view().groups.map((group) => [group.entity, namesOf(group)])).toEqual([
    [order, ['photo.jpg']],
    [opportunity, ['contract.pdf']],
  ])

  await clock.advance(1000)
  expect(server.filesOf(order)).toHaveLength(1)
  expect(view().groups.map((group) => [group.entity, namesOf(group)])).toEqual([
    [opportunity, ['contract.pdf']],
  ])
})

it('finds what was there before somebody asked, and nothing that was just added', async () => {
  const { client, view, restore } = await setUp([{ file: contract, left: 'kept' }])
  await restore()
  client.uploads.add([photo], { scope: 's', autoStart: false })
  expect(view().groups.flatMap(namesOf)).toEqual(['contract.pdf'])
  client.uploads.add([plan], { scope: 's', autoStart: false })
  expect(view().count).toBe(1)
})

it('tells only of a scope, where that is asked for', async () => {
  const { view, restore } = await setUp([
    { file: contract, left: 'kept', scope: 'one' },
    { file: photo, left: 'kept', scope: 'other' },
  ])
  await restore()
  expect(view('one').groups.flatMap(namesOf)).toEqual(['contract.pdf'])
  expect(view('other').keptUntil).not.toBeNull()
  expect(view('third').count).toBe(0)
})

it('keeps what is continued until it is done', async () => {
  const { server, restored, view, restore, client } = await setUp([
    { file: contract, left: 'kept' },
    { file: photo, left: 'kept' },
    { file: plan, left: 'file-needed' },
  ])
  await restore()
  const told = vi.fn()
  restored.view().subscribe(told)

  restored.continueAll()

  expect(told).toHaveBeenCalledOnce()
  expect(view()).toMatchObject({ count: 3, goingOn: 2, paused: 0, needFile: 1 })
  await vi.waitFor(() => expect(server.files()).toHaveLength(2))
  await vi.waitFor(() => expect(view().groups.flatMap(namesOf)).toEqual(['plan.dwg']))
  expect(client.uploads.all()).toHaveLength(3)
})

it('keeps what fails after it was continued, and what needs another look', async () => {
  const { server, restored, view, restore } = await setUp([{ file: contract, left: 'kept' }])
  await restore()
  server.failNext('uploadFileV2', { status: 403 })
  restored.continueAll()
  await vi.waitFor(() => expect(view()).toMatchObject({ count: 1, goingOn: 0, paused: 0, needFile: 0 }))
  expect(view().groups[0]?.uploads[0]?.state.getState().status).toBe('failed')
})

it('is told nothing of mere progress', async () => {
  const { restored, view, restore, put } = await setUp([{ file: contract, left: 'kept' }], {
    putBlob: (request) => {
      put.begin(request.onProgress)
      return new Promise(() => {})
    },
  })
  await restore()
  restored.continueAll()
  await vi.waitFor(() => expect(put.onProgress).toBeDefined())
  const before = view()
  const told = vi.fn()
  restored.view().subscribe(told)
  put.onProgress?.(5000)
  put.onProgress?.(9000)
  expect(before.groups[0]?.uploads[0]?.state.getState()).toMatchObject({ sentBytes: 9000 })
  expect(told).not.toHaveBeenCalled()
  expect(view()).toBe(before)
})

it('hides what is discarded, and forgets it some seconds later', async () => {
  const { client, clock, journal, restored, view, restore } = await setUp([
    { file: contract, left: 'kept' },
    { file: plan, left: 'file-needed' },
  ])
  await restore()
  restored.discard(client.uploads.all())
  expect(view()).toMatchObject({ groups: [], count: 0, discarded: 2 })
  expect(client.uploads.all()).toHaveLength(2)

  await clock.advance(8000)

  expect(view()).toMatchObject({ count: 0, discarded: 0 })
  expect(client.uploads.all()).toEqual([])
  await vi.waitFor(() => expect(journal.entries()).toEqual([]))
  expect(journal.keptBytes()).toEqual([])
})

it('brings back what was discarded, and lets go on what had gone on', async () => {
  const { client, clock, server, restored, view, restore } = await setUp(
    [
      { file: contract, left: 'kept' },
      { file: plan, left: 'kept' },
    ],
    { putBlob: () => new Promise(() => {}) },
  )
  await restore()
  const [first] = client.uploads.all()
  first?.resume()
  await vi.waitFor(() => expect(first?.state.getState().status).toBe('uploading'))
  restored.discard(client.uploads.all())
  expect(first?.state.getState().status).toBe('paused')

  restored.undo()

  expect(view()).toMatchObject({ count: 2, goingOn: 1, paused: 1, discarded: 0 })
  await clock.advance(10_000)
  expect(client.uploads.all()).toHaveLength(2)
  expect(server.ledger.count('deleteFile')).toBe(0)
})

it('forgets what was discarded before with the next discard, or at once', async () => {
  const { client, restored, view, restore } = await setUp([
    { file: contract, left: 'kept' },
    { file: photo, left: 'kept' },
  ])
  await restore()
  const [first, second] = client.uploads.all()
  restored.discard([first!])
  restored.discard([second!])
  expect(client.uploads.all()).toEqual([second])
  expect(view().discarded).toBe(1)
  restored.undo()
  expect(view().groups.flatMap(namesOf)).toEqual(['photo.jpg'])
  restored.discard([second!])
  restored.settle()
  expect(client.uploads.all()).toEqual([])
})

it('gives chosen files to the uploads they are, and answers with the rest', async () => {
  const { client, server, restored, view, restore } = await setUp([
    { file: contract, left: 'file-needed', scope: 'one' },
    { file: contract, left: 'file-needed', scope: 'other' },
    { file: plan, left: 'file-needed' },
    { file: photo, left: 'kept' },
  ])
  await restore()
  const stranger = aFile({ name: 'stranger.pdf', sizeBytes: 7 })
  const otherPlan = aFile({ name: 'plan.dwg', sizeBytes: 41_000 })

  expect(restored.chooseAll([stranger, contract, otherPlan])).toEqual([stranger])

  expect(view()).toMatchObject({ goingOn: 2, needFile: 1 })
  const [row] = client.uploads.list('s').getState()
  expect(row?.state.getState()).toMatchObject({ waiting: { for: 'file', other: { sizeBytes: 41_000 } } })
  await vi.waitFor(() => expect(server.files()).toHaveLength(2))
})

it('tells two files of one name and size apart by their folders, else by their dates', async () => {
  const { client, restored, restore } = await setUp(
    [
      { file: inFolder('roof', 1), left: 'file-needed' },
      { file: inFolder('cellar', 2), left: 'file-needed' },
      { file: inFolder('garden', 3), left: 'file-needed' },
    ],
    { putBlob: () => new Promise(() => {}) },
  )
  await restore()
  const [garden, roof, cellar] = [inFolder('', 3), inFolder('roof', 9), inFolder('cellar', 9)]
  expect(restored.chooseAll([garden, cellar, roof])).toEqual([])
  expect(client.uploads.all().map(({ file }) => file)).toEqual([roof, cellar, garden])
})

it('takes one file for the one upload that waits, whatever its name', async () => {
  const { client, restored, restore } = await setUp([{ file: plan, left: 'file-needed' }])
  await restore()
  expect(restored.chooseAll([aFile({ name: 'renamed.dwg', sizeBytes: 3 })])).toEqual([])
  expect(client.uploads.all()[0]?.state.getState()).toMatchObject({ waiting: { other: { sizeBytes: 3 } } })
})

it('offers to choose again what has expired', async () => {
  const { journal, restored, server, view, restore, client } = await setUp([{ file: contract, left: 'kept' }])
  journal.skip(8 * 24 * 3_600_000)
  await restore()
  expect(view()).toMatchObject({ count: 1, needFile: 1, paused: 0, keptUntil: null })
  await vi.waitFor(() => expect(journal.keptBytes()).toEqual([]))

  restored.chooseAll([contract])

  await vi.waitFor(() => expect(isLive(client.uploads.all()[0]!.state.getState())).toBe(false))
  expect(server.files()).toHaveLength(1)
})

async function setUp(interruptions: readonly Interruption[], options: FileClientOptions = {}) {
  const journal = createMemoryJournal()
  const server = createFileServer()
  const clock = createManualClock()
  await interruptUploads(interruptions, { journal, server })
  const client = createFileClient({
    getToken: () => 'token',
    owner: () => 'me',
    fetch: server.fetch,
    putBlob: server.putBlob,
    clock,
    journal: { storage: journal.openTab() },
    ...options,
  })
  const restored = restoredUploads(client)
  const put: {
    onProgress?: (sentBytes: number) => void
    begin(onProgress: (sentBytes: number) => void): void
  } = {
    begin(onProgress) {
      put.onProgress = onProgress
    },
  }
  return {
    journal,
    server,
    clock,
    client,
    restored,
    put,
    restore: () => client.restore(),
    view: (scope?: string) => restored.view(scope).getState(),
  }
}

function inFolder(folder: string, lastModified: number): File {
  const file = new File(['12345'], 'IMG_1.jpg', { lastModified })
  return Object.defineProperty(file, 'relativePath', { value: folder ? `${folder}/IMG_1.jpg` : 'IMG_1.jpg' })
}

function namesOf({ uploads }: { readonly uploads: readonly Upload[] }): readonly string[] {
  return uploads.map(({ file }) => file.name)
}
