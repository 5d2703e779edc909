import { expect, it } from 'vitest'
import { createFileClient, startDownload } from '../../src/core.js'
import { createFileServer } from '../../src/testing.js'

const custom_download_url = 'https://archive.example/get?id=42'

it('opens an external file in a tab of its own, by a fresh link, and never in a frame', async () => {
  const { server, client, tabs, frames } = setUp()
  const file = server.addFile({ custom_download_url })

  const opening = startDownload(client, { id: file._id, external: file })
  expect(tabs).toEqual([{ url: 'about:blank', isClosed: false }])
  await opening

  expect(tabs[0]?.url).toMatch(/^https:\/\/archive\.example\/get\?id=42&expires_at=\d+&signature=/)
  expect(frames).toEqual([])
})

it('closes the tab again where there is no link', async () => {
  const { server, client, tabs } = setUp()
  const file = server.addFile({ custom_download_url })
  server.failNext('downloadFile', { status: 403 })

  await expect(startDownload(client, { id: file._id, external: file })).rejects.toMatchObject({
    code: 'forbidden',
  })

  expect(tabs).toEqual([{ url: 'about:blank', isClosed: true }])
})

it('says that no tab could be opened, and asks for no link', async () => {
  const { server, client } = setUp({ isBlocked: true })
  const file = server.addFile({ custom_download_url })

  await expect(startDownload(client, { id: file._id, external: file })).rejects.toMatchObject({
    code: 'tab-blocked',
    step: 'download',
  })

  expect(server.ledger.count('downloadFile')).toBe(0)
})

it('opens nothing whose server asks for the token of the person', async () => {
  const { server, client, tabs } = setUp()
  const file = server.addFile({ custom_download_url, custom_download_url_auth: 'token' })

  await expect(startDownload(client, { id: file._id, external: file })).rejects.toMatchObject({
    code: 'needs-token',
  })

  expect(tabs).toEqual([])
  expect(server.ledger.calls()).toEqual([])
})

function setUp({ isBlocked = false } = {}) {
  const server = createFileServer()
  const tabs: { url: string; isClosed: boolean }[] = []
  const frames: string[] = []
  const client = createFileClient({
    getToken: () => 'token',
    fetch: server.fetch,
    journal: 'off',
    openDownload: (url) => void frames.push(url),
    openTab() {
      if (isBlocked) return null
      const tab = { url: 'about:blank', isClosed: false }
      tabs.push(tab)
      return { goTo: (url) => void (tab.url = url), close: () => void (tab.isClosed = true) }
    },
  })
  return { server, client, tabs, frames }
}
