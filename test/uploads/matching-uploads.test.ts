import { expect, it, vi } from 'vitest'
import { createFileClient, FileError } from '../../src/core.js'
import { aFile, createFileServer, createManualPut } from '../../src/testing.js'
import { matchingUploads } from '../../src/uploads/matching-uploads.js'

it('counts what fails in the list, and not what left it while it was under way', async () => {
  const server = createFileServer()
  const put = createManualPut({ server })
  const { uploads } = createFileClient({ getToken: () => 'token', fetch: server.fetch, putBlob: put })
  const failed = matchingUploads(uploads, 's', ({ status }) => status === 'failed')
  failed.subscribe(() => {})
  const [stays, leaves] = uploads.add([aFile(), aFile()], { scope: 's' })
  const [first, second] = [await put.next(), await put.next()]

  uploads.remove(leaves ? [leaves] : [])
  for (const sending of [first, second])
    sending.fail(new FileError('too-large', 'Too large.', { step: 'send' }))

  await vi.waitFor(() => expect(leaves?.state.getState().status).toBe('failed'))
  await vi.waitFor(() => expect(failed.getState().count).toBe(1))
  expect(stays && failed.getState().has(stays)).toBe(true)
})
