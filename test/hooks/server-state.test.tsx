import { act, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { EntityRef, OpenDownload } from '../../src/index.js'
import {
  useAttachFiles,
  useEntityFiles,
  useFile,
  useFileDownload,
  useFileUpload,
  useLeaveWarning,
} from '../../src/index.js'
import { aFile, anEntity, createFileServer, createMemoryJournal } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

it('reads one file', async () => {
  const { server, renderHook } = createApp()
  const { _id } = server.addFile({ filename: 'contract.pdf' })

  const { result } = renderHook(() => useFile(_id))

  await waitFor(() => expect(result.current.data).toMatchObject({ filename: 'contract.pdf' }))
})

it.each(['offset', 'page'] as const)(
  'pages through the files of an entity where `from` is a %s',
  async (relationsFrom) => {
    const server = createFileServer({ answers: { relationsFrom } })
    const { renderHook } = createApp({ fetch: server.fetch })
    const entity = anEntity()
    const names = Array.from({ length: 250 }, (_, index) => `file-${index}.pdf`)
    server.relate(
      entity,
      names.map((filename) => server.addFile({ filename })),
    )
    const { result } = renderHook(() => useEntityFiles(entity))
    await waitFor(() => expect(result.current.data).toMatchObject({ hits: 250 }))
    expect(result.current.data?.files).toHaveLength(100)

    await act(() => result.current.fetchNextPage())
    await act(() => result.current.fetchNextPage())

    await waitFor(() => expect(result.current.data?.files).toHaveLength(250))
    expect(new Set(result.current.data?.files.map((file) => file.filename))).toEqual(new Set(names))
    expect(result.current.hasNextPage).toBe(false)
  },
)

it('shows only the files of the attribute it is asked for', async () => {
  const { server, renderHook } = createApp()
  const entity = anEntity()
  server.relate(entity, [server.addFile({ filename: 'general.pdf' })])
  server.relate({ ...entity, attribute: 'photos' }, [server.addFile({ filename: 'roof.jpg' })])

  const { result } = renderHook(() => useEntityFiles({ ...entity, attribute: 'photos' }))

  await waitFor(() => expect(result.current.data?.files.map((file) => file.filename)).toEqual(['roof.jpg']))
})

it('shows newest files first, files without a date last', async () => {
  const { server, renderHook } = createApp()
  const entity = anEntity()
  server.relate(entity, [
    server.addFile({ filename: 'old.pdf', _created_at: '2024-01-01T00:00:00Z' }),
    server.addFile({ filename: 'new.pdf', _created_at: '2026-01-01T00:00:00Z' }),
  ])

  const { result } = renderHook(() => useEntityFiles(entity))

  await waitFor(() =>
    expect(result.current.data?.files.map((file) => file.filename)).toEqual(['new.pdf', 'old.pdf']),
  )
})

it('shows an attached file at once', async () => {
  const { server, renderHook } = createApp()
  const entity = anEntity()
  const file = server.addFile({ filename: 'a.pdf' })
  const { result } = renderHook(() => ({ files: useEntityFiles(entity), attach: useAttachFiles(entity) }))
  await waitFor(() => expect(result.current.files.isSuccess).toBe(true))
  server.failNext('addRelations', 'hang')

  act(() => result.current.attach.mutate([file]))

  await waitFor(() =>
    expect(result.current.files.data?.files.map(({ filename }) => filename)).toEqual(['a.pdf']),
  )
  expect(server.filesOf(entity)).toEqual([])
})

it('takes back what is refused, and only that', async () => {
  const { server, renderHook } = createApp()
  const entity = anEntity()
  server.relate(entity, [server.addFile({ filename: 'there.pdf' })])
  const { result } = renderHook(() => ({ files: useEntityFiles(entity), attach: useAttachFiles(entity) }))
  await waitFor(() => expect(result.current.files.isSuccess).toBe(true))
  server.failNext('addRelations', { status: 403 })

  act(() => result.current.attach.mutate([server.addFile({ filename: 'refused.pdf' })]))

  await waitFor(() => expect(result.current.attach.error).toMatchObject({ code: 'forbidden' }))
  await waitFor(() =>
    expect(result.current.files.data?.files.map(({ filename }) => filename)).toEqual(['there.pdf']),
  )
  expect(result.current.files.data?.hits).toBe(1)
})

it('keeps a pending attach with the entity it was made for', async () => {
  const { server, queryClient, renderHook } = createApp()
  const [first, second] = [anEntity(), anEntity()]
  const file = server.addFile()
  const { result, rerender } = renderHook(
    ({ entity }: { entity: EntityRef }) => ({ files: useEntityFiles(first), attach: useAttachFiles(entity) }),
    { entity: first },
  )
  await waitFor(() => expect(result.current.files.isSuccess).toBe(true))
  server.failNext('addRelations', { status: 403 })

  act(() => result.current.attach.mutate([file]))
  rerender({ entity: second })
  await waitFor(() => expect(server.ledger.count('addRelations')).toBe(1))
  await waitFor(() => expect(queryClient.isMutating()).toBe(0))

  await waitFor(() => expect(result.current.files.data?.files).toEqual([]))
  expect(server.ledger.calls('addRelations')[0]?.url).toContain(first.id)
})

it('shows a refusal at once instead of asking again and again', async () => {
  const { server, renderHook } = createApp()
  server.failNext('getRelationsV3', { status: 403 }, 10)

  const entity = anEntity()

  const { result } = renderHook(() => useEntityFiles(entity))

  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'forbidden' }))
  expect(server.ledger.count('getRelationsV3')).toBe(1)
})

it('opens one fresh link for each click', async () => {
  const openDownload = vi.fn<OpenDownload>()
  const { server, renderHook } = createApp({ openDownload })
  const file = server.addFile()
  const { result } = renderHook(() => useFileDownload())

  await act(() => result.current.mutateAsync(file))
  await act(() => result.current.mutateAsync(file))

  expect(server.ledger.count('downloadFile')).toBe(2)
  const [first, second] = openDownload.mock.calls.map(([url]) => url)
  expect(first).toMatch(/^https:\/\/storage\.test\//)
  expect(second).not.toBe(first)
})

it('tells when no link is to be had, and when the link answers with a page', async () => {
  const pages: (() => void)[] = []
  const openDownload: OpenDownload = (_url, { onPage }) => pages.push(onPage)
  const { server, renderHook } = createApp({ openDownload })
  const file = server.addFile()
  const { result } = renderHook(() => useFileDownload())
  server.failNext('downloadFile', { status: 403 })
  act(() => result.current.mutate(file))
  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'forbidden', step: 'download' }))

  await act(() => result.current.mutateAsync(file))
  act(() => pages[0]?.())
  expect(result.current.refusal).toMatchObject({ code: 'not-a-download' })

  await act(() => result.current.mutateAsync(file))
  expect(result.current.refusal).toBeNull()
})

it('asks before the page is left, only while something is under way', async () => {
  const { put, renderHook } = createApp()
  const { result } = renderHook(() => {
    useLeaveWarning()
    return useFileUpload({ scope: 's' })
  })
  expect(leave().defaultPrevented).toBe(false)

  act(() => void result.current.add([aFile()]))
  const sending = await put.next()
  await waitFor(() => expect(leave().defaultPrevented).toBe(true))
  sending.finish()

  await waitFor(() => expect(leave().defaultPrevented).toBe(false))
})

it('asks nothing while what is under way would survive', async () => {
  const journal = createMemoryJournal()
  const { client, put, render } = createApp({ owner: () => 'me', journal: { storage: journal.openTab() } })
  function App() {
    useLeaveWarning()
    return null
  }
  render(<App />)

  client.uploads.add([aFile()], { scope: 's' })
  await put.next()
  await waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  await waitFor(() => expect(leave().defaultPrevented).toBe(false))

  journal.fillUp('bytes')
  client.uploads.add([aFile({ name: 'no-room.pdf' })], { scope: 's' })
  await put.next()
  await waitFor(() => expect(client.journal.getState().problem).toBe('full'))
  expect(leave().defaultPrevented).toBe(true)
})

function leave(): Event {
  const event = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(event)
  return event
}
