import { version } from 'react'
import { renderToString, version as rendererVersion } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { inApp, pages } from './pages.js'

it('runs on the React it was told to', () => {
  expect(version).toMatch(new RegExp(`^${process.env.REACT}\\.`))
  expect(rendererVersion).toBe(version)
})

it('imports every door where there is no browser', async () => {
  expect(globalThis).not.toHaveProperty('window')
  expect(globalThis).not.toHaveProperty('document')
  const doors = [import('../../src/index.js'), import('../../src/core.js'), import('../../src/testing.js')]
  expect(await Promise.all(doors)).toHaveLength(3)
})

it.each(Object.entries(pages))('renders %s on a server, without inline styles', (_, { page, words }) => {
  const complaint = vi.spyOn(console, 'error')
  const html = renderToString(inApp(page))

  // A strict Content Security Policy refuses style attributes that come with the page.
  expect(html).not.toMatch(/\sstyle=/)
  for (const word of words) expect(html).toContain(word)
  expect(complaint).not.toHaveBeenCalled()
})

it('renders the same day in every time zone, since it is not that of the reader', () => {
  const before = process.env.TZ
  process.env.TZ = 'Pacific/Kiritimati'
  try {
    const { page } = pages['the parts of a list']!
    expect(renderToString(inApp(page))).toContain('Mar 1, 2026')
  } finally {
    process.env.TZ = before
  }
})
