import type { LedgerCall, Tally } from '../../src/testing.js'
import type { BadDay } from './bad-day.js'
import { markIn } from './mark-in.js'
import { outcomeOf } from './outcome-of.js'

/** What has become of the files, in numbers, and the last calls that went wrong. */
export interface DayReading {
  readonly counts: Readonly<Record<Count, number>>
  readonly log: readonly LogLine[]
}

export type Count = 'dropped' | 'savedOnce' | 'doubled' | 'lost' | 'damaged'

export interface LogLine {
  readonly key: string
  /** By the browser's clock (epoch milliseconds). */
  readonly at: number
  readonly call: string
  readonly outcome: string
}

/** Asks the server what it holds, and its ledger what happened. */
export async function readTheDay(day: BadDay): Promise<DayReading> {
  const meant = day.meant()
  // Before the tally: what settles while bytes are compared is not lost.
  const underWay = day.underWay()
  const tally = await day.server.tally(meant)
  return { counts: countsOf(tally, meant.length, underWay), log: logOf(day) }
}

function countsOf(tally: Tally, dropped: number, underWay: ReadonlySet<string>): DayReading['counts'] {
  const wrong = new Set([...tally.doubled, ...tally.damaged])
  const unattached = tally.orphaned.filter((name) => !wrong.has(name))
  return {
    dropped,
    // Whether it is attached already is another question.
    savedOnce: tally.right.length + unattached.length,
    doubled: tally.doubled.length + tally.unexpected.length,
    // What still goes on is not lost.
    lost: tally.lost.filter((name) => !underWay.has(name)).length,
    damaged: tally.damaged.length,
  }
}

function logOf(day: BadDay): readonly LogLine[] {
  const looks = new Map<string, number>()
  const lines = day.server.ledger.calls().flatMap((call, index) => {
    const what = callOf(day, call)
    const look = what.mark && call.status === 200 ? nextLook(day, looks, what.mark) : undefined
    const outcome = look ?? outcomeOf(call, day.luck.faultOf(call, index))
    if (outcome === undefined) return []
    const at = performance.timeOrigin + call.at
    return { key: `${index} ${call.at}`, at, call: what.words, outcome }
  })
  return lines.slice(-lineCount)
}

function callOf(
  day: BadDay,
  { operation, url, body }: LedgerCall,
): { readonly words: string; readonly mark?: string } {
  const number = (text: string) => /_(\d+)\.\w+/.exec(text)?.[1] ?? ''
  switch (operation) {
    case 'uploadFileV2':
      return { words: `reserve ${number(JSON.stringify(body))}` }
    case 'put':
      return { words: `PUT ${number(url)}` }
    case 'saveFileV2':
      return { words: `save ${number(JSON.stringify(body))}` }
    case 'addRelations':
      return { words: `attach ×${Array.isArray(body) ? body.length : 1}` }
    case 'searchEntities': {
      const mark = markIn(JSON.stringify(body))
      return mark === undefined
        ? { words: 'search' }
        : { words: `find ${number(day.nameOf(mark) ?? '')}`, mark }
    }
    default:
      return { words: operation }
  }
}

/** The looks for one file follow each other. */
function nextLook(day: BadDay, seen: Map<string, number>, mark: string): string | undefined {
  const index = seen.get(mark) ?? 0
  seen.set(mark, index + 1)
  const found = day.luck.looks(mark)[index]
  return found === undefined ? undefined : found ? 'found' : 'not there yet'
}

const lineCount = 6
