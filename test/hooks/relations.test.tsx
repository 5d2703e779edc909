import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { EntityRef } from '../../src/index.js'
import { useAttaching } from '../../src/components/use-attaching.js'
import {
  describeError,
  en,
  FileList,
  useAttachFiles,
  useDeleteFile,
  useDetachFile,
  useEntityFiles,
  useFileAttribute,
  usePendingRelations,
  useRelabelFile,
  useSelected,
  useSelection,
} from '../../src/index.js'
import { aFile, anEntity, createFileServer, createManualClock } from '../../src/testing.js'
import type { FileServer, FileServerOptions, Operation } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()
const names = ['d.pdf', 'c.pdf', 'b.pdf', 'a.pdf']

/** A list one can take files off, as an app would build it. */
function Files({ of }: { readonly of: EntityRef }) {
  const { data } = useEntityFiles(of)
  const { mutate: detach, problems, undo } = useDetachFile(of)
  const files = data?.files ?? []
  const keys = files.map(({ _id }) => _id)
  const selection = useSelection(keys)
  const selected = useSelected(selection, keys)
  return (
    <>
      <FileList.Root aria-label="Files" selection={selection}>
        <FileList.Rows items={files} keyOf={({ _id }) => _id}>
          {(file) => (
            <FileList.Item file={file}>
              <FileList.Checkbox />
              <FileList.Name />
              {problems.has(file._id) && (
                <p role="alert">{describeError(problems.get(file._id)!, en).what}</p>
              )}
              <button type="button" onClick={() => detach([file])}>
                Remove {file.filename}
              </button>
            </FileList.Item>
          )}
        </FileList.Rows>
      </FileList.Root>
      <p>{selected.length} selected</p>
      {undo && <button onClick={undo}>Undo</button>}
    </>
  )
}

const reasons = [
  [403, /^Not removed\. You don’t have/],
  [404, /^Not removed\. It no longer exists/],
  [409, /^Not removed\. It was changed by someone else/],
] as const

it.each(reasons)(
  'gives back the row of a file that may not be taken off (%i): where it stood, chosen as it was, with the reason',
  async (status, reason) => {
    const { server, render, hold } = setUp()
    render(<Files of={entity} />)
    await waitFor(() => expect(shown()).toEqual(names))
    await userEvent.click(screen.getByRole('checkbox', { name: /b\.pdf/ }))
    const answer = hold('deleteRelation', status)

    const button = screen.getByRole('button', { name: 'Remove b.pdf' })
    act(() => button.focus())
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(shown()).toEqual(['d.pdf', 'c.pdf', 'a.pdf']))
    const list = screen.getByRole('list', { name: 'Files' })
    await waitFor(() => expect(list).toContainElement(document.activeElement as HTMLElement))
    const focused = document.activeElement
    answer()

    await waitFor(() => expect(shown()).toEqual(names))
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toMatch(reason)
    expect(alert.closest('li')).toHaveTextContent('b.pdf')
    expect(document.activeElement).toBe(focused)
    expect(screen.getByText('1 selected')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument()
    expect(server.filesOf(entity)).toHaveLength(4)
  },
)

it('takes a file off at once, and puts it back with its labels where somebody wants it back', async () => {
  const { server, render, files } = setUp()
  label(server, files[1]!, ['signed'])
  render(<Files of={entity} />)
  await waitFor(() => expect(shown()).toEqual(names))

  await userEvent.click(screen.getByRole('button', { name: 'Remove c.pdf' }))
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(3))
  expect(shown()).toEqual(['d.pdf', 'b.pdf', 'a.pdf'])
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))

  await waitFor(() => expect(shown()).toEqual(names))
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(4))
  expect(labelsAt(server, files[1]!)).toEqual(['signed'])
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument())
})

it('takes many off, and gives back only those that are refused', async () => {
  const { server, renderHook } = setUp()
  const { result } = renderHook(() => ({ list: useEntityFiles(entity), detach: useDetachFile(entity) }))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(4))
  server.failNext('deleteRelation', { status: 403 })

  act(() => result.current.detach.mutate(result.current.list.data!.files.slice(0, 3)))

  await waitFor(() => expect(result.current.detach.isError).toBe(true))
  expect(server.filesOf(entity)).toHaveLength(2)
  expect(result.current.list.data?.files.map(({ filename }) => filename)).toEqual(['d.pdf', 'a.pdf'])
  expect([...result.current.detach.problems.values()]).toMatchObject([{ code: 'forbidden', step: 'detach' }])
  act(() => result.current.detach.undo?.())
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(4))
})

it('lets a file stay in the list whose removal waits for approval, and says so', async () => {
  const { server, renderHook, files } = setUp(heldBack)
  const { result } = renderHook(() => ({
    list: useEntityFiles(entity),
    pending: usePendingRelations(entity),
    detach: useDetachFile(entity),
  }))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(4))

  act(() => result.current.detach.mutate([result.current.list.data!.files[2]!]))

  await waitFor(() => expect(result.current.detach.data).toMatchObject({ status: 'pending' }))
  expect(result.current.list.data?.files.map(({ filename }) => filename)).toEqual(names)
  await waitFor(() => expect(result.current.pending.data?.detaching).toEqual([files[2]!._id]))
  expect(result.current.pending.data).toMatchObject({ editMode: 'approval', attaching: [] })
  expect(result.current.detach.undo).toBeNull()
  expect(server.filesOf(entity)).toHaveLength(4)
})

it('shows what is attached and waits for approval among what waits, not among the files', async () => {
  const { server, renderHook } = setUp(heldBack)
  const asked = server.addFile({ filename: 'asked.pdf' })
  const { result } = renderHook(() => ({
    list: useEntityFiles(entity),
    pending: usePendingRelations(entity),
    attach: useAttachFiles(entity),
  }))
  await waitFor(() =>
    expect(result.current.pending.data).toMatchObject({ editMode: 'direct', attaching: [] }),
  )

  act(() => result.current.attach.mutate([asked]))

  await waitFor(() =>
    expect(result.current.pending.data?.attaching).toMatchObject([{ filename: 'asked.pdf' }]),
  )
  expect(result.current.attach.data).toMatchObject({ status: 'pending' })
  expect(result.current.list.data?.files.map(({ filename }) => filename)).toEqual(names)
  expect(result.current.attach.undo).toBeNull()
})

it('lets an upload leave its list once it is shown as waiting for approval', async () => {
  const { client, renderHook } = setUp(heldBack)
  const { result } = renderHook(() => usePendingRelations(entity))
  await waitFor(() => expect(result.current.isSuccess).toBe(true))

  act(() => void client.uploads.add([aFile({ name: 'new.pdf' })], { scope: 's', entity }))

  await waitFor(() => expect(result.current.data?.attaching).toMatchObject([{ filename: 'new.pdf' }]))
  await waitFor(() => expect(client.uploads.all()).toEqual([]))
})

it.each([403, 404, 409])(
  'takes a file out of the list again that may not be attached (%i)',
  async (status) => {
    const { server, renderHook, hold } = setUp()
    const { result } = renderHook(() => ({ list: useEntityFiles(entity), attach: useAttachFiles(entity) }))
    await waitFor(() => expect(result.current.list.data?.files).toHaveLength(4))
    const answer = hold('addRelations', status)

    act(() => result.current.attach.mutate([server.addFile({ filename: 'extra.pdf' })]))
    await waitFor(() => expect(result.current.list.data?.files).toHaveLength(5))
    answer()

    await waitFor(() => expect(result.current.attach.error).toMatchObject({ status, step: 'attach' }))
    expect(result.current.list.data?.files.map(({ filename }) => filename)).toEqual(names)
    expect(result.current.attach.undo).toBeNull()
  },
)

it('takes an attached file off again where somebody wants that', async () => {
  const { server, renderHook } = setUp()
  const extra = server.addFile({ filename: 'extra.pdf', _created_at: '2020-01-01T00:00:00Z' })
  const { result } = renderHook(() => ({ list: useEntityFiles(entity), attach: useAttachFiles(entity) }))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(4))
  act(() => result.current.attach.mutate([extra]))
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(5))

  await waitFor(() => expect(result.current.attach.undo).not.toBeNull())
  act(() => result.current.attach.undo?.())

  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(4))
  await waitFor(() => expect(result.current.list.data?.files.map(({ filename }) => filename)).toEqual(names))
})

it('offers no undo for what had been attached before', async () => {
  const { server, renderHook, files } = setUp()
  const { result } = renderHook(() => ({ list: useEntityFiles(entity), attach: useAttachFiles(entity) }))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(4))
  await act(() => result.current.attach.mutateAsync([files[0]!]))

  expect(result.current.attach.data).toMatchObject({ status: 'applied', attached: [] })
  expect(result.current.attach.undo).toBeNull()
  expect(server.ledger.count('addRelations')).toBe(0)
})

it('replaces the file of an attribute that holds one, and gives it back by undo', async () => {
  const plan = { ...entity, attribute: 'floor_plan' }
  const { server, renderHook } = setUp()
  const [old, next] = ['old.pdf', 'next.pdf'].map((filename) => server.addFile({ filename }))
  server.relate(plan, [old!])
  const { result } = renderHook(() => useAttachFiles(plan, { multiple: false }))
  await waitFor(() => expect(result.current.isFull).toBe(true))
  expect(result.current.replaces.map(({ filename }) => filename)).toEqual(['old.pdf'])

  act(() => result.current.mutate([next!]))
  await waitFor(() => expect(namesAt(server, plan)).toEqual(['next.pdf']))
  expect(server.files().map(({ filename }) => filename)).toContain('old.pdf')
  await waitFor(() => expect(result.current.undo).not.toBeNull())
  act(() => result.current.undo?.())

  await waitFor(() => expect(namesAt(server, plan)).toEqual(['old.pdf']))
})

it('leaves by undo what was attached before it took the place of another', async () => {
  const plan = { ...entity, attribute: 'floor_plan' }
  const { server, renderHook } = setUp()
  const [old, other] = ['old.pdf', 'other.pdf'].map((filename) => server.addFile({ filename }))
  server.relate(plan, [old!, other!])
  const { result } = renderHook(() => useAttaching(plan, () => {}))

  act(() => void result.current.attach([other!], [{ ...old!, $relation: { entity_id: old!._id } }]))
  await waitFor(() => expect(namesAt(server, plan)).toEqual(['other.pdf']))
  await waitFor(() => expect(result.current.undo).not.toBeNull())
  act(() => result.current.undo?.())

  await waitFor(() => expect(namesAt(server, plan)).toContain('old.pdf'))
  await waitFor(() => expect(server.ledger.count('getRelationsV3')).toBeGreaterThan(0))
  await waitFor(() => expect(result.current.undo).toBeNull())
  expect(namesAt(server, plan)).toEqual(['other.pdf', 'old.pdf'])
})

it('takes nothing off for a file that is refused', async () => {
  const plan = { ...entity, attribute: 'floor_plan' }
  const { server, renderHook } = setUp()
  server.relate(plan, [server.addFile({ filename: 'old.pdf' })])
  const { result } = renderHook(() => useAttachFiles(plan, { multiple: false }))
  await waitFor(() => expect(result.current.isFull).toBe(true))
  server.failNext('addRelations', { status: 403 })

  act(() => result.current.mutate([server.addFile({ filename: 'next.pdf' })]))

  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'forbidden' }))
  expect(namesAt(server, plan)).toEqual(['old.pdf'])
  await waitFor(() => expect(result.current.replaces).toMatchObject([{ filename: 'old.pdf' }]))
})

it('refuses two files for an attribute that holds one', async () => {
  const { server, renderHook } = setUp()
  const { result } = renderHook(() => useAttachFiles(entity, { multiple: false }))

  act(() => result.current.mutate([server.addFile(), server.addFile()]))

  await waitFor(() => expect(result.current.error?.message).toContain('Attach one at a time'))
  expect(server.ledger.count('addRelations')).toBe(0)
})

it.each([403, 404, 409])(
  'gives a relation its labels back where it may not be relabelled (%i)',
  async (status) => {
    const { server, renderHook, files, hold } = setUp()
    label(server, files[0]!, ['old'])
    const { result } = renderHook(() => ({ list: useEntityFiles(entity), relabel: useRelabelFile(entity) }))
    await waitFor(() => expect(result.current.list.data?.files).toHaveLength(4))
    const labels = () => result.current.list.data?.files[0]?.$relation._tags
    const answer = hold('updateRelation', status)

    act(() => result.current.relabel.mutate({ file: result.current.list.data!.files[0]!, labels: ['new'] }))
    await waitFor(() => expect(labels()).toEqual(['new']))
    answer()

    await waitFor(() => expect(result.current.relabel.error).toMatchObject({ status, step: 'update' }))
    expect(labels()).toEqual(['old'])
  },
)

it('relabels a file, and gives the labels back by undo', async () => {
  const { server, renderHook, files } = setUp()
  label(server, files[0]!, ['old'])
  const { result } = renderHook(() => ({ list: useEntityFiles(entity), relabel: useRelabelFile(entity) }))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(4))

  act(() => result.current.relabel.mutate({ file: result.current.list.data!.files[0]!, labels: ['new'] }))
  await waitFor(() => expect(labelsAt(server, files[0]!)).toEqual(['new']))
  await waitFor(() => expect(result.current.relabel.undo).not.toBeNull())
  act(() => result.current.relabel.undo?.())

  await waitFor(() => expect(labelsAt(server, files[0]!)).toEqual(['old']))
})

it.each([403, 404, 409])('gives back a file that may not be deleted (%i), in every list', async (status) => {
  const { server, renderHook, files, hold } = setUp()
  const other = anEntity()
  server.relate(other, [files[1]!])
  const { result } = renderHook(() => ({
    list: useEntityFiles(entity),
    other: useEntityFiles(other),
    remove: useDeleteFile(),
  }))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(4))
  await waitFor(() => expect(result.current.other.data?.files).toHaveLength(1))
  const answer = hold('deleteFile', status)

  act(() => result.current.remove.mutate(files[1]!))
  await waitFor(() => expect(result.current.other.data?.files).toEqual([]))
  expect(result.current.list.data?.hits).toBe(3)
  answer()

  await waitFor(() => expect(result.current.remove.error).toMatchObject({ status, step: 'delete' }))
  expect(result.current.list.data?.files.map(({ filename }) => filename)).toEqual(names)
  expect(result.current.other.data?.files).toHaveLength(1)
})

it('deletes a file from every list', async () => {
  const { server, renderHook, files } = setUp()
  const { result } = renderHook(() => ({ list: useEntityFiles(entity), remove: useDeleteFile() }))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(4))

  act(() => result.current.remove.mutate(files[0]!))

  await waitFor(() => expect(server.files()).toHaveLength(3))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(3))
})

it.each(['offset', 'page'] as const)(
  'finds the files of an attribute behind hundreds of another, where `from` is a %s',
  async (relationsFrom) => {
    const { server, renderHook } = setUp({ answers: { relationsFrom } })
    server.relate(
      entity,
      Array.from({ length: 250 }, () => server.addFile()),
    )
    server.relate({ ...entity, attribute: 'photos' }, [server.addFile({ filename: 'roof.jpg' })])

    const { result } = renderHook(() => useEntityFiles({ ...entity, attribute: 'photos' }))

    await waitFor(() => expect(result.current.data?.files).toMatchObject([{ filename: 'roof.jpg' }]))
    expect(result.current.hasNextPage).toBe(false)
    expect(server.ledger.count('getRelationsV3')).toBeLessThanOrEqual(5)
  },
)

it('looks for an attribute only so far at once, and goes on when it is asked to', async () => {
  const { server, renderHook } = setUp()
  server.relate(
    entity,
    Array.from({ length: 1100 }, () => server.addFile()),
  )
  server.relate({ ...entity, attribute: 'photos' }, [server.addFile({ filename: 'roof.jpg' })])
  const { result } = renderHook(() => useEntityFiles({ ...entity, attribute: 'photos' }))
  await waitFor(() => expect(result.current.hasNextPage).toBe(true))
  expect(result.current.data?.files).toEqual([])
  expect(server.ledger.count('getRelationsV3')).toBe(10)

  await act(() => result.current.fetchNextPage())

  await waitFor(() => expect(result.current.data?.files).toMatchObject([{ filename: 'roof.jpg' }]))
  expect(result.current.hasNextPage).toBe(false)
})

it('reads what the schema says of an attribute', async () => {
  const { renderHook } = setUp({
    schemas: [
      {
        slug: 'opportunity',
        attributes: [
          { name: 'floor_plan', allowed_extensions: ['pdf'], required: true, edit_mode: 'approval' },
        ],
      },
    ],
  })
  const { result } = renderHook(() => ({
    plan: useFileAttribute('opportunity', 'floor_plan'),
    files: useFileAttribute('opportunity'),
    none: useFileAttribute('opportunity', 'garden'),
  }))

  await waitFor(() => expect(result.current.plan.isSuccess).toBe(true))
  expect(result.current.plan.data).toMatchObject({
    rules: { accept: ['.pdf'], maxCount: 1 },
    multiple: false,
    required: true,
    editMode: 'approval',
  })
  expect(result.current.files.data).toMatchObject({ multiple: true, rules: {} })
  expect(result.current.none.error?.message).toContain('no file attribute "garden"')
})

it('knows the relations of one attribute from those of another', async () => {
  const photos = { ...entity, attribute: 'photos' }
  const { server, renderHook, files } = setUp()
  const { result } = renderHook(() => ({
    list: useEntityFiles(photos),
    attach: useAttachFiles(photos),
    detach: useDetachFile(photos),
  }))
  await waitFor(() => expect(result.current.list.isSuccess).toBe(true))
  expect(result.current.list.data?.files).toEqual([])

  await act(() => result.current.attach.mutateAsync([files[0]!]))
  expect(namesAt(server, photos)).toEqual(['d.pdf'])
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(1))
  act(() => result.current.detach.mutate(result.current.list.data!.files))

  await waitFor(() => expect(namesAt(server, photos)).toEqual([]))
  expect(result.current.list.data?.hits).toBe(4)
  expect(server.filesOf(entity)).toHaveLength(4)
})

it('keeps what is being changed as it will be, whoever asks for the list meanwhile', async () => {
  const { server, renderHook, queryClient, hold } = setUp()
  const extra = server.addFile({ filename: 'extra.pdf', _created_at: '2020-01-01T00:00:00Z' })
  const { result } = renderHook(() => ({
    list: useEntityFiles(entity),
    attach: useAttachFiles(entity),
    detach: useDetachFile(entity),
    relabel: useRelabelFile(entity),
    remove: useDeleteFile(),
  }))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(4))
  const [d, c, b] = result.current.list.data!.files
  const answer = hold('deleteRelation', 403)
  act(() => result.current.detach.mutate([d!]))
  act(() => result.current.remove.mutate(c!))
  act(() => result.current.relabel.mutate({ file: b!, labels: ['new'] }))
  act(() => result.current.attach.mutate([extra]))
  const now = () =>
    result.current.list.data?.files.map(({ filename, $relation: { _tags = [] } }) => [filename, ..._tags])
  const meanwhile = [['b.pdf', 'new'], ['a.pdf'], ['extra.pdf']]
  await waitFor(() => expect(now()).toEqual(meanwhile))

  await act(() => queryClient.refetchQueries())
  expect(now()).toEqual(meanwhile)
  expect(result.current.list.data?.hits).toBe(3)
  answer()

  await waitFor(() => expect(now()).toEqual([['d.pdf'], ...meanwhile]))
  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(4))
  server.world.relations.set(`${entity.slug}/${entity.id}`, [])
  await act(() => queryClient.refetchQueries())
  expect(now()).toEqual([])
})

it('lets files be brought back at once, however long the list takes to be loaded again', async () => {
  const { server, renderHook, holdLists } = setUp()
  const { result } = renderHook(() => ({ list: useEntityFiles(entity), detach: useDetachFile(entity) }))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(4))
  holdLists()

  await act(() => result.current.detach.mutateAsync(result.current.list.data!.files.slice(0, 1)))
  expect(result.current.list.isFetching).toBe(true)
  act(() => result.current.detach.undo?.())

  await waitFor(() => expect(server.filesOf(entity)).toHaveLength(4))
})

it('waits as long as a busy epilot asks for, and then takes all of them off', async () => {
  const { server, renderHook, clock } = setUp()
  const { result } = renderHook(() => ({ list: useEntityFiles(entity), detach: useDetachFile(entity) }))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(4))
  server.failNext('deleteRelation', { status: 429, headers: { 'Retry-After': '30' } }, 3)

  act(() => result.current.detach.mutate(result.current.list.data!.files))
  await waitFor(() => expect(server.ledger.count('deleteRelation')).toBe(4))
  expect(result.current.list.data?.files).toEqual([])
  expect(result.current.detach.problems.size).toBe(0)
  await act(() => clock.advance(30_000))

  await waitFor(() => expect(server.filesOf(entity)).toEqual([]))
  await waitFor(() => expect(result.current.detach.isSuccess).toBe(true))
})

const heldBack: FileServerOptions = {
  schemas: [{ slug: 'opportunity', attributes: [{ name: '_files', multiple: true, edit_mode: 'approval' }] }],
}

/** An entity with four files, d.pdf the newest. */
function setUp(options: FileServerOptions = {}) {
  const server = createFileServer(options)
  let held = Promise.resolve()
  let heldLists = Promise.resolve()
  const clock = createManualClock()
  const app = createApp({
    fetch: async (...request) => {
      // Only what changes something, or the list itself.
      const { method, url } = new Request(...request)
      await (method !== 'GET' ? held : url.includes('/relations') ? heldLists : undefined)
      return server.fetch(...request)
    },
    putBlob: server.putBlob,
    clock,
  })
  const files = names.map((filename, index) =>
    server.addFile({ filename, _created_at: `2026-01-0${9 - index}T00:00:00Z` }),
  )
  server.relate(entity, files)
  /** Lets the next call of an operation wait; the returned function lets it go on, into a refusal. */
  const hold = (operation: Operation, status: number) => {
    let release = () => {}
    held = new Promise<void>((resolve) => (release = resolve))
    server.failNext(operation, { status })
    return () => release()
  }
  /** No list is answered any more. */
  const holdLists = () => void (heldLists = new Promise(() => {}))
  return { ...app, server, files, hold, holdLists, clock }
}

function shown(): readonly (string | null)[] {
  const list = screen.queryByRole('list', { name: 'Files' })
  return [...(list?.querySelectorAll('.ef-name') ?? [])].map((name) => name.textContent)
}

function label(server: FileServer, file: { readonly _id: string }, labels: readonly string[]): void {
  const key = `${entity.slug}/${entity.id}`
  const items = server.world.relations.get(key) ?? []
  server.world.relations.set(
    key,
    items.map((item) => (item.entity_id === file._id ? { ...item, _tags: labels } : item)),
  )
}

function labelsAt(server: FileServer, file: { readonly _id: string }): readonly string[] | undefined {
  const items = server.world.relations.get(`${entity.slug}/${entity.id}`) ?? []
  return items.find(({ entity_id }) => entity_id === file._id)?._tags
}

function namesAt(server: FileServer, at: EntityRef): readonly string[] {
  return server.filesOf(at).map(({ filename }) => filename)
}
