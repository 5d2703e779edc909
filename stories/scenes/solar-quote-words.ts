import type { Messages } from '../../src/index.js'

/** What the operator of the journey says, which is not the library's business. */
export interface QuoteWords {
  readonly step: (step: number, steps: number) => string
  readonly steps: readonly [roof: string, files: string, contact: string, review: string]
  readonly titles: readonly [roof: string, files: string, contact: string, review: string]
  readonly address: string
  readonly usage: string
  readonly roofPhotos: string
  readonly roofPhotosHelp: string
  readonly bill: string
  readonly name: string
  readonly email: string
  readonly back: string
  readonly change: string
  readonly add: string
  readonly chooseAgain: string
  readonly noFile: string
  readonly send: string
  /** Where nobody knows whether it was sent. */
  readonly sendAgain: string
  readonly toMissingFile: string
  readonly thanks: string
  readonly thanksDetails: string
  readonly another: string
}

export function quoteWords({ locale }: Messages): QuoteWords {
  return locale === 'de' ? german : english
}

const english: QuoteWords = {
  step: (step, steps) => `Step ${step} of ${steps}`,
  steps: ['Roof', 'Documents', 'Contact', 'Review and send'],
  titles: ['Where shall the panels go?', 'Show us your roof', 'How do we reach you?', 'Is everything right?'],
  address: 'Address',
  usage: 'Power used per year, in kWh',
  roofPhotos: 'Photos of your roof',
  roofPhotosHelp: 'From the garden or the street; the whole roof should be seen.',
  bill: 'Last power bill',
  name: 'Name',
  email: 'Email',
  back: 'Back',
  change: 'Change',
  add: 'Add',
  chooseAgain: 'Choose again',
  noFile: 'No file',
  send: 'Ask for a quote',
  sendAgain: 'Send it again',
  toMissingFile: 'To the missing file',
  thanks: 'Thank you',
  thanksDetails: 'Your photos have arrived. You get our quote within two days.',
  another: 'Another quote',
}

const german: QuoteWords = {
  step: (step, steps) => `Schritt ${step} von ${steps}`,
  steps: ['Dach', 'Unterlagen', 'Kontakt', 'Prüfen und absenden'],
  titles: ['Wo sollen die Module hin?', 'Zeigen Sie uns Ihr Dach', 'Wie erreichen wir Sie?', 'Stimmt alles?'],
  address: 'Anschrift',
  usage: 'Stromverbrauch im Jahr, in kWh',
  roofPhotos: 'Fotos Ihres Dachs',
  roofPhotosHelp: 'Vom Garten oder von der Straße; das ganze Dach soll zu sehen sein.',
  bill: 'Letzte Jahresabrechnung',
  name: 'Name',
  email: 'E-Mail',
  back: 'Zurück',
  change: 'Ändern',
  add: 'Hinzufügen',
  chooseAgain: 'Neu wählen',
  noFile: 'Keine Datei',
  send: 'Angebot anfordern',
  sendAgain: 'Noch einmal senden',
  toMissingFile: 'Zur fehlenden Datei',
  thanks: 'Vielen Dank',
  thanksDetails: 'Ihre Fotos sind angekommen. Unser Angebot bekommen Sie in zwei Tagen.',
  another: 'Weiteres Angebot',
}
