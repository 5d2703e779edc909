import { expect, it } from 'vitest'
import type { FileClientOptions } from '../../src/core.js'
import { createFileClient } from '../../src/core.js'
import { aFile, createFileServer, createManualPut } from '../../src/testing.js'
import { journeySubmitter } from '../../src/uploads/journey-submitters.js'

it('listens to its files no longer than it waits for them', async () => {
  const { server, put, uploads, submit, listening } = aJourney()
  uploads.add([aFile()], { scope: 'photos', mode: 'journey' })
  const sending = await put.next()
  const receipt = submit()
  expect(listening()).toBe(1)

  sending.finish()
  await receipt

  expect(server.submissions()).toHaveLength(1)
  expect(listening()).toBe(0)
})

it('listens to what it was refused for until that is solved, or it is begun anew', async () => {
  const { put, uploads, submitter, submit, listening } = aJourney({ retry: () => null })
  const [upload] = uploads.add([aFile()], { scope: 'photos', mode: 'journey' })
  const sending = await put.next()
  const receipt = submit()
  sending.fail(new Error('lost'))
  await receipt
  expect(submitter.state.getState().status).toBe('refused')
  expect(listening()).toBe(1)

  submitter.reset()
  expect(listening()).toBe(0)
  await submit()
  await submit()
  expect(listening()).toBe(1)
  upload?.dismiss()

  expect(submitter.state.getState().status).toBe('idle')
  expect(listening()).toBe(0)
})

function aJourney(options: FileClientOptions = {}) {
  const server = createFileServer()
  const put = createManualPut({ server })
  const client = createFileClient({ fetch: server.fetch, putBlob: put, journal: 'off', ...options })
  let listening = 0
  const uploads = {
    ...client.uploads,
    onChange(listener: Parameters<typeof client.uploads.onChange>[0]) {
      const end = client.uploads.onChange(listener)
      listening++
      return () => {
        listening--
        end()
      }
    },
  }
  const submitter = journeySubmitter({ ...client, uploads }, ['photos'], 'solar-quote')
  const submit = () =>
    submitter.submit((files) => ({
      organization_id: '123',
      source_type: 'api',
      source_id: 'solar-quote',
      entities: [{ _schema: 'submission', files }],
    }))
  return { server, put, uploads, submitter, submit, listening: () => listening }
}
