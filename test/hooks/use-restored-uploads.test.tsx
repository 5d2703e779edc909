import { act, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useRestoredUploads } from '../../src/index.js'
import { aFile, createFileServer, createManualClock, createMemoryJournal } from '../../src/testing.js'
import type { Interruption } from '../support/interrupt-uploads.js'
import { interruptUploads } from '../support/interrupt-uploads.js'
import { createApp } from '../support/render-with-files.js'

const contract = aFile({ name: 'contract.pdf', sizeBytes: 20_000 })
const plan = aFile({ name: 'plan.dwg', sizeBytes: 40_000 })

it('has what was interrupted as soon as the provider has found it', async () => {
  const { renderHook } = await afterReload([{ file: contract, left: 'kept' }])
  const { result } = renderHook(() => useRestoredUploads())
  expect(result.current.count).toBe(0)
  await waitFor(() => expect(result.current).toMatchObject({ count: 1, paused: 1 }))
})

it('continues all, chooses all and discards all of its scope only', async () => {
  const { renderHook } = await afterReload([
    { file: contract, left: 'kept', scope: 'one' },
    { file: plan, left: 'file-needed', scope: 'one' },
    { file: contract, left: 'kept', scope: 'other' },
  ])
  const { result } = renderHook(() => ({
    one: useRestoredUploads({ scope: 'one' }),
    all: useRestoredUploads(),
  }))
  await waitFor(() => expect(result.current.all.count).toBe(3))

  act(() => result.current.one.continueAll())
  act(() => void result.current.one.chooseAll([plan]))
  expect(result.current.one).toMatchObject({ count: 2, goingOn: 2 })
  expect(result.current.all).toMatchObject({ count: 3, goingOn: 2, paused: 1 })

  act(() => result.current.one.discardAll())
  expect(result.current.one).toMatchObject({ count: 0, discarded: 2 })
  expect(result.current.all).toMatchObject({ count: 1, discarded: 2 })
  act(() => result.current.all.undo())
  expect(result.current.one).toMatchObject({ count: 2, goingOn: 2, discarded: 0 })
})

it('remembers across components what was discarded, and forgets it in time', async () => {
  const { renderHook, client, clock } = await afterReload([{ file: contract, left: 'kept' }])
  const first = renderHook(() => useRestoredUploads())
  await waitFor(() => expect(first.result.current.count).toBe(1))
  act(() => first.result.current.discardAll())
  first.unmount()

  const second = renderHook(() => useRestoredUploads())
  expect(second.result.current).toMatchObject({ count: 0, discarded: 1 })
  await act(() => clock.advance(8000))
  expect(second.result.current.discarded).toBe(0)
  expect(client.uploads.all()).toEqual([])
})

it('forgets all of it with a sign-out', async () => {
  const { renderHook, client, journal } = await afterReload([{ file: contract, left: 'kept' }])
  const { result } = renderHook(() => useRestoredUploads())
  await waitFor(() => expect(result.current.count).toBe(1))
  act(() => result.current.discardAll())
  await act(() => client.forget())
  expect(result.current).toMatchObject({ count: 0, discarded: 0 })
  expect(journal.entries()).toEqual([])
})

async function afterReload(interruptions: readonly Interruption[]) {
  const journal = createMemoryJournal()
  const clock = createManualClock()
  await interruptUploads(interruptions, { journal, server: createFileServer() })
  return {
    journal,
    clock,
    ...createApp({ owner: () => 'me', clock, journal: { storage: journal.openTab() } }),
  }
}
