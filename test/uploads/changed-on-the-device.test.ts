import { expect, it, vi } from 'vitest'
import type { PutBlob, Upload } from '../../src/core.js'
import { FileError, uploadSummary } from '../../src/core.js'
import type { JournalStore } from '../../src/journal/journal-store.js'
import type { FileServer } from '../../src/testing.js'
import { aFile, anEntity } from '../../src/testing.js'
import { aFileThatGoes } from '../support/a-file-that-goes.js'
import { ends, neverAnswers, openTab, setUp } from './open-tab.js'

const entity = anEntity()
const newer = aFile({ name: 'contract.pdf', content: 'signed, and longer than before' })

it('takes whatever is chosen in the place of a file that changed, as if it had been the first', async () => {
  const { journal, server } = setUp()
  const page = openTab(journal, server, { putBlob: unreadableOnce(server) })
  const { file, change } = aFileThatGoes(aFile({ name: 'contract.pdf', content: 'draft' }))
  change()
  const [upload, next] = page.client.uploads.add([file, aFile({ name: 'next.pdf' })], {
    scope: 's',
    entity,
    save: { _tags: ['Contract'] },
  })
  await failsUnreadable(upload!)
  await ends(next)
  const before = uploadSummary(page.client.uploads, 's').getState()
  const links = server.ledger.count('uploadFileV2')

  expect(upload?.giveFile(newer)).toBe(true)

  await ends(upload)
  expect(upload?.state.getState().status).toBe('done')
  expect(page.client.uploads.list('s').getState()).toEqual([upload, next])
  expect(server.ledger.count('uploadFileV2')).toBe(links + 1)
  const saved = server.filesOf(entity).find(({ filename }) => filename === 'contract.pdf')
  expect(saved).toMatchObject({ size_bytes: newer.size, _tags: ['Contract'] })
  expect(await server.contentOf(saved!).text()).toBe(await newer.text())
  expect(uploadSummary(page.client.uploads, 's').getState()).toMatchObject({
    totalBytes: before.totalBytes - file.size + newer.size,
    sentBytes: before.totalBytes - file.size + newer.size,
  })
})

it('takes another file for nothing else that failed', async () => {
  const { journal, server } = setUp()
  const page = openTab(journal, server, {
    putBlob: () => Promise.reject(new FileError('link-rejected', 'No.', { step: 'send' })),
  })
  const [upload] = page.add(aFile({ name: 'contract.pdf', content: 'draft' }))
  await ends(upload)

  expect(upload?.giveFile(newer)).toBe(false)
  expect(upload?.file).not.toBe(newer)
  expect(upload?.state.getState().status).toBe('failed')
})

it('keeps the bytes of the new file after that, and none of the old one', async () => {
  const { journal, server } = setUp()
  let isLost = false
  const page = openTab(journal, server, {
    putBlob: () => (isLost ? neverAnswers() : neverAnswersUntil(() => isLost)),
  })
  const { file, change } = aFileThatGoes(aFile({ name: 'contract.pdf', content: 'draft' }))
  const [upload] = page.add(file)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  change()
  isLost = true
  await failsUnreadable(upload!)

  upload?.giveFile(newer)
  await vi.waitFor(() =>
    expect(journal.entries()).toMatchObject([{ file: { sizeBytes: newer.size }, hasBytes: true }]),
  )
  page.kill()

  const later = openTab(journal, server)
  await later.client.restore()
  expect(later.upload().file.size).toBe(newer.size)
  later.upload().resume()
  await ends(later.upload())
  expect(await server.contentOf(server.files()[0]!).text()).toBe(await newer.text())
})

it('keeps the bytes of the new file also where those of the old one were still being written', async () => {
  const { journal, server } = setUp()
  let write = () => {}
  const isWritten = new Promise<void>((resolve) => (write = resolve))
  let drop = () => {}
  const isDropped = new Promise<void>((resolve) => (drop = resolve))
  let isFirst = true
  let drops = 0
  const slowly = (store: JournalStore): JournalStore => ({
    ...store,
    async putBytes(entry, bytes) {
      if (isFirst) {
        isFirst = false
        await isWritten
      }
      await store.putBytes(entry, bytes)
    },
    async dropBytes(ids) {
      drops++
      await isDropped
      await store.dropBytes(ids)
      drops--
    },
  })
  let isLost = false
  const page = openTab(
    journal,
    server,
    { putBlob: () => (isLost ? neverAnswers() : neverAnswersUntil(() => isLost)) },
    slowly,
  )
  const { file, change } = aFileThatGoes(aFile({ name: 'contract.pdf', content: 'draft' }))
  const [upload] = page.add(file)
  await vi.waitFor(() => expect(isFirst).toBe(false))
  change()
  isLost = true
  await failsUnreadable(upload!)
  upload?.giveFile(newer)
  write()
  await vi.waitFor(() => expect(drops).toBe(1))
  drop()

  await vi.waitFor(() =>
    expect(journal.entries()).toMatchObject([{ file: { sizeBytes: newer.size }, hasBytes: true }]),
  )
  await vi.waitFor(() => expect(drops).toBe(0))
  page.kill()
  const later = openTab(journal, server)
  await later.client.restore()
  later.upload().resume()
  await ends(later.upload())
  expect(await server.contentOf(server.files()[0]!).text()).toBe(await newer.text())
})

it('keeps nothing of the old file where a reload comes before the new one is kept', async () => {
  const { journal, server } = setUp()
  let isLost = false
  const page = openTab(journal, server, {
    putBlob: () => (isLost ? neverAnswers() : neverAnswersUntil(() => isLost)),
  })
  const { file, change } = aFileThatGoes(aFile({ name: 'contract.pdf', content: 'draft' }))
  const [upload] = page.add(file)
  await vi.waitFor(() => expect(journal.keptBytes()).toHaveLength(1))
  change()
  isLost = true
  await failsUnreadable(upload!)
  journal.fillUp('bytes')

  upload?.giveFile(newer)
  await vi.waitFor(() => expect(journal.entries()).toMatchObject([{ file: { sizeBytes: newer.size } }]))
  await vi.waitFor(() => expect(journal.keptBytes()).toEqual([]))
  page.kill()

  const later = openTab(journal, server)
  await later.client.restore()
  expect(later.upload().state.getState()).toMatchObject({ status: 'waiting', waiting: { for: 'file' } })
  expect(later.upload().giveFile(newer)).toBe(true)
  await ends(later.upload())
  expect(await server.contentOf(server.files()[0]!).text()).toBe(await newer.text())
})

it('says after a reload, too, that the file had changed, and takes another one', async () => {
  const { journal, server } = setUp()
  const page = openTab(journal, server, { putBlob: unreadableOnce(server), journal: 'refs' })
  const { file, change } = aFileThatGoes(aFile({ name: 'contract.pdf', content: 'draft' }))
  change()
  const [upload] = page.add(file)
  await failsUnreadable(upload!)
  await vi.waitFor(() => expect(journal.entries()).toMatchObject([{ isChanged: true }]))
  page.kill()

  const later = openTab(journal, server, { journal: 'refs' })
  await later.client.restore()
  await failsUnreadable(later.upload())
  expect(later.upload().giveFile(newer)).toBe(true)
  await ends(later.upload())
  expect(server.files()).toMatchObject([{ size_bytes: newer.size }])
  expect(await server.contentOf(server.files()[0]!).text()).toBe(await newer.text())
})

it('makes the new file ready as the first one', async () => {
  const { journal, server } = setUp()
  const page = openTab(journal, server, { putBlob: unreadableOnce(server) })
  const { file, change } = aFileThatGoes(aFile({ name: 'contract.pdf', content: 'draft' }))
  const prepare = async (picked: File) => new File([`ready: ${await picked.text()}`], picked.name)
  change()
  const [upload] = page.add(file, { prepare })
  await failsUnreadable(upload!)

  upload?.giveFile(newer)

  await ends(upload)
  expect(await server.contentOf(server.files()[0]!).text()).toBe(`ready: ${await newer.text()}`)
})

async function failsUnreadable(upload: Upload): Promise<void> {
  await vi.waitFor(() =>
    expect(upload.state.getState()).toMatchObject({ status: 'failed', error: { code: 'file-unreadable' } }),
  )
}

/** As a browser sends a file that changed: it stops, and does not say why. */
function unreadableOnce(server: FileServer): PutBlob {
  return async (request) => {
    await request.body.text().catch(() => {
      throw new FileError('network', 'No answer.', { step: 'send' })
    })
    return server.putBlob(request)
  }
}

/** The connection is lost as soon as it says so. */
async function neverAnswersUntil(isLost: () => boolean): Promise<never> {
  await vi.waitFor(() => expect(isLost()).toBe(true))
  throw new FileError('network', 'No answer.', { step: 'send' })
}
