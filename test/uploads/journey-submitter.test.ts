import { expect, it } from 'vitest'
import { createFileClient } from '../../src/core.js'
import { aFile, createFileServer, createManualPut } from '../../src/testing.js'
import { journeySubmitter } from '../../src/uploads/journey-submitters.js'

it('listens to its files no longer than it waits for them', async () => {
  const server = createFileServer()
  const put = createManualPut({ server })
  const client = createFileClient({ fetch: server.fetch, putBlob: put, journal: 'off' })
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
  uploads.add([aFile()], { scope: 'photos', mode: 'journey' })
  const sending = await put.next()
  const submitter = journeySubmitter({ ...client, uploads }, ['photos'], 'solar-quote')
  const receipt = submitter.submit((files) => ({
    organization_id: '123',
    source_type: 'api',
    source_id: 'solar-quote',
    entities: [{ _schema: 'submission', files }],
  }))
  expect(listening).toBe(1)

  sending.finish()
  await receipt

  expect(server.submissions()).toHaveLength(1)
  expect(listening).toBe(0)
})
