import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, renderHook, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { StrictMode } from 'react'
import { expect, it, vi } from 'vitest'
import {
  createFileClient,
  FilesProvider,
  useEntityFiles,
  useFileClient,
  useFileUpload,
  useUpload,
  useUploadSummary,
} from '../../src/index.js'
import type { Upload } from '../../src/index.js'
import { aFile, anEntity, createFileServer } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

it('adds each file once, also in StrictMode', async () => {
  const { server, put, renderHook } = createApp()
  const { result } = renderHook(() => useFileUpload({ scope: 's' }))

  act(() => void result.current.add([aFile({ name: 'a.pdf' })]))
  ;(await put.next()).finish()

  await waitFor(() => expect(server.files().map((file) => file.filename)).toEqual(['a.pdf']))
  expect(server.ledger.count('uploadFileV2')).toBe(1)
})

it('keeps sending when the component unmounts, and finds the upload again by its scope', async () => {
  const { server, put, renderHook } = createApp()
  const first = renderHook(() => useFileUpload({ scope: 'contract' }))
  act(() => void first.result.current.add([aFile()]))
  const sending = await put.next()
  const [upload] = first.result.current.uploads
  first.unmount()

  const second = renderHook(() => useFileUpload({ scope: 'contract' }))
  expect(second.result.current.uploads).toEqual([upload])
  sending.finish()

  await waitFor(() => expect(server.files()).toHaveLength(1))
})

it('calls back with the props of the last render, also after unmounting', async () => {
  const { put, renderHook } = createApp()
  const onDone = vi.fn()
  const { result, unmount } = renderHook(() => useFileUpload({ scope: 's', onDone }))
  act(() => void result.current.add([aFile()]))
  const sending = await put.next()
  unmount()

  sending.finish()

  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1))
  expect(onDone.mock.calls[0]?.[0]).toMatchObject({ kind: 'saved' })
})

it('keeps two components without scope apart', () => {
  const { renderHook } = createApp()
  const { result } = renderHook(() => [useFileUpload(), useFileUpload()] as const)

  act(() => void result.current[0].add([aFile()]))

  expect(result.current[0].uploads).toHaveLength(1)
  expect(result.current[1].uploads).toHaveLength(0)
})

it('re-renders for an upload only what picks it', async () => {
  const { put, render } = createApp()
  const renders = { list: 0, rows: new Map<string, number>() }
  function List() {
    const { uploads, add } = useFileUpload({ scope: 's' })
    renders.list += 1
    return (
      <>
        <button onClick={() => void add(['a', 'b'].map((name) => aFile({ name, sizeBytes: 10 })))}>
          Add
        </button>
        {uploads.map((upload) => (
          <Row key={upload.id} upload={upload} />
        ))}
      </>
    )
  }
  function Row({ upload }: { upload: Upload }) {
    renders.rows.set(upload.id, (renders.rows.get(upload.id) ?? 0) + 1)
    const sent = useUpload(upload, (state) => (state.status === 'uploading' ? state.sentBytes : 0))
    return <p>{sent}</p>
  }
  render(<List />)
  act(() => screen.getByText('Add').click())
  const sending = await put.next()
  await put.next()
  await waitFor(() => expect(renders.rows.size).toBe(2))
  const before = { list: renders.list, rows: [...renders.rows.values()] }

  act(() => sending.progress(5))

  expect(screen.getByText('5')).toBeInTheDocument()
  expect(renders.list).toBe(before.list)
  const changed = [...renders.rows.values()].filter((count, index) => count !== before.rows[index])
  expect(changed).toHaveLength(1)
})

it('counts in a summary, for a scope and for all', async () => {
  const { put, renderHook } = createApp()
  const { result } = renderHook(() => ({
    one: useFileUpload({ scope: 'one' }),
    two: useFileUpload({ scope: 'two' }),
    ofOne: useUploadSummary('one'),
    total: useUploadSummary(undefined, (summary) => summary.total),
  }))

  act(() => {
    void result.current.one.add([aFile({ sizeBytes: 3 })])
    void result.current.two.add([aFile()])
  })
  expect(result.current.ofOne).toMatchObject({ total: 1, live: 1, totalBytes: 3 })
  expect(result.current.total).toBe(2)
  ;(await put.next()).finish()

  await waitFor(() => expect(result.current.ofOne).toMatchObject({ done: 1, live: 0, sentBytes: 3 }))
})

it('passes a file on to the list of its entity: it leaves the uploads once the list holds it', async () => {
  const { server, put, renderHook } = createApp()
  const entity = anEntity()
  const { result } = renderHook(() => ({ upload: useFileUpload({ entity }), files: useEntityFiles(entity) }))
  await waitFor(() => expect(result.current.files.isSuccess).toBe(true))

  act(() => void result.current.upload.add([aFile({ name: 'a.pdf' })]))
  ;(await put.next()).finish()

  await waitFor(() =>
    expect(result.current.files.data?.files.map((file) => file.filename)).toEqual(['a.pdf']),
  )
  await waitFor(() => expect(result.current.upload.uploads).toEqual([]))
  expect(server.filesOf(entity)).toHaveLength(1)
})

it('keeps a file without entity until it is dismissed', async () => {
  const { put, renderHook } = createApp()
  const { result } = renderHook(() => useFileUpload({ scope: 's' }))
  act(() => void result.current.add([aFile()]))
  ;(await put.next()).finish()
  const [upload] = result.current.uploads
  await waitFor(() => expect(upload?.state.getState().status).toBe('done'))
  expect(result.current.uploads).toHaveLength(1)

  act(() => result.current.clear())

  expect(result.current.uploads).toEqual([])
})

it('hands over at the next mount what settled while no provider was there', async () => {
  const server = createFileServer()
  const client = createFileClient({ getToken: () => 't', fetch: server.fetch, putBlob: server.putBlob })
  const entity = anEntity()
  const queryClient = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>
      <FilesProvider client={client}>{children}</FilesProvider>
    </QueryClientProvider>
  )
  const first = renderHook(() => useEntityFiles(entity), { wrapper })
  await waitFor(() => expect(first.result.current.data?.files).toEqual([]))
  first.unmount()
  const [upload] = client.uploads.add([aFile({ name: 'late.pdf' })], { scope: 's', entity })
  await waitFor(() => expect(upload?.state.getState().status).toBe('done'))

  const second = renderHook(() => useEntityFiles(entity), { wrapper })

  await waitFor(() =>
    expect(second.result.current.data?.files.map((file) => file.filename)).toEqual(['late.pdf']),
  )
  await waitFor(() => expect(client.uploads.list('s').getState()).toEqual([]))
})

it('works without a QueryClient of the app', async () => {
  const { client, server } = createApp()
  const entity = anEntity()
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  function Files() {
    const { data } = useEntityFiles(entity)
    return <p>{data?.files.map((file) => file.filename).join()}</p>
  }

  render(
    <StrictMode>
      <FilesProvider client={client}>
        <Files />
      </FilesProvider>
    </StrictMode>,
  )

  expect(await screen.findByText('there.pdf')).toBeInTheDocument()
})

it('says what is missing where there is no provider', () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {})

  expect(() => renderHook(() => useFileClient())).toThrow(
    'Put <FilesProvider client={client}> around your app.',
  )

  silent.mockRestore()
})

it('attaches to the entity of the moment in which the files were dropped', async () => {
  const { server, client } = createApp()
  const [first, second] = [anEntity(), anEntity()]
  const atOnce = createFileClient({ getToken: () => 't', fetch: server.fetch, putBlob: server.putBlob })
  const { result, rerender } = renderHook(({ entity }) => useFileUpload({ entity }), {
    initialProps: { entity: first },
    wrapper: ({ children }: { children: ReactNode }) => (
      <FilesProvider client={atOnce}>{children}</FilesProvider>
    ),
  })
  const { add } = result.current
  rerender({ entity: second })

  act(() => void add([aFile({ name: 'slow-folder.pdf' })]))

  await waitFor(() => expect(server.filesOf(first)).toHaveLength(1))
  expect(server.filesOf(second)).toEqual([])
  client.close()
})

it('saves with what was said for the entity of that moment, not for the one shown since', async () => {
  const server = createFileServer()
  const client = createFileClient({ getToken: () => 't', fetch: server.fetch, putBlob: server.putBlob })
  const done: string[] = []
  const { result, rerender } = renderHook(
    ({ entity, tag }) => useFileUpload({ entity, save: { _tags: [tag] }, onDone: () => done.push(tag) }),
    {
      initialProps: { entity: anEntity(), tag: 'contract' },
      wrapper: ({ children }: { children: ReactNode }) => (
        <FilesProvider client={client}>{children}</FilesProvider>
      ),
    },
  )
  const { add } = result.current
  rerender({ entity: anEntity(), tag: 'meter photo' })

  act(() => void add([aFile()]))

  await waitFor(() => expect(done).toEqual(['contract']))
  expect(server.files()).toMatchObject([{ _tags: ['contract'] }])
})

it('keeps an upload in sight while the loaded part of a long list does not hold its file', async () => {
  const { server, put, renderHook } = createApp()
  const entity = anEntity()
  server.relate(
    entity,
    Array.from({ length: 100 }, () => server.addFile()),
  )
  const { result } = renderHook(() => ({ upload: useFileUpload({ entity }), files: useEntityFiles(entity) }))
  await waitFor(() => expect(result.current.files.data?.files).toHaveLength(100))
  act(() => void result.current.upload.add([aFile({ name: 'new.pdf' })]))
  ;(await put.next()).finish()
  await waitFor(() => expect(result.current.files.data?.hits).toBe(101))
  expect(result.current.upload.uploads).toHaveLength(1)

  await act(() => result.current.files.fetchNextPage())

  await waitFor(() => expect(result.current.upload.uploads).toEqual([]))
  expect(result.current.files.data?.files.map((file) => file.filename)).toContain('new.pdf')
})

it('shows nothing of one client to the person of the next', async () => {
  const entity = anEntity()
  const [annas, bens] = [createFileServer(), createFileServer()]
  annas.relate(entity, [annas.addFile({ filename: 'annas.pdf' })])
  bens.failNext('getRelationsV3', { status: 403 }, 100)
  const clients = [annas, bens].map((server) =>
    createFileClient({ getToken: () => 't', fetch: server.fetch }),
  )
  function Files() {
    const { data, error } = useEntityFiles(entity)
    return <p>{error ? 'refused' : data?.files.map((file) => file.filename).join()}</p>
  }
  const app = (index: number) => (
    <FilesProvider client={clients[index]!}>
      <Files />
    </FilesProvider>
  )
  const { rerender } = render(app(0))
  expect(await screen.findByText('annas.pdf')).toBeInTheDocument()

  rerender(app(1))

  expect(await screen.findByText('refused')).toBeInTheDocument()
  expect(screen.queryByText('annas.pdf')).not.toBeInTheDocument()
})

it('tells the developer of clients that are made while rendering', async () => {
  const told = vi.fn((event: ErrorEvent) => {
    if (/createFileClient\(\) outside of rendering/.test(event.message)) event.preventDefault()
  })
  window.addEventListener('error', told)
  const app = () => <FilesProvider client={createFileClient()} />

  const { rerender } = render(app())
  for (let times = 0; times < 6; times++) rerender(app())

  expect(told).toHaveBeenCalledTimes(1)
  window.removeEventListener('error', told)
})

it('prepares what is chosen again after a reload, also by the button of its row', async () => {
  const { client, server, put, renderHook } = createApp({ owner: () => 'me' })
  const prepare = () => aFile({ name: 'photo.jpg', type: 'image/jpeg', sizeBytes: 5 })
  renderHook(() => useFileUpload({ scope: 's', prepare }))
  const photo = aFile({ name: 'photo.heic', sizeBytes: 9 })
  const state = { status: 'waiting', checkpoint: { reached: 'nothing' }, waiting: { for: 'file' } } as const
  const restored = { state, interruptedAt: 1, lacksBytes: true, prepared: undefined }
  const seed = { id: '1', scope: 's', mode: 'user', owner: 'me', save: {} } as const
  const [upload] = client.uploads.adopt([{ ...seed, file: photo, restored }])

  act(() => void upload?.giveFile(photo))
  ;(await put.next()).finish()

  await waitFor(() => expect(server.files()).toMatchObject([{ filename: 'photo.jpg', size_bytes: 5 }]))
})
