import { act } from '@testing-library/react'
import { expect, it } from 'vitest'
import { LiveRegion } from '../../src/parts/live-region.js'
import type { ManualPut } from '../../src/testing.js'
import { aFile, createManualClock } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

/** Everything that is said, in its order, by which region. */
function renderRegions() {
  const clock = createManualClock()
  const app = createApp({ clock, retry: () => null })
  const { container } = app.render(
    <>
      <LiveRegion scope="s" />
      <LiveRegion scope="s" politeness="assertive" />
    </>,
  )
  const transcript: string[] = []
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const politeness = (target as Element).closest('[aria-live]')?.getAttribute('aria-live')
      for (const { textContent } of addedNodes) transcript.push(`${politeness}: ${textContent}`)
    }
  }).observe(container, { childList: true, subtree: true })
  const add = (...names: readonly string[]) =>
    act(async () => {
      app.client.uploads.add(
        names.map((name) => aFile({ name, sizeBytes: 1000 })),
        { scope: 's' },
      )
    })
  const advance = (ms: number) => act(() => clock.advance(ms))
  return { ...app, transcript, add, advance }
}

async function takeAll(put: ManualPut, count: number) {
  return act(() => Promise.all(Array.from({ length: count }, () => put.next())))
}

it('says in summaries what happens, never each tick', async () => {
  const { put, transcript, add, advance } = renderRegions()
  await add('a.pdf', 'b.pdf', 'c.pdf')
  const sendings = await takeAll(put, 3)
  await advance(750)
  for (let sent = 0; sent <= 900; sent += 10) {
    act(() => sendings.forEach((sending) => sending.progress(sent)))
    await advance(20)
  }
  await advance(750)
  await act(async () => sendings.forEach((sending) => sending.finish()))
  await advance(2000)

  expect(transcript).toEqual([
    'polite: 3 files added.',
    'polite: 50 percent.',
    'polite: 75 percent.',
    'polite: 3 of 3 uploaded.',
  ])
})

it('does not say of what comes back after a reload that somebody has added it', async () => {
  const { client, transcript, advance } = renderRegions()
  const state = { status: 'paused', checkpoint: { reached: 'nothing' } } as const
  const restored = { state, interruptedAt: 1, lacksBytes: false, prepared: undefined }
  const seed = { id: '1', scope: 's', mode: 'user', owner: undefined, save: {} } as const
  await act(async () => client.uploads.adopt([{ ...seed, file: aFile(), restored }]))
  await advance(2000)

  expect(transcript).toEqual([])
})

it('says how long the rest will take', async () => {
  const { put, transcript, add, advance } = renderRegions()
  await add('a.pdf')
  const [sending] = await takeAll(put, 1)
  for (let second = 1; second <= 110; second++) {
    act(() => sending!.progress(second * 5))
    await advance(1000)
  }

  expect(transcript).toEqual([
    'polite: 1 file added.',
    'polite: 25 percent, 3 minutes left.',
    'polite: 50 percent, 1 minute 50 seconds left.',
  ])
})

it('says only the result of what is over in a moment, each time', async () => {
  const { put, transcript, add, advance } = renderRegions()
  for (const name of ['a.pdf', 'b.pdf']) {
    await add(name)
    const [sending] = await takeAll(put, 1)
    await act(async () => sending!.finish())
    await advance(2000)
  }
  expect(transcript.at(0)).toBe('polite: 1 of 1 uploaded.')
  expect(transcript).toHaveLength(2)
})

it('interrupts once when something fails, and names it', async () => {
  const { put, server, transcript, add, advance } = renderRegions()
  server.failNext('saveFileV2', { status: 403 })
  await add('Vollmacht.pdf', 'b.pdf')
  const sendings = await takeAll(put, 2)
  await advance(750)
  await act(async () => sendings[0]!.finish())
  await advance(2000)

  expect(transcript).toEqual([
    'polite: 2 files added.',
    'polite: 0 of 2 uploaded, 1 needs attention.',
    'assertive: Vollmacht.pdf: Uploaded, but not saved. You don’t have the right to do this. Ask an administrator.',
  ])
})

it('interrupts once for many that fail together', async () => {
  const { put, server, transcript, add, advance } = renderRegions()
  server.failNext('saveFileV2', { status: 403 }, 3)
  await add('a.pdf', 'b.pdf', 'c.pdf')
  const sendings = await takeAll(put, 3)
  await act(async () => sendings.forEach((sending) => sending.finish()))
  await advance(2000)

  expect(transcript.filter((said) => said.startsWith('assertive'))).toEqual([
    'assertive: 3 files need attention.',
  ])
})

it('is silent when it is put on a page where uploads run, and when one is dismissed', async () => {
  const { client, put, transcript, add, advance } = renderRegions()
  await add('a.pdf', 'b.pdf')
  await takeAll(put, 2)
  await advance(2000)
  transcript.length = 0

  await act(async () => client.uploads.all()[0]?.dismiss())
  await advance(2000)

  expect(transcript).toEqual([])
})

it('interrupts once a batch: again for the next one, not for each file of this one', async () => {
  const { put, server, transcript, add, advance } = renderRegions()
  server.failNext('saveFileV2', { status: 403 }, 9)
  for (const names of [['one.pdf', 'two.pdf'], ['three.pdf']]) {
    await add(...names)
    for (const sending of await takeAll(put, names.length)) {
      await act(async () => sending.finish())
      await advance(2000)
    }
  }

  const alarms = transcript.filter((said) => said.startsWith('assertive:'))
  expect(alarms).toHaveLength(2)
  expect(alarms[0]).toContain('one.pdf')
})
