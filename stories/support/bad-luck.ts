import type { StoreApi } from 'zustand/vanilla'
import type { Fault, FileServer, LedgerCall, Operation } from '../../src/testing.js'
import { chance } from '../../test/e2e/support/chance.js'
import type { Knobs } from './knobs.js'
import { faultOfKind, operationAt } from './fault-kinds.js'
import { busySeconds } from './knobs.js'

/** Says what goes wrong with each call, and remembers it. */
export interface BadLuck {
  /** A PUT is about to set out; how far it comes depends on how long it is. */
  sends(url: string, sizeBytes: number): void
  /** A search has looked for a file by its mark. */
  looked(mark: string, found: boolean): void
  /** What the searches for a mark have found, in their order. */
  looks(mark: string): readonly boolean[]
  /** What has befallen a call of the server's ledger, by its place there. */
  faultOf(call: LedgerCall, index: number): Fault | undefined
  /** Chance for waits, 0 to 1. */
  readonly random: () => number
}

export interface BadLuckOptions {
  readonly seed: number
  readonly server: FileServer
  readonly knobs: StoreApi<Knobs>
}

/**
 * Deals faults by chance. Each kind of call has a chance of its own, so that the third save of the same seed always meets
 * the same fate, however the calls overlap.
 */
export function createBadLuck({ seed, server, knobs }: BadLuckOptions): BadLuck {
  const dice = {
    put: chance(seed),
    cutAt: chance(seed + 1),
    save: chance(seed + 2),
    reserve: chance(seed + 3),
  }
  const attach = chance(seed + 4)
  const faults = new Map<number | string, Fault>()
  const looks = new Map<string, readonly boolean[]>()
  let setsOut = { url: '', sizeBytes: 0 }
  server.failBy(choose)

  return {
    sends: (url, sizeBytes) => (setsOut = { url, sizeBytes }),
    looked: (mark, found) => void looks.set(mark, [...(looks.get(mark) ?? []), found]),
    looks: (mark) => looks.get(mark) ?? [],
    faultOf: ({ operation, url }, index) => faults.get(operation === 'put' ? url : index),
    random: chance(seed + 5),
  }

  function choose(operation: Operation): Fault | undefined {
    // Chance is asked all the same: the calls after this one keep their fate.
    const byChance = faultFor(operation)
    const fault = nextFor(operation) ?? byChance
    // The server writes a call down before it asks what goes wrong with it; a PUT when it arrives.
    if (fault) faults.set(operation === 'put' ? setsOut.url : server.ledger.count() - 1, fault)
    return fault
  }

  function nextFor(operation: Operation): Fault | undefined {
    const { next } = knobs.getState()
    const found = next.find(({ step }) => operationAt[step] === operation)
    if (!found) return undefined
    knobs.setState({ next: next.filter((one) => one !== found) })
    return faultOfKind[found.kind](operation === 'put' ? setsOut.sizeBytes : answerBytes)
  }

  function faultFor(operation: Operation): Fault | undefined {
    const { percent } = knobs.getState()
    switch (operation) {
      case 'put': {
        const drawn = dice.put() * 100
        const cutAtByte = Math.round(dice.cutAt() * setsOut.sizeBytes)
        if (drawn < percent.cut) return { cutAtByte }
        return drawn < percent.cut + percent.expired ? 'expired-link' : undefined
      }
      case 'saveFileV2':
        return dice.save() * 100 < percent.lostAnswer ? 'lost-answer' : undefined
      case 'uploadFileV2':
        return dice.reserve() * 100 < percent.busy ? busy : undefined
      case 'addRelations':
        return attach() * 100 < percent.refused ? { status: 403 } : undefined
      default:
        return undefined
    }
  }
}

/** About as long as answers are. */
const answerBytes = 200
const busy: Fault = { status: 429, headers: { 'Retry-After': String(busySeconds) } }
