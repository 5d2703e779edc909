import { expect, it } from 'vitest'
import { findVersion, getFile } from '../../src/core.js'
import { aFile, createFileServer } from '../../src/testing.js'
import { clientOf, never, post, upload } from '../testing/client-of.js'

it('finds the version that a lost answer told of, and only that', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const { _id } = server.addFile({ filename: 'plan.pdf' })
  const before = await getFile(http, _id)
  const look = () =>
    findVersion({ before, filename: 'plan-2.pdf' }, { http, owner: undefined, signal: never })
  expect(await look()).toBeNull()

  const version = (filename: string) => async () => {
    const s3ref = await upload(server, aFile({ name: filename }))
    return post(server, '/v2/files?version_only=true', { _id, s3ref, filename })
  }
  await version('of-somebody-else.pdf')()
  expect(await look()).toBeNull()

  server.failNext('saveFileV2', 'lost-answer')
  await expect(version('plan-2.pdf')()).rejects.toThrow()
  expect(await look()).toMatchObject({ _id })
})

it('does not guess where the file cannot be read', async () => {
  const server = createFileServer()
  const { http } = clientOf(server)
  const before = server.addFile({ filename: 'plan.pdf' })
  server.failNext('getFile', { status: 500 })

  const look = findVersion({ before, filename: 'plan.pdf' }, { http, owner: undefined, signal: never })
  await expect(look).rejects.toMatchObject({ code: 'server' })
})
