import type { StoreApi } from 'zustand/vanilla'
import { createStore } from 'zustand/vanilla'
import type { FileServer, ManualConnection, MeantFile, MemoryJournal } from '../../src/testing.js'
import { createFileServer, createManualConnection, createMemoryJournal } from '../../src/testing.js'
import type { BadLuck } from './bad-luck.js'
import { createBadLuck } from './bad-luck.js'
import type { BadTab } from './bad-tab.js'
import { openBadTab } from './bad-tab.js'
import { fileOfTheDay } from './file-of-the-day.js'
import type { Knobs } from './knobs.js'
import { whatWasMeant } from './what-was-meant.js'

/** Everything that a day can throw at a list of uploads, in the hands of whoever plays with it. */
export interface BadDay {
  readonly seed: number
  readonly server: FileServer
  readonly luck: BadLuck
  readonly knobs: StoreApi<Knobs>
  /** The tabs of the browser that are open; the first one is the visitor's. */
  readonly tabs: StoreApi<readonly BadTab[]>
  /** How often somebody had to press something so that all went on. */
  readonly presses: StoreApi<number>
  /** What there should be in the end. */
  meant(): readonly MeantFile[]
  /** Names of files that are on their way in some tab, or wait in the journal for one. */
  underWay(): ReadonlySet<string>
  /** The name of the file that an upload sends. */
  nameOf(uploadId: string): string | undefined
  readonly turn: (change: Partial<Knobs>) => void
  readonly drop: (count: number) => void
  /** The visitor's tab crashes, and the page is opened again. */
  readonly killTab: () => void
  /** Forgets all files; the same faults wait for the next ones. */
  readonly clear: () => void
  /** Everything as in the morning. */
  readonly reset: () => void
}

export function createBadDay(seed: number, morning: Knobs): BadDay {
  const server = createFileServer({ latencyMs: 30 })
  const connection = createManualConnection()
  const knobs = createStore(() => morning)
  const presses = createStore(() => 0)
  let journal = openJournal()
  let luck = createBadLuck({ seed, server, knobs })
  let meant = whatWasMeant()
  let dropped = 0
  const tabs = createStore<readonly BadTab[]>(() => [open()])
  turn(morning)

  return {
    seed,
    server,
    get luck() {
      return luck
    },
    knobs,
    tabs,
    presses,
    meant: () => meant.files(),
    underWay: () => meant.underWay(tabs.getState(), journal),
    nameOf: (id) => meant.nameOf(id),
    turn,
    drop,
    killTab() {
      const [mine, ...others] = tabs.getState()
      mine?.kill()
      tabs.setState([open(), ...others], true)
    },
    clear,
    reset() {
      knobs.setState(morning, true)
      clear()
    },
  }

  function open(): BadTab {
    const tab = openBadTab({ server, connection, journal, knobs, luck })
    meant.follow(tab)
    return tab
  }

  function turn(change: Partial<Knobs>): void {
    const before = knobs.getState()
    knobs.setState(change)
    const now = knobs.getState()
    steer({ now, connection, journal, server })
    if (before.isSignedOut && !now.isSignedOut) for (const { client } of tabs.getState()) client.resume()
    const [mine, second] = tabs.getState()
    if (mine && now.hasSecondTab && !second) tabs.setState([mine, open()], true)
    if (mine && second && !now.hasSecondTab) {
      second.kill()
      tabs.setState([mine], true)
    }
  }

  function drop(count: number): void {
    const files = Array.from({ length: count }, () => fileOfTheDay(++dropped))
    tabs.getState()[0]?.add(files)
  }

  function clear(): void {
    for (const tab of tabs.getState()) tab.kill()
    server.reset()
    presses.setState(0, true)
    journal = openJournal()
    luck = createBadLuck({ seed, server, knobs })
    meant = whatWasMeant()
    dropped = 0
    tabs.setState([open()], true)
    turn({})
  }
}

interface Steered {
  readonly now: Knobs
  readonly connection: ManualConnection
  readonly journal: MemoryJournal
  readonly server: FileServer
}

/** The knobs that somebody has to be told of; the others are asked for with each call. */
function steer({ now, connection, journal, server }: Steered): void {
  if (now.network === 'offline') connection.goOffline()
  else if (!connection.isOnline()) connection.goOnline()
  if (now.isFull) journal.fillUp('all')
  else journal.makeRoom()
  server.setAnswers({ secondSave: now.secondSave })
  if (now.isSignedOut) server.expireTokens()
}

/** A journal in which it is now. */
function openJournal(): MemoryJournal {
  const journal = createMemoryJournal()
  journal.skip(Date.now() - journal.openTab().now())
  return journal
}
