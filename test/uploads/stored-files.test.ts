import { expect, it, vi } from 'vitest'
import { storedFiles, toSubmissionFiles } from '../../src/core.js'
import { aFile, createFileServer, createManualPut } from '../../src/testing.js'
import { clientOf } from '../testing/client-of.js'
import { ends, openTab, setUp } from './open-tab.js'

it('tells what a journey has brought to S3, and nothing that is on its way or was saved', async () => {
  const server = createFileServer()
  const put = createManualPut({ server })
  const client = clientOf(server, { putBlob: put })
  const scope = 'journey'
  const uploads = client.uploads.add(
    [aFile({ name: 'a.jpg', type: 'image/jpeg', content: 'photo' }), aFile({ name: 'b', type: '' })],
    { scope, mode: 'journey' },
  )
  const saved = client.uploads.add([aFile({ name: 'c.pdf' })], { scope: 'user' })
  const sendings = [await put.next(), await put.next(), await put.next()]

  expect(storedFiles(uploads)).toEqual([])

  for (const sending of sendings) sending.finish()
  await expect
    .poll(() => [...uploads, ...saved].map(({ state }) => state.getState().status))
    .toEqual(['done', 'done', 'done'])

  const keys = [...server.world.reservations.values()].map(({ s3ref, filename }) => ({ s3ref, filename }))
  const keyOf = (name: string) => keys.find(({ filename }) => filename === name)?.s3ref
  expect(storedFiles([...uploads, ...saved])).toEqual([
    { s3ref: keyOf('a.jpg'), filename: 'a.jpg', contentType: 'image/jpeg', size: 5 },
    { s3ref: keyOf('b'), filename: 'b', size: expect.any(Number) },
  ])
  expect(toSubmissionFiles(storedFiles(uploads)).map(({ filename }) => filename)).toEqual(['a.jpg', 'b'])
})

it('tells of what prepare made that it is what it became, also after a reload', async () => {
  const { journal, server } = setUp()
  const prepare = () => aFile({ name: 'photo.jpg', type: 'image/jpeg', content: 'small' })
  const photo = { filename: 'photo.jpg', contentType: 'image/jpeg', size: 5 }
  const first = openTab(journal, server)
  const [upload] = first.add(aFile({ name: 'photo.heic', type: 'image/heic' }), { mode: 'journey', prepare })
  await ends(upload)
  expect(storedFiles(first.client.uploads.all())).toMatchObject([photo])
  await vi.waitFor(() => expect(journal.entries()).toMatchObject([{ result: { kind: 'stored' } }]))
  first.kill()

  const second = openTab(journal, server)
  await second.client.restore()

  expect(second.upload().file.name).toBe('photo.heic')
  expect(storedFiles(second.client.uploads.all())).toMatchObject([photo])
})
