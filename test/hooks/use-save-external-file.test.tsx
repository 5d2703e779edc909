import { act, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useEntityFiles, useSaveExternalFile } from '../../src/index.js'
import { anEntity, createManualClock } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()
const link = { custom_download_url: 'https://archive.example/get?id=42', filename: 'plan.pdf' }

it('saves the address as it is, attaches it, and takes it off again', async () => {
  const { server, renderHook } = createApp()
  const { result } = renderHook(() => ({
    list: useEntityFiles(entity),
    external: useSaveExternalFile(entity),
  }))
  await waitFor(() => expect(result.current.list.isSuccess).toBe(true))

  const payload = { ...link, custom_download_url_auth: 'token' as const, _tags: ['Plan'] }
  const { file, outcome } = await act(() => result.current.external.mutateAsync(payload))

  expect(outcome).toMatchObject({ status: 'applied' })
  expect(file).toMatchObject(payload)
  expect(server.filesOf(entity)).toMatchObject([payload])
  expect(result.current.list.data?.files).toMatchObject([{ filename: 'plan.pdf' }])
  act(() => result.current.external.undo?.())
  await waitFor(() => expect(server.filesOf(entity)).toEqual([]))
})

it('belongs to nothing without an entity', async () => {
  const { server, renderHook } = createApp()
  const { result } = renderHook(() => useSaveExternalFile())

  const { outcome } = await act(() => result.current.mutateAsync(link))

  expect(outcome).toBeNull()
  expect(server.files()).toHaveLength(1)
  expect(server.ledger.count('addRelations')).toBe(0)
})

it.each(['lost-answer', { status: 503 }, { status: 200, body: '<h1>Sign in</h1>' }] as const)(
  'looks twice for what it may have saved after %o, before anything is saved again',
  async (fault) => {
    const { server, clock, renderHook } = arrange()
    server.failNext('saveFileV2', fault)
    const { result } = renderHook(() => useSaveExternalFile(entity))

    const saving = result.current.mutateAsync(link).catch((error: unknown) => error)
    await waitFor(() => expect(server.ledger.count('searchEntities')).toBe(1))
    await act(() => clock.advance(5000))
    await act(() => saving)

    const isSaved = fault === 'lost-answer'
    expect(server.ledger.count('searchEntities')).toBe(isSaved ? 1 : 2)
    expect(server.ledger.count('saveFileV2')).toBe(1)
    expect(server.filesOf(entity)).toHaveLength(isSaved ? 1 : 0)
    if (isSaved) return
    await act(() => result.current.mutateAsync(link))
    expect(server.filesOf(entity)).toHaveLength(1)
  },
)

it('goes on looking where nobody could tell, also when it is tried again', async () => {
  const { server, renderHook } = createApp()
  server.failNext('saveFileV2', 'lost-answer')
  server.failNext('searchEntities', { status: 403 })
  const { result } = renderHook(() => useSaveExternalFile(entity))

  await act(() => result.current.mutateAsync(link).catch(() => {}))
  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'outcome-unknown', step: 'save' }))
  await act(() => result.current.mutateAsync(link))

  expect(server.ledger.count('saveFileV2')).toBe(1)
  expect(server.filesOf(entity)).toHaveLength(1)
})

it('does not save again what was saved and could not be attached', async () => {
  const { server, renderHook } = createApp()
  server.failNext('addRelations', { status: 503 })
  const { result } = renderHook(() => useSaveExternalFile(entity))
  await act(() => result.current.mutateAsync(link).catch(() => {}))
  expect(server.files()).toHaveLength(1)

  await act(() => result.current.mutateAsync(link))

  expect(server.files()).toHaveLength(1)
  expect(server.filesOf(entity)).toHaveLength(1)
})

it('takes two clicks for one wish', async () => {
  const { server, renderHook } = createApp()
  const { result } = renderHook(() => useSaveExternalFile())

  await act(() => Promise.all([result.current.mutateAsync(link), result.current.mutateAsync(link)]))

  expect(server.files()).toHaveLength(1)
})

it('attaches nothing under somebody else', async () => {
  let owner = 'jana'
  const { server, renderHook } = createApp({ owner: () => owner })
  const { result } = renderHook(() => useSaveExternalFile(entity))

  // On its way already.
  server.failBy((operation) => {
    if (operation === 'saveFileV2') owner = 'emre'
    return undefined
  })

  const error = await act(() => result.current.mutateAsync(link).catch((cause: unknown) => cause))

  expect(error).toMatchObject({ code: 'owner-changed' })
  expect(server.filesOf(entity)).toEqual([])
})

it('refuses an address that may not be kept, and asks nobody', async () => {
  const { server, renderHook } = createApp()
  const { result } = renderHook(() => useSaveExternalFile(entity))
  const bad = { ...link, custom_download_url: 'javascript:alert(1)' }

  const error = await act(() => result.current.mutateAsync(bad).catch((cause: unknown) => cause))

  expect(error).toMatchObject({ code: 'address-refused' })
  expect(server.ledger.calls()).toEqual([])
})

function arrange() {
  const clock = createManualClock()
  return { clock, ...createApp({ clock }) }
}
