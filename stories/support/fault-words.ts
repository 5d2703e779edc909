import type { Answers } from '../../src/testing.js'
import type { FaultKind, FaultStep } from './fault-kinds.js'
import { busySeconds } from './knobs.js'

/** What can befall the next call, and at which step. */
export interface FaultWords {
  readonly title: string
  readonly step: string
  readonly fault: string
  readonly add: string
  readonly inLine: (faults: string) => string
  readonly steps: Readonly<Record<FaultStep, string>>
  readonly kinds: Readonly<Record<FaultKind, string>>
  readonly secondSave: string
  readonly secondSaves: Readonly<Record<Answers['secondSave'], string>>
}

export const faultWords: Readonly<Record<'en' | 'de', FaultWords>> = {
  en: {
    title: 'Next call',
    step: 'Step',
    fault: 'Fault',
    add: 'Add',
    inLine: (faults) => `In line: ${faults}`,
    steps: {
      reserve: 'reserve',
      send: 'send',
      save: 'save',
      attach: 'attach',
      find: 'find',
      delete: 'delete',
    },
    kinds: {
      network: 'Connection breaks',
      cutAtByte: 'Cut half-way',
      stallAtByte: 'Stands still half-way',
      bytesPerSecond: 'Slow drip',
      hang: 'Never answers',
      'lost-answer': 'Answer lost',
      cors: 'CORS refuses',
      'expired-link': 'Link expired',
      'wrong-signature': 'Wrong signature',
      unauthorized: '401 Token refused',
      forbidden: '403 No right',
      'not-found': '404 Not found',
      'too-large': '413 Too large',
      'type-not-allowed': '422 Type not allowed',
      busy: '429 Busy',
      'busy-until': `429 Busy, ${busySeconds} s`,
      down: '503 Down',
      'down-until': `503 Down, ${busySeconds} s`,
      html: 'HTML of a proxy',
      nonsense: 'Makes no sense',
    },
    secondSave: 'A second save',
    secondSaves: {
      'not-found': 'is a 404',
      'same-entity': 'finds the first',
      'second-entity': 'saves twice',
    },
  },
  de: {
    title: 'Nächster Aufruf',
    step: 'Schritt',
    fault: 'Störung',
    add: 'Einreihen',
    inLine: (faults) => `Eingereiht: ${faults}`,
    steps: {
      reserve: 'Reservieren',
      send: 'Senden',
      save: 'Speichern',
      attach: 'Anhängen',
      find: 'Suchen',
      delete: 'Löschen',
    },
    kinds: {
      network: 'Verbindung bricht',
      cutAtByte: 'Abbruch auf halbem Weg',
      stallAtByte: 'Stillstand auf halbem Weg',
      bytesPerSecond: 'Tröpfelt nur',
      hang: 'Antwortet nie',
      'lost-answer': 'Antwort weg',
      cors: 'CORS verbietet',
      'expired-link': 'Link abgelaufen',
      'wrong-signature': 'Falsche Signatur',
      unauthorized: '401 Token abgelehnt',
      forbidden: '403 Kein Recht',
      'not-found': '404 Nicht gefunden',
      'too-large': '413 Zu groß',
      'type-not-allowed': '422 Typ nicht erlaubt',
      busy: '429 Ausgelastet',
      'busy-until': `429 Ausgelastet, ${busySeconds} s`,
      down: '503 Gestört',
      'down-until': `503 Gestört, ${busySeconds} s`,
      html: 'HTML eines Proxys',
      nonsense: 'Ergibt keinen Sinn',
    },
    secondSave: 'Zweites Speichern',
    secondSaves: {
      'not-found': 'ergibt 404',
      'same-entity': 'findet das erste',
      'second-entity': 'speichert doppelt',
    },
  },
}
