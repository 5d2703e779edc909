import { expect, it } from 'vitest'
import { FileError } from '../../src/api/errors.js'
import type { EntityRef, RelationItem } from '../../src/api/types.js'
import { createManualClock } from '../../src/testing.js'
import type { AttachOptions } from '../../src/transfer/attach-lane.js'
import { createAttachLane } from '../../src/transfer/attach-lane.js'

const opportunity: EntityRef = { slug: 'opportunity', id: '1' }

it('sends what is ready in one call, a moment after the last file', async () => {
  const { attach, calls, clock } = setUp({ underWay: 100 })

  const all = ['a', 'b', 'c'].map((id) => attach(opportunity, id))
  await clock.advance(299)
  expect(calls).toEqual([])
  await clock.advance(1)

  await Promise.all(all)
  expect(calls).toEqual([['a', 'b', 'c']])
})

it('sends at once when nothing more is on its way', async () => {
  const { attach, calls, clock } = setUp({ underWay: 2 })

  const first = attach(opportunity, 'a')
  await clock.advance(0)
  expect(calls).toEqual([])
  const second = attach(opportunity, 'b')
  await clock.advance(0)

  expect(calls).toEqual([['a', 'b']])
  await Promise.all([first, second])
})

it('sends full batches at once', async () => {
  const { attach, calls, clock } = setUp({ underWay: 1000 })

  const all = Array.from({ length: 120 }, (_, index) => attach(opportunity, String(index)))
  await clock.advance(0)
  expect(calls.map((call) => call.length)).toEqual([50, 50])
  await clock.advance(300)

  await Promise.all(all)
  expect(calls.map((call) => call.length)).toEqual([50, 50, 20])
})

it('asks once per entity, and names the attribute of each file', async () => {
  const { attach, calls, items, clock } = setUp({ underWay: 100 })

  const all = [
    attach(opportunity, 'a'),
    attach({ slug: 'contact', id: '2' }, 'b'),
    attach({ ...opportunity, attribute: 'photos' }, 'c'),
  ]
  await clock.advance(300)

  await Promise.all(all)
  expect(calls).toHaveLength(2)
  expect(calls).toContainEqual(['a', 'c'])
  expect(Object.fromEntries(items.map(({ entity_id, attribute }) => [entity_id, attribute]))).toEqual({
    a: '_files',
    b: '_files',
    c: 'photos',
  })
})

it('splits a refused batch, so that one bad file does not sink the others', async () => {
  const { attach, calls, clock } = setUp({ underWay: 100, refuse: (ids) => ids.includes('bad') })

  const all = ['a', 'b', 'bad', 'd', 'e'].map((id) => attach(opportunity, id))
  await Promise.all([clock.advance(300), Promise.allSettled(all)])

  const outcomes = await Promise.allSettled(all)
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ])
  expect(calls.flat().filter((id) => id !== 'bad').length).toBeLessThanOrEqual(12)
})

it('does not split a batch whose outcome is unknown: nothing may be sent twice', async () => {
  const { attach, calls, clock } = setUp({ underWay: 100, refuse: () => true, code: 'network' })

  const all = ['a', 'b'].map((id) => attach(opportunity, id))
  const outcomes = Promise.allSettled(all)
  await clock.advance(300)

  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(calls).toEqual([['a', 'b']])
})

it('tells right before the call leaves', async () => {
  const { attach, calls, clock } = setUp({ underWay: 100 })
  const callsWhenTold: number[] = []

  const attached = attach(opportunity, 'a', { onSent: () => callsWhenTold.push(calls.length) })
  expect(callsWhenTold).toEqual([])
  await clock.advance(300)

  await attached
  expect(callsWhenTold).toEqual([0])
})

it('carries nothing that is unwanted by the time the call leaves, and makes none for nothing', async () => {
  const { attach, calls, clock } = setUp({ underWay: 100 })
  const unwanted = new AbortController()
  const first = attach(opportunity, 'a', { signal: unwanted.signal })
  const second = attach(opportunity, 'b')
  const alone = attach({ slug: 'contact', id: '2' }, 'c', { signal: unwanted.signal })

  unwanted.abort()

  await expect(first).rejects.toThrow(/abort/)
  await expect(alone).rejects.toThrow(/abort/)
  await clock.advance(300)
  await second
  expect(calls).toEqual([['b']])
})

it('awaits the answer to the call that carries it, and tries none again that is unwanted by then', async () => {
  const unwanted = new AbortController()
  const { attach, calls, clock } = setUp({
    underWay: 100,
    refuse(ids) {
      unwanted.abort()
      return ids.length > 1
    },
  })
  const first = attach(opportunity, 'a', { signal: unwanted.signal })
  const second = attach(opportunity, 'b')
  const refused = expect(first).rejects.toThrow(/abort/)

  await clock.advance(300)

  await Promise.all([refused, second])
  expect(calls).toEqual([['a', 'b'], ['b']])
})

interface Settings {
  underWay: number
  refuse?: (ids: readonly string[]) => boolean
  code?: 'not-found' | 'network'
}

function setUp({ underWay, refuse = () => false, code = 'not-found' }: Settings) {
  const clock = createManualClock()
  const calls: string[][] = []
  const items: RelationItem[] = []
  const lane = createAttachLane({
    clock,
    underWay: () => underWay,
    journaled: () => Promise.resolve(),
    http: async ({ body }) => {
      // The one operation of the lane is addRelations, whose body is a list of items.
      const relations = body as readonly RelationItem[]
      const ids = relations.map((relation) => relation.entity_id)
      calls.push(ids)
      items.push(...relations)
      if (refuse(ids)) throw new FileError(code, 'refused', { step: 'attach' })
      return undefined
    },
  })
  const attach = (entity: EntityRef, id: string, options: Partial<AttachOptions> = {}) =>
    lane.attach(
      entity,
      { _id: id, filename: `${id}.pdf` },
      { owner: undefined, onSent: () => {}, signal: new AbortController().signal, ...options },
    )
  return { attach, calls, items, clock }
}
