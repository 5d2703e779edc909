import type { FaultWords } from './fault-words.js'
import { faultWords } from './fault-words.js'
import type { FaultKnob, Network, Switch } from './knobs.js'
import { busySeconds } from './knobs.js'
import type { Count } from './read-the-day.js'

/** The words of the console; where a fault strikes stands beside it. */
export interface ConsoleWords {
  readonly title: string
  readonly claim: string
  readonly faults: string
  readonly seed: string
  readonly copySeed: string
  readonly copied: string
  readonly reset: string
  readonly network: string
  readonly networks: Readonly<Record<Network, string>>
  readonly knobs: Readonly<Record<FaultKnob, readonly [what: string, where: string]>>
  readonly switches: Readonly<Record<Switch, string>>
  readonly next: FaultWords
  readonly drop: (count: number) => string
  readonly killTab: string
  readonly clear: string
  readonly counts: Readonly<Record<Count | 'presses', string>>
  readonly lastCalls: string
  readonly thisTab: string
  readonly secondTab: string
}

export const consoleWords: Readonly<Record<'en' | 'de', ConsoleWords>> = {
  en: {
    title: 'A bad day',
    claim: 'Whatever goes wrong, each file is saved once.',
    faults: 'Faults',
    seed: 'Seed',
    copySeed: 'Copy the seed',
    copied: 'Copied',
    reset: 'Reset',
    network: 'Network',
    networks: { good: 'Good', '3g': '3G', offline: 'Offline' },
    knobs: {
      cut: ['Cut', 'send'],
      lostAnswer: ['Answer lost', 'save'],
      expired: ['Link expired', 'send'],
      busy: [`Busy, ${busySeconds} s`, 'reserve'],
      refused: ['Refused', 'attach'],
    },
    switches: {
      isSignedOut: 'Session ends',
      isFull: 'Storage full',
      hasSecondTab: 'Second tab',
      searchLags: 'Search lags',
    },
    next: faultWords.en,
    drop: (count) => `Drop ${count}`,
    killTab: 'Kill the tab',
    clear: 'Clear',
    counts: {
      dropped: 'dropped',
      savedOnce: 'saved once',
      doubled: 'doubled',
      lost: 'lost',
      damaged: 'damaged',
      presses: 'presses',
    },
    lastCalls: 'What went wrong last',
    thisTab: 'This tab',
    secondTab: 'Second tab',
  },
  de: {
    title: 'Ein schlechter Tag',
    claim: 'Was auch schiefgeht: Jede Datei wird genau einmal gespeichert.',
    faults: 'Störungen',
    seed: 'Seed',
    copySeed: 'Seed kopieren',
    copied: 'Kopiert',
    reset: 'Zurücksetzen',
    network: 'Netz',
    networks: { good: 'Gut', '3g': '3G', offline: 'Offline' },
    knobs: {
      cut: ['Abbruch', 'Senden'],
      lostAnswer: ['Antwort weg', 'Speichern'],
      expired: ['Link abgelaufen', 'Senden'],
      busy: [`Ausgelastet, ${busySeconds} s`, 'Reservieren'],
      refused: ['Abgelehnt', 'Anhängen'],
    },
    switches: {
      isSignedOut: 'Sitzung endet',
      isFull: 'Speicher voll',
      hasSecondTab: 'Zweiter Tab',
      searchLags: 'Suche hinkt nach',
    },
    next: faultWords.de,
    drop: (count) => `${count} ablegen`,
    killTab: 'Tab beenden',
    clear: 'Leeren',
    counts: {
      dropped: 'abgelegt',
      savedOnce: 'einmal da',
      doubled: 'doppelt',
      lost: 'verloren',
      damaged: 'beschädigt',
      presses: 'Klicks',
    },
    lastCalls: 'Was zuletzt schiefging',
    thisTab: 'Dieser Tab',
    secondTab: 'Zweiter Tab',
  },
}
