import { expect, it } from 'vitest'
import { relatingEntities } from '../../src/api/relating-entities.js'
import {
  addRelations,
  deleteRelation,
  fileAttributeRules,
  getRelationsV3,
  getSchema,
  listChangesets,
  pendingRelations,
  updateRelation,
} from '../../src/core.js'
import type { FileServerOptions } from '../../src/testing.js'
import { anEntity, createFileServer } from '../../src/testing.js'
import { clientOf } from './client-of.js'

const all = { from: 0, size: 100 }

it('takes a file off one attribute and leaves the file and its other relations', async () => {
  const { server, http, entity, file } = arrange()
  const offers = { ...entity, attribute: 'offer' }
  server.relate(offers, [file])

  await deleteRelation(http, offers, file._id)

  expect(server.filesOf(offers)).toEqual([])
  expect(server.filesOf({ ...entity, attribute: '_files' })).toEqual([file])
  expect(server.files()).toEqual([file])
})

it('knows no relation that was taken away already', async () => {
  const { http, entity, file } = arrange()
  await deleteRelation(http, entity, file._id)

  await expect(deleteRelation(http, entity, file._id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(updateRelation(http, entity, file._id, { _tags: ['a'] })).rejects.toMatchObject({
    code: 'not-found',
  })
})

it('replaces the labels of one relation', async () => {
  const { server, http, entity, file } = arrange()
  server.relate({ ...entity, attribute: 'offer' }, [file])

  await updateRelation(http, { ...entity, attribute: 'offer' }, file._id, { _tags: ['signed'] })

  const { relations } = await getRelationsV3(http, entity, all)
  expect(relations.map(({ $relation }) => [$relation.attribute, $relation._tags])).toEqual([
    ['_files', []],
    ['offer', ['signed']],
  ])
})

it('refuses a relation as scripted, and leaves it', async () => {
  const { server, http, entity, file } = arrange()
  server.failNext('deleteRelation', { status: 409 })

  await expect(deleteRelation(http, entity, file._id)).rejects.toMatchObject({ code: 'conflict' })

  expect(server.filesOf(entity)).toEqual([file])
  expect(server.ledger.calls('deleteRelation')).toMatchObject([{ status: 409 }])
})

it('has a schema for each kind of entity: as given, else with the files capability alone', async () => {
  const { server, http } = arrange({ schemas: [{ slug: 'contact', attributes: [{ name: 'photo' }] }] })
  server.addSchema({ slug: 'opportunity', attributes: [{ name: 'offer', allowed_extensions: ['pdf'] }] })

  expect(fileAttributeRules(await getSchema(http, 'opportunity'), 'offer').rules).toEqual({
    accept: ['.pdf'],
    maxCount: 1,
  })
  expect(fileAttributeRules(await getSchema(http, 'contact'), 'photo').multiple).toBe(false)
  expect(fileAttributeRules(await getSchema(http, 'order'), '_files').multiple).toBe(true)
})

it('keeps its own schemas when it forgets everything, and drops what was added since', async () => {
  const { server, http } = arrange({ schemas: [{ slug: 'contact', attributes: [{ name: 'photo' }] }] })
  server.addSchema({ slug: 'order', attributes: [{ name: 'offer' }] })

  server.reset()

  expect((await getSchema(http, 'contact')).attributes).toHaveLength(1)
  expect((await getSchema(http, 'order')).attributes).toEqual([])
})

it('lets a file wait for approval until it is applied', async () => {
  const { server, http, entity, offers, file, other } = arrangeApproval()

  const outcome = await addRelations(http, entity, [
    { entity_id: other._id, attribute: 'offer' },
    { entity_id: other._id, attribute: '_files' },
  ])

  expect(outcome.status).toBe('pending')
  expect(server.filesOf(offers)).toEqual([file])
  expect(server.filesOf({ ...entity, attribute: '_files' })).toEqual([file, other])
  expect(await waiting(server, entity)).toEqual({ attaching: [other._id], detaching: [] })

  expect(server.applyChangesets(entity)).toBe(1)

  expect(server.filesOf(offers)).toEqual([file, other])
  expect(await waiting(server, entity)).toEqual({ attaching: [], detaching: [] })
})

it('lets what is added and taken away one after the other wait together', async () => {
  const { server, http, entity, offers, file, other } = arrangeApproval()
  const third = server.addFile({ filename: 'third.pdf' })

  await addRelations(http, entity, [{ entity_id: other._id, attribute: 'offer' }])
  await addRelations(http, entity, [{ entity_id: third._id, attribute: 'offer' }])
  await deleteRelation(http, offers, file._id)

  expect(server.filesOf(offers)).toEqual([file])
  expect(await waiting(server, entity)).toEqual({
    attaching: [other._id, third._id],
    detaching: [file._id],
  })
  server.applyChangesets(entity)
  expect(server.filesOf(offers)).toEqual([other, third])
})

it('leaves everything as it was when a change is dismissed', async () => {
  const { server, http, entity, offers, file, other } = arrangeApproval()
  await addRelations(http, entity, [{ entity_id: other._id, attribute: 'offer' }])

  expect(server.dismissChangesets(entity)).toBe(1)

  expect(server.filesOf(offers)).toEqual([file])
  expect(await listChangesets(http, entity)).toEqual({})
  expect(server.dismissChangesets(entity)).toBe(0)
})

it('applies at once where relations do not respect the edit mode', async () => {
  const { server, http, entity, offers, file, other } = arrangeApproval({
    answers: { relationsEditMode: 'ignored' },
  })

  const outcome = await addRelations(http, entity, [{ entity_id: other._id, attribute: 'offer' }])

  expect(outcome).toEqual({ status: 'applied' })
  expect(server.filesOf(offers)).toEqual([file, other])
})

it('tells what a file is attached to, by its title or by a part of its id', async () => {
  const { server, http, entity, file } = arrange()
  const contact = { slug: 'contact', id: '3f6b2a04-7c1e-4a52-a9d8-51c0e2f61043' }
  server.nameEntity(entity, 'Roof of the school')
  server.relate(contact, [file])
  server.relate({ slug: 'file', id: '3f6b2a04-7c1e-4a52-a9d8-51c0e2f61044' }, [file])

  await expect(relatingEntities(http, file._id)).resolves.toEqual({
    entities: [
      { ...entity, title: 'Roof of the school' },
      { ...contact, title: 'Contact 3f6b2a04' },
    ],
    moreCount: 0,
  })
  server.reset()
  await expect(relatingEntities(http, file._id)).resolves.toEqual({ entities: [], moreCount: 0 })
})

function arrange(options: FileServerOptions = {}) {
  const server = createFileServer(options)
  const { http } = clientOf(server)
  const entity = anEntity()
  const file = server.addFile({ filename: 'first.pdf' })
  server.relate(entity, [file])
  return { server, http, entity, file }
}

function arrangeApproval(options: FileServerOptions = {}) {
  const schemas = [{ slug: 'opportunity', attributes: [{ name: 'offer', edit_mode: 'approval' as const }] }]
  const { server, http, entity, file } = arrange({ schemas, ...options })
  const offers = { ...entity, attribute: 'offer' }
  server.relate(offers, [file])
  return { server, http, entity, offers, file, other: server.addFile({ filename: 'other.pdf' }) }
}

async function waiting(server: ReturnType<typeof createFileServer>, entity: ReturnType<typeof anEntity>) {
  const changesets = await listChangesets(clientOf(server).http, entity)
  const related = server.filesOf({ ...entity, attribute: 'offer' })
  return pendingRelations(
    changesets['offer'],
    related.map(({ _id }) => _id),
  )
}
