import { act, renderHook } from '@testing-library/react'
import { StrictMode } from 'react'
import { expect, it } from 'vitest'
import { useAsked } from '../../src/components/use-asked.js'
import { useChunk } from '../../src/components/use-chunk.js'

it('shows what was asked for last, whatever arrives first', async () => {
  const { result } = open()
  const [picker, form] = [later('picker'), later('form')]
  act(() => void result.current.show(picker.load))
  act(() => void result.current.show(form.load))
  expect(result.current.isLoading).toBe(true)

  await act(async () => form.arrive())
  await act(async () => picker.arrive())

  expect(result.current.shown).toBe('form')
})

it('shows nothing that was called off, or asked for at another place', async () => {
  const { result, rerender } = open()
  const [picker, form] = [later('picker'), later('form')]
  act(() => void result.current.show(picker.load))
  act(() => result.current.close())
  await act(async () => picker.arrive())
  expect(result.current.shown).toBeNull()

  act(() => void result.current.show(form.load))
  rerender('another')
  await act(async () => form.arrive())

  expect(result.current.shown).toBeNull()
  rerender('here')
  expect(result.current.shown).toBeNull()
})

it('tells why it could not be shown, until something is asked for again', async () => {
  const { result } = open()
  await act(() => result.current.show(() => Promise.reject(new TypeError('Failed to fetch'))))
  expect(result.current.failure).toMatchObject({ step: 'attach' })

  await act(() => result.current.show(() => Promise.resolve('form')))

  expect(result.current).toMatchObject({ shown: 'form', failure: null })
})

it('loads code that failed to come once it is wanted again', async () => {
  const answers = [Promise.reject(new TypeError('Failed to fetch')), Promise.resolve('code')]
  answers[0]?.catch(() => {})
  let loads = 0
  const failures: unknown[] = []
  const load = () => answers[loads++] ?? Promise.resolve('code')
  const { result, rerender } = renderHook(
    (isWanted: boolean) => useChunk(load, isWanted, (cause) => failures.push(cause)),
    { initialProps: false },
  )
  await act(async () => rerender(true))
  expect(result.current).toBeNull()
  expect(failures).toHaveLength(1)

  await act(async () => rerender(false))
  await act(async () => rerender(true))

  expect(result.current).toBe('code')
})

function open() {
  return renderHook((place: string) => useAsked<string>(place), { initialProps: 'here', wrapper: StrictMode })
}

/** Code that comes when the test says so. */
function later(code: string) {
  let arrive = () => {}
  const loaded = new Promise<string>((resolve) => (arrive = () => resolve(code)))
  return { load: () => loaded, arrive: () => arrive() }
}
