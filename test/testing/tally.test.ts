import { expect, it } from 'vitest'
import { addRelations, saveFileV2, saveFileVersion } from '../../src/core.js'
import type { S3Ref } from '../../src/core.js'
import type { FileServer, FileStorage } from '../../src/testing.js'
import { aFile, anEntity, createFileServer } from '../../src/testing.js'
import { clientOf, upload } from './client-of.js'

const nothing = { right: [], lost: [], doubled: [], damaged: [], orphaned: [], unexpected: [] }

it('calls right what was saved once, with its bytes, and attached as meant', async () => {
  const server = createFileServer()
  const entity = anEntity()
  const [contract, note] = [aFile({ name: 'contract.pdf' }), aFile({ name: 'note.pdf' })]
  await attach(server, [await save(server, contract)], entity)
  await save(server, note)

  const tally = await server.tally([{ file: contract, entity }, { file: note }])

  expect(tally).toEqual({ ...nothing, right: ['contract.pdf', 'note.pdf'] })
})

it('calls right a version that was added once, and its file no surplus', async () => {
  const server = createFileServer()
  const file = aFile({ name: 'plan 2.pdf' })
  const { _id: versionOf } = await save(server, aFile({ name: 'plan.pdf' }))
  await saveVersion(server, versionOf, file)

  expect(await server.tally([{ file, versionOf }])).toEqual({ ...nothing, right: ['plan 2.pdf'] })
  expect(await server.tally([{ file: aFile({ name: 'plan.pdf' }) }, { file, versionOf }])).toEqual({
    ...nothing,
    right: ['plan.pdf', 'plan 2.pdf'],
  })
})

it('calls versions lost, doubled and damaged as it does files', async () => {
  const server = createFileServer()
  const { _id: versionOf } = await save(server, aFile({ name: 'plan.pdf' }))
  const [lost, twice, broken] = ['lost.pdf', 'twice.pdf', 'broken.pdf'].map((name) => aFile({ name })) as [
    File,
    File,
    File,
  ]
  await saveVersion(server, versionOf, twice)
  await saveVersion(server, versionOf, twice)
  await saveVersion(server, versionOf, aFile({ name: 'broken.pdf', content: 'other' }))

  const meant = [lost, twice, broken].map((file) => ({ file, versionOf }))
  expect(await server.tally(meant)).toEqual({
    ...nothing,
    lost: ['lost.pdf'],
    doubled: ['twice.pdf'],
    damaged: ['broken.pdf'],
  })
})

it('calls lost what was sent and never saved', async () => {
  const server = createFileServer()
  const file = aFile({ name: 'contract.pdf' })
  await upload(server, file)

  expect(await server.tally([{ file }])).toEqual({ ...nothing, lost: ['contract.pdf'] })
})

it('calls doubled what was saved twice, once for each copy', async () => {
  const server = createFileServer()
  const file = aFile({ name: 'contract.pdf' })
  for (let copy = 0; copy < 3; copy++) await save(server, file)

  expect(await server.tally([{ file }])).toEqual({ ...nothing, doubled: ['contract.pdf', 'contract.pdf'] })
})

it('calls doubled what was attached twice', async () => {
  const server = createFileServer()
  const entity = anEntity()
  const file = aFile({ name: 'contract.pdf' })
  const saved = await save(server, file)
  await attach(server, [saved], entity)
  await attach(server, [saved], entity)

  expect(await server.tally([{ file, entity }])).toEqual({ ...nothing, doubled: ['contract.pdf'] })
})

it('calls doubled what was attached though nobody meant it to be', async () => {
  const server = createFileServer()
  const file = aFile({ name: 'contract.pdf' })
  await attach(server, [await save(server, file)], anEntity())

  expect(await server.tally([{ file }])).toEqual({ ...nothing, doubled: ['contract.pdf'] })
})

it('calls damaged what has other bytes, though as many', async () => {
  const server = createFileServer()
  await save(server, aFile({ name: 'contract.pdf', content: 'abc' }))

  const tally = await server.tally([{ file: aFile({ name: 'contract.pdf', content: 'abd' }) }])

  expect(tally).toEqual({ ...nothing, damaged: ['contract.pdf'] })
})

it('calls orphaned what is attached to nothing, to something else or by another attribute', async () => {
  const server = createFileServer()
  const entity = anEntity({ attribute: 'contracts' })
  const files = ['none.pdf', 'else.pdf', 'attribute.pdf'].map((name) => aFile({ name }))
  const [none, elsewhere, attribute] = files as [File, File, File]
  await save(server, none)
  await attach(server, [await save(server, elsewhere)], anEntity({ attribute: 'contracts' }))
  await attach(server, [await save(server, attribute)], { ...entity, attribute: '_files' })

  const tally = await server.tally(files.map((file) => ({ file, entity })))

  expect(tally).toEqual({ ...nothing, orphaned: ['none.pdf', 'else.pdf', 'attribute.pdf'] })
})

it('calls unexpected what nobody meant', async () => {
  const server = createFileServer()
  server.addFile({ filename: 'other.pdf' })

  expect(await server.tally([])).toEqual({ ...nothing, unexpected: ['other.pdf'] })
})

it('tells files of one name apart by their bytes, in whatever order they were saved', async () => {
  const server = createFileServer()
  const [first, second] = [anEntity(), anEntity()]
  const scan = aFile({ name: 'scan.pdf', content: 'first' })
  const other = aFile({ name: 'scan.pdf', content: 'other' })
  await attach(server, [await save(server, other)], second)
  await attach(server, [await save(server, scan)], first)

  const asMeant = await server.tally([
    { file: scan, entity: first },
    { file: other, entity: second },
  ])
  const mixedUp = await server.tally([
    { file: scan, entity: second },
    { file: other, entity: first },
  ])

  expect(asMeant).toEqual({ ...nothing, right: ['scan.pdf', 'scan.pdf'] })
  expect(mixedUp).toEqual({ ...nothing, orphaned: ['scan.pdf', 'scan.pdf'] })
})

it('takes one loss and one damage among files of one name for what they are', async () => {
  const server = createFileServer()
  const files = ['one', 'two', 'three'].map((content) => aFile({ name: 'scan.pdf', content }))
  await save(server, aFile({ name: 'scan.pdf', content: 'broken' }))
  await save(server, aFile({ name: 'scan.pdf', content: 'three' }))

  const tally = await server.tally(files.map((file) => ({ file })))

  expect(tally).toEqual({ ...nothing, right: ['scan.pdf'], damaged: ['scan.pdf'], lost: ['scan.pdf'] })
})

it('prefers the copy that is attached as meant, and still calls the other one too many', async () => {
  const server = createFileServer()
  const entity = anEntity()
  const file = aFile({ name: 'scan.pdf' })
  await save(server, file)
  await attach(server, [await save(server, file)], entity)

  expect(await server.tally([{ file, entity }])).toEqual({ ...nothing, doubled: ['scan.pdf'] })
})

it('says what a storage of your own needs', async () => {
  const storage: FileStorage = {
    presignPut: () => 'https://store.test/a',
    presignGet: () => 'https://store.test/a',
    copy() {},
    delete() {},
    size: () => 3,
  }

  await expect(createFileServer({ storage }).tally([])).rejects.toThrow('read()')
})

async function save(server: FileServer, file: File) {
  const s3ref: S3Ref = await upload(server, file)
  return saveFileV2(clientOf(server).http, { s3ref, filename: file.name })
}

async function attach(
  server: FileServer,
  files: readonly { readonly _id: string }[],
  { slug, id, attribute = '_files' }: ReturnType<typeof anEntity>,
) {
  const items = files.map(({ _id }) => ({ entity_id: _id, attribute, _schema: 'file' }))
  await addRelations(clientOf(server).http, { slug, id }, items)
}

async function saveVersion(server: FileServer, _id: string, file: File): Promise<void> {
  const { http } = clientOf(server)
  await saveFileVersion(http, { _id, s3ref: await upload(server, file), filename: file.name })
}
