import { act } from '@testing-library/react'
import type { ReactElement } from 'react'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import { inApp, pages } from './pages.js'

// The reader lives elsewhere than the server.
const liveIn = (timezoneId: string) => cdp().send('Emulation.setTimezoneOverride', { timezoneId })
beforeAll(() => liveIn('Pacific/Kiritimati'))
afterAll(() => liveIn(''))
afterEach(() => vi.restoreAllMocks())

const devices = ['a mouse', 'a finger'] as const
const cases = devices.flatMap((device) => Object.keys(pages).map((name) => [name, device] as const))

it.each(cases)('takes over %s from the server in silence, on a device with %s', async (name, device) => {
  const { page } = pages[name]!
  const container = document.createElement('div')
  document.body.append(container)
  container.innerHTML = asOnServer(<StrictMode>{inApp(page)}</StrictMode>)
  const before = container.firstElementChild

  if (device === 'a finger') pretendCoarsePointer()
  const complaint = vi.spyOn(console, 'error')
  const onRecoverableError = vi.fn()
  const root = await act(async () =>
    hydrateRoot(container, <StrictMode>{inApp(page)}</StrictMode>, { onRecoverableError }),
  )

  expect(onRecoverableError).not.toHaveBeenCalled()
  expect(complaint).not.toHaveBeenCalled()
  // Taken over, not rendered anew.
  expect(container.firstElementChild).toBe(before)
  await act(async () => root.unmount())
  container.remove()
})

it('shows the day of the reader once it is known', async () => {
  const { page } = pages['the parts of a list']!
  const container = document.createElement('div')
  container.innerHTML = asOnServer(inApp(page))
  expect(container.querySelector('time')).toHaveTextContent('Mar 1, 2026')

  const complaint = vi.spyOn(console, 'error')
  const root = await act(async () => hydrateRoot(container, inApp(page)))

  expect(container.querySelector('time')).toHaveTextContent('Mar 2, 2026')
  expect(complaint).not.toHaveBeenCalled()
  await act(async () => root.unmount())
})

function asOnServer(page: ReactElement): string {
  // React 18 warns of layout effects, which a true server does not get; see server-rendering.test.ts.
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
  const html = renderToString(page)
  complaint.mockRestore()
  return html
}

/** What a phone answers where styles and scripts ask for its pointer. */
function pretendCoarsePointer(): void {
  const ask = window.matchMedia.bind(window)
  vi.spyOn(window, 'matchMedia').mockImplementation((query) => {
    const isCoarse = /(pointer: coarse|hover: none)/.test(query)
    return isCoarse ? ask('all') : ask(query)
  })
}
