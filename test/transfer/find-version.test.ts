import { expect, it } from 'vitest'
import { getFile, saveFileVersion } from '../../src/core.js'
import { aFile, createFileServer } from '../../src/testing.js'
import { findVersion, versionKeys } from '../../src/transfer/find-version.js'
import { clientOf, never, upload } from '../testing/client-of.js'

it('finds the version that a lost answer told of, and only that', async () => {
  const { look, add, server, id } = await aScene()
  expect(await look()).toBeNull()

  await add(aFile({ name: 'of-somebody-else.pdf', sizeBytes: 40 }))
  await add(aFile({ name: 'plan-2.pdf', sizeBytes: 41 }))
  expect(await look()).toBeNull()

  server.failNext('saveFileV2', 'lost-answer')
  await expect(add(aFile({ name: 'plan-2.pdf', sizeBytes: 40 }))).rejects.toThrow()
  const [latest] = versionKeys(await getFile(clientOf(server).http, id))
  expect(await look()).toMatchObject({ key: latest, file: { _id: id } })
})

it('finds a version that goes by the name of its file', async () => {
  const { look, add } = await aScene()

  await add(aFile({ name: 'plan.pdf', sizeBytes: 40 }))

  expect(await look()).not.toBeNull()
})

it('leaves what another upload is known to have made', async () => {
  const { look, add } = await aScene()

  const [made] = versionKeys(await add(aFile({ name: 'plan-2.pdf', sizeBytes: 40 })))

  expect(await look((key) => key === made)).toBeNull()
})

it('does not guess where the file cannot be read', async () => {
  const { look, server } = await aScene()
  server.failNext('getFile', { status: 500 })

  await expect(look()).rejects.toMatchObject({ code: 'server' })
})

/** A file, and somebody who looks for a version `plan-2.pdf` of 40 bytes. */
async function aScene() {
  const server = createFileServer()
  const { http } = clientOf(server)
  const before = server.addFile({ filename: 'plan.pdf' })
  const lost = { id: before._id, known: versionKeys(before), filename: 'plan-2.pdf', sizeBytes: 40 }
  return {
    server,
    id: before._id,
    look: (isClaimed = (_key: string) => false) =>
      findVersion({ ...lost, isClaimed }, { http, owner: undefined, signal: never }),
    add: async (file: File) => {
      const s3ref = await upload(server, file)
      return saveFileVersion(http, { _id: before._id, s3ref, filename: file.name })
    },
  }
}
