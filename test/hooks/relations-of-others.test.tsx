import { act, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { EntityRef, FileEntity } from '../../src/index.js'
import { useAttachFiles, useDetachFile, useEntityFiles, useRelabelFile } from '../../src/index.js'
import { anEntity, createManualClock } from '../../src/testing.js'
import type { FileServer } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()

it('attaches a file once that is attached beyond the first page, and leaves it by undo', async () => {
  const { server, renderHook, files } = setUp(150)
  const extra = server.addFile({ filename: 'extra.pdf' })
  const { result } = renderHook(useHooks)
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(100))
  const old = files[140]!

  const { attached } = await act(() => result.current.attach.mutateAsync([old, extra]))

  expect(attached.map(({ filename }) => filename)).toEqual(['extra.pdf'])
  expect(idsAt(server).filter((id) => id === old._id)).toHaveLength(1)
  expect(idsAt(server)).toContain(extra._id)
  act(() => result.current.attach.undo?.())
  await waitFor(() => expect(idsAt(server)).not.toContain(extra._id))
  expect(idsAt(server)).toContain(old._id)
})

it('looks also where nobody has loaded the list', async () => {
  const { server, renderHook, files } = setUp(2)
  const { result } = renderHook(() => useAttachFiles(entity))

  await act(() => result.current.mutateAsync([files[0]!]))

  expect(idsAt(server)).toHaveLength(2)
  expect(result.current.undo).toBeNull()
})

it('waits as long as a busy epilot asks for, and then attaches', async () => {
  const { server, renderHook, clock } = setUp(1)
  const extra = server.addFile()
  const { result } = renderHook(useHooks)
  await waitFor(() => expect(result.current.list.isSuccess).toBe(true))
  server.failNext('addRelations', { status: 429, headers: { 'Retry-After': '30' } })

  act(() => result.current.attach.mutate([extra]))
  await waitFor(() => expect(server.ledger.count('addRelations')).toBe(1))
  expect(result.current.list.data?.files).toHaveLength(2)
  await act(() => clock.advance(30_000))

  await waitFor(() => expect(idsAt(server)).toContain(extra._id))
  await waitFor(() => expect(result.current.attach.isSuccess).toBe(true))
})

it('attaches all but the one that is gone, and says why of that', async () => {
  const { server, renderHook } = setUp(1)
  const four = Array.from({ length: 4 }, () => server.addFile())
  const { result } = renderHook(useHooks)
  await waitFor(() => expect(result.current.list.isSuccess).toBe(true))
  server.world.files.delete(four[2]!._id)

  const { attached, refused } = await act(() => result.current.attach.mutateAsync(four))

  expect(attached).toHaveLength(3)
  expect(idsAt(server)).toHaveLength(4)
  expect([...refused]).toMatchObject([[four[2]!._id, { code: 'not-found' }]])
  await waitFor(() => expect(result.current.attach.undo).not.toBeNull())
  act(() => result.current.attach.undo?.())
  await waitFor(() => expect(idsAt(server)).toHaveLength(1))
})

it('brings back by undo all but the one that was deleted meanwhile', async () => {
  const { server, renderHook, files } = setUp(4)
  const { result } = renderHook(useHooks)
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(4))
  await act(() => result.current.detach.mutateAsync(result.current.list.data!.files))
  server.world.files.delete(files[1]!._id)

  act(() => result.current.detach.undo?.())

  await waitFor(() => expect(idsAt(server)).toHaveLength(3))
  await waitFor(() => expect(result.current.detach.undoError).toMatchObject({ code: 'not-found' }))
  expect([...result.current.detach.undoProblems.keys()]).toEqual([files[1]!._id])
  expect(result.current.detach.undo).not.toBeNull()
})

it('attaches hundreds in a few calls', async () => {
  const { server, renderHook } = setUp(1)
  const many = Array.from({ length: 120 }, () => server.addFile())
  const { result } = renderHook(useHooks)
  await waitFor(() => expect(result.current.list.isSuccess).toBe(true))

  await act(() => result.current.attach.mutateAsync(many))

  expect(idsAt(server)).toHaveLength(121)
  expect(server.ledger.count('addRelations')).toBe(3)
})

it('lets the last of two quick changes of labels win, however long the first one takes', async () => {
  const { server, renderHook, queryClient, files, hold } = setUp(1)
  const { result } = renderHook(useHooks)
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(1))
  const release = hold('PUT')

  act(() => result.current.relabel.mutate({ file: files[0]!, labels: ['one'] }))
  act(() => result.current.relabel.mutate({ file: files[0]!, labels: ['one', 'two'] }))
  await waitFor(() => expect(shownLabels(result.current)).toEqual(['one', 'two']))
  release()

  await waitFor(() => expect(server.ledger.count('updateRelation')).toBe(2))
  await waitFor(() => expect(labelsAt(server, files[0]!)).toEqual(['one', 'two']))
  await waitFor(() => expect(queryClient.isFetching()).toBe(0))
  expect(shownLabels(result.current)).toEqual(['one', 'two'])
})

it('shows the labels that are there where two changes of them are refused', async () => {
  const { server, renderHook, files, hold, holdLists } = setUp(1)
  label(server, files[0]!, ['old'])
  const { result } = renderHook(useHooks)
  await waitFor(() => expect(shownLabels(result.current)).toEqual(['old']))
  const release = hold('PUT')
  server.failNext('updateRelation', { status: 403 }, 2)
  act(() => result.current.relabel.mutate({ file: files[0]!, labels: ['one'] }))
  act(() => result.current.relabel.mutate({ file: files[0]!, labels: ['one', 'two'] }))
  await waitFor(() => expect(shownLabels(result.current)).toEqual(['one', 'two']))

  release()
  await waitFor(() => expect(server.ledger.count('updateRelation')).toBe(2))
  holdLists()

  await waitFor(() => expect(shownLabels(result.current)).toEqual(['old']))
})

it('takes a file off only once it is attached, however fast somebody is', async () => {
  const { server, renderHook, hold } = setUp(1)
  const extra = server.addFile({ filename: 'extra.pdf' })
  const { result } = renderHook(useHooks)
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(1))
  const release = hold('POST')
  act(() => result.current.attach.mutate([extra]))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(2))

  act(() =>
    result.current.detach.mutate(result.current.list.data!.files.filter(({ _id }) => _id === extra._id)),
  )
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(1))
  release()

  await waitFor(() => expect(server.ledger.count('deleteRelation')).toBe(1))
  await waitFor(() => expect(result.current.detach.isSuccess).toBe(true))
  expect(idsAt(server)).toHaveLength(1)
})

it('takes back only its own change of labels by undo', async () => {
  const { server, renderHook, files } = setUp(1)
  label(server, files[0]!, ['old'])
  const { result } = renderHook(useHooks)
  await waitFor(() => expect(shownLabels(result.current)).toEqual(['old']))
  await act(() => result.current.relabel.mutateAsync({ file: files[0]!, labels: ['mine'] }))
  label(server, files[0]!, ['mine', 'colleague'])

  await waitFor(() => expect(result.current.relabel.undo).not.toBeNull())
  act(() => result.current.relabel.undo?.())

  await waitFor(() => expect(labelsAt(server, files[0]!)).toEqual(['colleague', 'old']))
})

it('takes the new file off by undo where the old one could not be replaced', async () => {
  const plan = { ...entity, attribute: 'floor_plan' }
  const { server, renderHook } = setUp(0)
  const [old, next] = ['old.pdf', 'new.pdf'].map((filename) => server.addFile({ filename }))
  server.relate(plan, [old!])
  const { result } = renderHook(() => useAttachFiles(plan, { multiple: false }))
  await waitFor(() => expect(result.current.isFull).toBe(true))
  server.failNext('deleteRelation', { status: 403 })

  act(() => result.current.mutate([next!]))

  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'forbidden', step: 'detach' }))
  expect(namesAt(server, plan)).toEqual(['old.pdf', 'new.pdf'])
  await waitFor(() => expect(result.current.undo).not.toBeNull())
  act(() => result.current.undo?.())
  await waitFor(() => expect(namesAt(server, plan)).toEqual(['old.pdf']))
})

it('offers to bring back what was taken off last, also where an earlier way back fails meanwhile', async () => {
  const { server, renderHook, files, hold } = setUp(2)
  const [first, second] = files
  const { result } = renderHook(useHooks)
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(2))
  await act(() => result.current.detach.mutateAsync([first!]))
  await waitFor(() => expect(result.current.detach.undo).not.toBeNull())
  const release = hold('POST')
  server.failNext('addRelations', { status: 403 })
  act(() => result.current.detach.undo?.())
  await act(() => result.current.detach.mutateAsync([second!]))
  release()
  await waitFor(() => expect(result.current.detach.undoError).not.toBeNull())

  act(() => result.current.detach.undo?.())

  await waitFor(() => expect(idsAt(server)).toEqual([second!._id]))
})

it('attaches a file once where it could not be taken off before', async () => {
  const { server, renderHook, files, hold } = setUp(1)
  const { result } = renderHook(useHooks)
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(1))
  const release = hold('DELETE')
  server.failNext('deleteRelation', { status: 403 })
  act(() => result.current.detach.mutate([files[0]!]))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(0))

  act(() => result.current.attach.mutate([files[0]!]))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(1))
  release()

  await waitFor(() => expect(result.current.attach.isSuccess).toBe(true))
  expect(server.ledger.count('addRelations')).toBe(0)
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(1))
})

it('attaches a file also where an earlier try of it is refused meanwhile', async () => {
  const { server, renderHook, hold } = setUp(1)
  const extra = server.addFile({ filename: 'extra.pdf' })
  const { result } = renderHook(useHooks)
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(1))
  const release = hold('POST')
  server.failNext('addRelations', { status: 403 })
  act(() => result.current.attach.mutate([extra]))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(2))

  act(() => result.current.attach.mutate([extra]))
  release()

  await waitFor(() => expect(result.current.attach.isSuccess).toBe(true))
  expect(idsAt(server)).toContain(extra._id)
})

/** All that changes the relations of one entity. */
function useHooks() {
  return {
    list: useEntityFiles(entity),
    attach: useAttachFiles(entity),
    detach: useDetachFile(entity),
    relabel: useRelabelFile(entity),
  }
}

/** An entity with so many files; the calls that change something can be held. */
function setUp(count: number) {
  let held: { readonly method: string; readonly until: Promise<void> } | null = null
  let lists: Promise<void> = Promise.resolve()
  const clock = createManualClock()
  const app = createApp({
    clock,
    fetch: async (...request) => {
      const { method, url } = new Request(...request)
      if (method === held?.method) {
        const { until } = held
        held = null
        await until
      }
      if (method === 'GET' && url.includes('/relations')) await lists
      return app.server.fetch(...request)
    },
  })
  const files = Array.from({ length: count }, (_, index) =>
    app.server.addFile({ filename: `${index}.pdf`, _created_at: new Date(2e12 - index).toISOString() }),
  )
  if (count > 0) app.server.relate(entity, files)
  return {
    ...app,
    clock,
    files: files.map((file) => ({ ...file, $relation: { entity_id: file._id, attribute: '_files' } })),
    /** Lets the next call of a method wait. */
    hold: (method: string) => {
      let release = () => {}
      held = { method, until: new Promise<void>((resolve) => (release = resolve)) }
      return () => release()
    },
    /** No list is answered any more. */
    holdLists: () => void (lists = new Promise(() => {})),
  }
}

function shownLabels({ list }: ReturnType<typeof useHooks>): readonly string[] | undefined {
  return list.data?.files[0]?.$relation._tags
}

const key = `${entity.slug}/${entity.id}`

function idsAt(server: FileServer): readonly string[] {
  return (server.world.relations.get(key) ?? []).map(({ entity_id }) => entity_id)
}

function labelsAt(server: FileServer, file: Pick<FileEntity, '_id'>): readonly string[] | undefined {
  return server.world.relations.get(key)?.find(({ entity_id }) => entity_id === file._id)?._tags
}

function label(server: FileServer, file: Pick<FileEntity, '_id'>, labels: readonly string[]): void {
  const items = server.world.relations.get(key) ?? []
  server.world.relations.set(
    key,
    items.map((item) => (item.entity_id === file._id ? { ...item, _tags: labels } : item)),
  )
}

function namesAt(server: FileServer, at: EntityRef): readonly string[] {
  return server.filesOf(at).map(({ filename }) => filename)
}
