import type { Fault, FaultyAnswer, Operation } from '../../src/testing.js'
import { busySeconds } from './knobs.js'

/** Every kind of fault that the file server can play: one that is new there does not compile until it has a control here. */
export type FaultKind = KindOf<Fault>

type KindOf<F> = F extends string ? F : F extends FaultyAnswer ? WrongAnswer : keyof F

/** What an answer can say. */
type WrongAnswer =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'too-large'
  | 'type-not-allowed'
  | 'busy'
  | 'busy-until'
  | 'down'
  | 'down-until'
  | 'html'
  | 'nonsense'

/** The fault of each kind; how far bytes come depends on how many there are. */
export const faultOfKind: Readonly<Record<FaultKind, (sizeBytes: number) => Fault>> = {
  network: () => 'network',
  cutAtByte: (sizeBytes) => ({ cutAtByte: Math.round(sizeBytes / 2) }),
  stallAtByte: (sizeBytes) => ({ stallAtByte: Math.round(sizeBytes / 2) }),
  bytesPerSecond: (sizeBytes) => ({ bytesPerSecond: Math.ceil(sizeBytes / 10) }),
  hang: () => 'hang',
  'lost-answer': () => 'lost-answer',
  cors: () => 'cors',
  'expired-link': () => 'expired-link',
  'wrong-signature': () => 'wrong-signature',
  unauthorized: () => ({ status: 401 }),
  forbidden: () => ({ status: 403 }),
  'not-found': () => ({ status: 404 }),
  'too-large': () => ({ status: 413 }),
  'type-not-allowed': () => ({ status: 422 }),
  busy: () => ({ status: 429 }),
  'busy-until': () => ({ status: 429, headers: retryAfter }),
  down: () => ({ status: 503 }),
  'down-until': () => ({ status: 503, headers: retryAfter }),
  html: () => ({ status: 200, body: '<!doctype html><h1>Sign in to the proxy</h1>' }),
  nonsense: () => ({ status: 201, body: { ok: true } }),
}

/** The step at which a call strikes, and epilot's own name of the call. */
export const operationAt = {
  reserve: 'uploadFileV2',
  send: 'put',
  save: 'saveFileV2',
  attach: 'addRelations',
  find: 'searchEntities',
  delete: 'deleteFile',
} as const satisfies Record<string, Operation>

export type FaultStep = keyof typeof operationAt

const retryAfter = { 'Retry-After': String(busySeconds) }
