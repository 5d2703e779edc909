import { describe, expect, it } from 'vitest'
import { FileError } from '../../src/api/errors.js'
import type { UploadEvent } from '../../src/transfer/transition.js'
import { transition } from '../../src/transfer/transition.js'
import type { Checkpoint, UploadState } from '../../src/transfer/upload-state.js'

const s3ref = { bucket: 'b', key: 'k' }
const file = { _id: 'f', filename: 'a.pdf' }
const error = new FileError('server', 'broken')
const gone = new FileError('not-found', 'gone')
const notFound = new FileError('outcome-unknown', 'gone', { status: 404 })
const nothing = { reached: 'nothing' } as const
const s3 = { reached: 's3', s3ref } as const
const saveSent = { reached: 'save-sent', s3ref, mark: 'm' } as const
const entity = { reached: 'entity', file } as const
const attachSent = { reached: 'attach-sent', file } as const
const network = { for: 'network' } as const
const result = { kind: 'saved', file } as const

const states = {
  queued: { status: 'queued', checkpoint: nothing },
  'queued at s3': { status: 'queued', checkpoint: s3 },
  preparing: { status: 'preparing' },
  uploading: { status: 'uploading', sentBytes: 3, totalBytes: 10 },
  saving: { status: 'saving', checkpoint: s3 },
  'saving, sent': { status: 'saving', checkpoint: saveSent },
  'checking the save': { status: 'checking', checkpoint: saveSent },
  'checking the attach': { status: 'checking', checkpoint: attachSent },
  attaching: { status: 'attaching', checkpoint: entity },
  'attaching, sent': { status: 'attaching', checkpoint: attachSent },
  'waiting at nothing': { status: 'waiting', checkpoint: nothing, waiting: network },
  'waiting for its file': { status: 'waiting', checkpoint: nothing, waiting: { for: 'file' } },
  'in another tab': { status: 'waiting', checkpoint: nothing, waiting: { for: 'leader' } },
  'waiting at s3': { status: 'waiting', checkpoint: s3, waiting: network },
  'waiting, save sent': { status: 'waiting', checkpoint: saveSent, waiting: network },
  'waiting at the entity': { status: 'waiting', checkpoint: entity, waiting: network },
  'waiting, attach sent': { status: 'waiting', checkpoint: attachSent, waiting: network },
  paused: { status: 'paused', checkpoint: nothing },
  'paused at s3': { status: 'paused', checkpoint: s3 },
  'canceling, save sent': { status: 'canceling', checkpoint: saveSent },
  'canceling at the entity': { status: 'canceling', checkpoint: entity },
  'canceling, attach sent': { status: 'canceling', checkpoint: attachSent },
  done: { status: 'done', result },
  'done, stored': { status: 'done', result: { kind: 'stored', s3ref } },
  failed: { status: 'failed', checkpoint: nothing, error },
  'failed, save sent': { status: 'failed', checkpoint: saveSent, error },
  'failed, unwanted': { status: 'failed', checkpoint: saveSent, error, isUnwanted: true },
  'failed, not found': { status: 'failed', checkpoint: saveSent, error: notFound },
  'failed at the entity': { status: 'failed', checkpoint: entity, error },
  'failed, attach sent': { status: 'failed', checkpoint: attachSent, error },
  canceled: { status: 'canceled' },
} satisfies Record<string, UploadState>

type StateName = keyof typeof states
type Changes = Partial<Record<StateName, UploadState>>

const events = {
  started: { type: 'started' },
  sending: { type: 'sending', totalBytes: 10 },
  progressed: { type: 'progressed', sentBytes: 7 },
  'link-expired': { type: 'link-expired' },
  'reached nothing': { type: 'reached', checkpoint: nothing },
  'reached s3': { type: 'reached', checkpoint: s3 },
  'reached save-sent': { type: 'reached', checkpoint: saveSent },
  'reached entity': { type: 'reached', checkpoint: entity },
  'reached attach-sent': { type: 'reached', checkpoint: attachSent },
  checking: { type: 'checking' },
  absent: { type: 'absent' },
  waiting: { type: 'waiting', waiting: { for: 'sign-in' } },
  dropped: { type: 'dropped' },
  given: { type: 'given' },
  deleted: { type: 'deleted' },
  finished: { type: 'finished', result },
  failed: { type: 'failed', error },
  'failed, nothing there': { type: 'failed', error: gone },
  pause: { type: 'pause' },
  resume: { type: 'resume' },
  cancel: { type: 'cancel' },
  retry: { type: 'retry' },
  'retry, unchecked': { type: 'retry', unchecked: true },
  'attach-elsewhere': { type: 'attach-elsewhere' },
  'keep-unattached': { type: 'keep-unattached' },
} satisfies Record<string, UploadEvent>

type EventName = keyof typeof events
/** Every type of event has its row in the table. */
type Missing = Exclude<UploadEvent['type'], (typeof events)[EventName]['type']>
true satisfies [Missing] extends [never] ? true : Missing

const live: readonly (readonly [StateName, Checkpoint])[] = [
  ['queued', nothing],
  ['queued at s3', s3],
  ['preparing', nothing],
  ['uploading', nothing],
  ['saving', s3],
  ['saving, sent', saveSent],
  ['checking the save', saveSent],
  ['checking the attach', attachSent],
  ['attaching', entity],
  ['attaching, sent', attachSent],
  ['waiting at nothing', nothing],
  ['waiting for its file', nothing],
  ['in another tab', nothing],
  ['waiting at s3', s3],
  ['waiting, save sent', saveSent],
  ['waiting at the entity', entity],
  ['waiting, attach sent', attachSent],
  ['paused', nothing],
  ['paused at s3', s3],
]
const canceling: readonly (readonly [StateName, Checkpoint])[] = [
  ['canceling, save sent', saveSent],
  ['canceling at the entity', entity],
  ['canceling, attach sent', attachSent],
]
const stoppable = live.filter(([, { reached }]) => reached === 'nothing' || reached === 's3')
const tooLate = live.filter((row) => !stoppable.includes(row))
const isPaused = (name: StateName) => name.startsWith('paused')
const isStandingStill = (name: StateName) =>
  isPaused(name) || name === 'waiting for its file' || name === 'in another tab'

/** For each event the states that it changes. In every other state it must return the very same object. */
const changes: Record<EventName, Changes> = {
  started: {
    queued: { status: 'preparing' },
    'queued at s3': { status: 'saving', checkpoint: s3 },
    'waiting at nothing': { status: 'preparing' },
    'waiting for its file': { status: 'preparing' },
    'in another tab': { status: 'preparing' },
    'waiting at s3': { status: 'saving', checkpoint: s3 },
    'waiting, save sent': { status: 'saving', checkpoint: saveSent },
    'waiting at the entity': { status: 'attaching', checkpoint: entity },
    'waiting, attach sent': { status: 'attaching', checkpoint: attachSent },
  },
  sending: { preparing: { status: 'uploading', sentBytes: 0, totalBytes: 10 } },
  progressed: { uploading: { status: 'uploading', sentBytes: 7, totalBytes: 10 } },
  'link-expired': { uploading: { status: 'preparing' } },
  'reached nothing': {},
  'reached s3': { uploading: { status: 'saving', checkpoint: s3 } },
  'reached save-sent': {
    saving: { status: 'saving', checkpoint: saveSent },
    'saving, sent': { status: 'saving', checkpoint: saveSent },
  },
  'reached entity': {
    'saving, sent': { status: 'attaching', checkpoint: entity },
    'checking the save': { status: 'attaching', checkpoint: entity },
    'waiting, save sent': { status: 'attaching', checkpoint: entity },
    'failed, save sent': { status: 'attaching', checkpoint: entity },
    'failed, unwanted': { status: 'canceling', checkpoint: entity },
    'failed, not found': { status: 'attaching', checkpoint: entity },
    'canceling, save sent': { status: 'canceling', checkpoint: entity },
  },
  'reached attach-sent': {
    attaching: { status: 'attaching', checkpoint: attachSent },
    'attaching, sent': { status: 'attaching', checkpoint: attachSent },
  },
  checking: {
    'saving, sent': { status: 'checking', checkpoint: saveSent },
    'checking the save': { status: 'checking', checkpoint: saveSent },
    'checking the attach': { status: 'checking', checkpoint: attachSent },
    'attaching, sent': { status: 'checking', checkpoint: attachSent },
    'waiting, save sent': { status: 'checking', checkpoint: saveSent },
    'waiting, attach sent': { status: 'checking', checkpoint: attachSent },
  },
  absent: {
    'saving, sent': { status: 'saving', checkpoint: s3 },
    'checking the save': { status: 'saving', checkpoint: s3 },
    'checking the attach': { status: 'attaching', checkpoint: entity },
    'attaching, sent': { status: 'attaching', checkpoint: entity },
    'waiting, save sent': { status: 'saving', checkpoint: s3 },
    'waiting, attach sent': { status: 'attaching', checkpoint: entity },
    'canceling, save sent': { status: 'canceled' },
    'canceling, attach sent': { status: 'canceling', checkpoint: entity },
  },
  waiting: toEach(
    live.filter(([name]) => !isPaused(name)),
    (checkpoint) => ({ status: 'waiting', checkpoint, waiting: { for: 'sign-in' } }),
  ),
  dropped: {
    saving: { status: 'waiting', checkpoint: nothing, waiting: { for: 'file', expired: true } },
    'done, stored': { status: 'waiting', checkpoint: nothing, waiting: { for: 'file', expired: true } },
  },
  given: { 'waiting for its file': { status: 'queued', checkpoint: nothing } },
  deleted: toEach(canceling, () => ({ status: 'canceled', wasSaved: true })),
  finished: toEach([...live, ...canceling], () => ({ status: 'done', result })),
  failed: {
    ...toEach(live, (checkpoint) => ({ status: 'failed', checkpoint, error })),
    ...toEach(canceling, (checkpoint) => ({ status: 'failed', checkpoint, error, isUnwanted: true })),
  },
  'failed, nothing there': {
    ...toEach(live, (checkpoint) => ({ status: 'failed', checkpoint, error: gone })),
    ...toEach(canceling, () => ({ status: 'canceled' })),
  },
  pause: toEach(
    stoppable.filter(([name]) => !isStandingStill(name)),
    (checkpoint) => ({ status: 'paused', checkpoint }),
  ),
  resume: {
    paused: { status: 'queued', checkpoint: nothing },
    'paused at s3': { status: 'queued', checkpoint: s3 },
  },
  cancel: {
    ...toEach(stoppable, () => ({ status: 'canceled' })),
    ...toEach(tooLate, (checkpoint) => ({ status: 'canceling', checkpoint })),
  },
  retry: {
    failed: { status: 'queued', checkpoint: nothing },
    'failed, save sent': { status: 'queued', checkpoint: saveSent },
    'failed, unwanted': { status: 'canceling', checkpoint: saveSent },
    'failed, not found': { status: 'queued', checkpoint: saveSent },
    'failed at the entity': { status: 'queued', checkpoint: entity },
    'failed, attach sent': { status: 'queued', checkpoint: attachSent },
    canceled: { status: 'queued', checkpoint: nothing },
  },
  'retry, unchecked': {
    failed: { status: 'queued', checkpoint: nothing },
    'failed, save sent': { status: 'queued', checkpoint: s3 },
    'failed, unwanted': { status: 'queued', checkpoint: s3 },
    'failed, not found': { status: 'queued', checkpoint: nothing },
    'failed at the entity': { status: 'queued', checkpoint: entity },
    'failed, attach sent': { status: 'queued', checkpoint: entity },
    canceled: { status: 'queued', checkpoint: nothing },
  },
  'attach-elsewhere': { 'failed at the entity': { status: 'queued', checkpoint: entity } },
  'keep-unattached': {
    'failed at the entity': { status: 'done', result: { kind: 'saved', file, attach: 'none' } },
  },
}

const pairs = Object.entries(events).flatMap(([happens, event]) =>
  Object.entries(states).map(([name, state]) => ({
    name: name as StateName,
    state,
    happens: happens as EventName,
    event,
  })),
)

describe('every pair of state and event', () => {
  it.each(pairs)('$name + $happens', ({ name, state, happens, event }) => {
    const expected = changes[happens][name]

    const next = transition(state, event)

    if (expected) expect(next).toEqual(expected)
    else expect(next).toBe(state)
  })
})

it('never lets progress go backwards, past the end, or into a new object for nothing', () => {
  const { uploading } = states

  expect(transition(uploading, { type: 'progressed', sentBytes: 99 })).toMatchObject({ sentBytes: 10 })
  expect(transition(uploading, { type: 'progressed', sentBytes: 2 })).toBe(uploading)
  expect(transition(uploading, { type: 'progressed', sentBytes: 3 })).toBe(uploading)
})

function toEach(
  rows: readonly (readonly [StateName, Checkpoint])[],
  become: (checkpoint: Checkpoint) => UploadState,
): Changes {
  return Object.fromEntries(rows.map(([name, checkpoint]) => [name, become(checkpoint)]))
}
