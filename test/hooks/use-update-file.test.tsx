import { useInfiniteQuery } from '@tanstack/react-query'
import { act, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { FileChange, FileEntity } from '../../src/index.js'
import { foundFilesQuery, useEntityFiles, useFile, useFileClient, useUpdateFile } from '../../src/index.js'
import { anEntity, createFileServer, createManualClock } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()
const other = anEntity()
const seed = {
  filename: 'old.pdf',
  access_control: 'public-read',
  _tags: ['Contract'],
  shared_with_end_customer: true,
} as const

it('renames a file at once wherever it is shown, and leaves all else of it', async () => {
  const { server, shown, update, now, saved, saves, hold, result } = await open()
  const answer = hold()

  update({ filename: 'new.pdf' })
  await waitFor(() => expect(shown()).toEqual(everywhere('new.pdf')))
  expect(now()?.filename).toBe('old.pdf')
  answer()
  await waitFor(() => expect(result.current.update.isSuccess).toBe(true))

  expect(now()).toMatchObject({ ...seed, filename: 'new.pdf', versions: saved.versions })
  expect(server.files()).toHaveLength(3)
  expect(shown()).toEqual(everywhere('new.pdf'))
  // What is not sent might fall back to its default.
  expect(saves()).toEqual([expect.objectContaining({ access_control: 'public-read', _tags: ['Contract'] })])
})

it('changes tags and access, and takes just that back', async () => {
  const { update, now, result } = await open()

  update({ _tags: [], access_control: 'private' })
  await waitFor(() => expect(result.current.update.undo).not.toBeNull())
  expect(now()).toMatchObject({ filename: 'old.pdf', _tags: [], access_control: 'private' })
  act(() => result.current.update.undo?.())

  await waitFor(() => expect(now()).toMatchObject(seed))
  expect(result.current.update.undo).toBeNull()
})

it('sends back nothing of what epilot says to be empty', async () => {
  const { server, update, now, change, saves, result } = await open()
  change({ custom_download_url: '' })

  update({ filename: 'new.pdf' })

  await waitFor(() => expect(result.current.update.isSuccess).toBe(true))
  expect(now()?.filename).toBe('new.pdf')
  expect(saves()).toEqual([expect.not.objectContaining({ custom_download_url: '' })])
  expect(server.files()).toHaveLength(3)
})

it.each([403, 404, 409])('gives the name back everywhere where it is refused (%i)', async (status) => {
  const { shown, update, hold, result } = await open()
  const answer = hold(status)

  update({ filename: 'new.pdf' })
  await waitFor(() => expect(shown()).toEqual(everywhere('new.pdf')))
  answer()

  await waitFor(() => expect(result.current.update.error).toMatchObject({ status, step: 'update' }))
  expect(shown()).toEqual(everywhere('old.pdf'))
  expect(result.current.update.undo).toBeNull()
})

it('keeps what others have changed since the file was loaded', async () => {
  const { update, now, change, result } = await open()
  change({ _tags: ['Contract', 'signed'], access_control: 'private' })

  update({ filename: 'new.pdf' })

  await waitFor(() => expect(result.current.update.isSuccess).toBe(true))
  expect(now()).toMatchObject({
    filename: 'new.pdf',
    _tags: ['Contract', 'signed'],
    access_control: 'private',
  })
})

it('shows the new name in a list that is loaded before it is saved', async () => {
  const { shown, update, hold, queryClient } = await open()
  const answer = hold()
  update({ filename: 'new.pdf' })
  await waitFor(() => expect(shown()).toEqual(everywhere('new.pdf')))

  await act(() => queryClient.refetchQueries({ queryKey: ['epilot-files', 'entity-files'] }))

  expect(shown()).toEqual(everywhere('new.pdf'))
  answer()
})

it('finds out what became of a rename whose answer is lost', async () => {
  const { server, update, saves, now, result } = await open()
  server.failNext('saveFileV2', 'lost-answer')

  update({ filename: 'new.pdf' })

  await waitFor(() => expect(result.current.update.isSuccess).toBe(true))
  expect(saves()).toHaveLength(1)
  expect(now()?.filename).toBe('new.pdf')
})

it('renames once more where the first call had no effect', async () => {
  const { server, update, saves, now, result } = await open()
  server.failNext('saveFileV2', 'network')

  update({ filename: 'new.pdf' })

  await waitFor(() => expect(result.current.update.isSuccess).toBe(true))
  expect(saves()).toHaveLength(2)
  expect(now()?.filename).toBe('new.pdf')
})

it('waits as long as a busy epilot asks for', async () => {
  const clock = createManualClock()
  const { server, update, now } = await open({ clock })
  server.failNext('saveFileV2', { status: 429, headers: { 'Retry-After': '30' } })
  update({ filename: 'new.pdf' })
  await waitFor(() => expect(server.ledger.count('saveFileV2')).toBe(1))

  await act(() => clock.advance(29_000))
  expect(server.ledger.count('saveFileV2')).toBe(1)
  await act(() => clock.advance(1_000))

  await waitFor(() => expect(now()?.filename).toBe('new.pdf'))
})

it('lets the later of two quick changes win, however long the first one takes', async () => {
  const { shown, update, now, hold } = await open()
  const answer = hold()

  update({ filename: 'first.pdf' })
  update({ filename: 'second.pdf' })
  await waitFor(() => expect(shown()).toEqual(everywhere('second.pdf')))
  answer()

  await waitFor(() => expect(now()?.filename).toBe('second.pdf'))
  expect(shown()).toEqual(everywhere('second.pdf'))
})

it('takes nothing back that somebody else has changed since', async () => {
  const { update, now, change, shown, result } = await open()
  update({ filename: 'new.pdf' })
  await waitFor(() => expect(result.current.update.undo).not.toBeNull())
  change({ filename: 'theirs.pdf' })

  act(() => result.current.update.undo?.())

  await waitFor(() => expect(shown()).toEqual(everywhere('theirs.pdf')))
  expect(now()?.filename).toBe('theirs.pdf')
})

it('asks epilot for no name that is none', async () => {
  const { server, update, result, shown } = await open()

  update({ filename: 'a/b.pdf' })

  await waitFor(() => expect(result.current.update.error).toMatchObject({ code: 'bad-request' }))
  expect(server.ledger.count('saveFileV2')).toBe(0)
  expect(shown()).toEqual(everywhere('old.pdf'))
})

/** A file in two lists, in a search and by itself, and the hook that changes it. */
async function open(options = {}) {
  const server = createFileServer(options)
  let held = Promise.resolve()
  const app = createApp({
    ...options,
    async fetch(input, init) {
      const request = new Request(input, init)
      if (request.method === 'POST' && request.url.endsWith('/v2/files')) await held
      return server.fetch(request)
    },
  })
  const saved = server.addFile(seed)
  for (const one of [entity, other]) server.relate(one, [saved, server.addFile({ filename: 'beside.pdf' })])
  const { result } = app.renderHook(() => ({
    lists: [useEntityFiles(entity), useEntityFiles(other)],
    found: useInfiniteQuery(foundFilesQuery(useFileClient(), '')),
    file: useFile(saved._id),
    update: useUpdateFile(),
  }))
  const shown = () => {
    const { lists, found, file } = result.current
    const all = [...lists, found].map(({ data }) => data?.files.find(({ _id }) => _id === saved._id))
    return [...all, file.data].map((one) => one?.filename)
  }
  await waitFor(() => expect(shown()).toEqual(everywhere('old.pdf')))
  return {
    ...app,
    server,
    saved,
    result,
    shown,
    update: (change: FileChange) => act(() => result.current.update.mutate({ file: saved, change })),
    now: () => server.world.files.get(saved._id),
    saves: () =>
      server.ledger.calls().flatMap(({ operation, body }) => (operation === 'saveFileV2' ? [body] : [])),
    /** As somebody else would. */
    change: (to: Partial<FileEntity>) => {
      const file = server.world.files.get(saved._id)
      if (file) server.world.files.set(saved._id, { ...file, ...to })
    },
    /** Keeps the next saves back until it is called, into a refusal where it is told of one. */
    hold: (status?: number) => {
      let release = () => {}
      held = new Promise<void>((resolve) => (release = resolve))
      if (status !== undefined) server.failNext('saveFileV2', { status })
      return () => release()
    },
  }
}

function everywhere(name: string): readonly string[] {
  return [name, name, name, name]
}
