import type { Messages } from '../../src/index.js'
import type { MessageId } from './portal-messages.js'

/** What the operator of the portal says, which is not the library's business. */
export interface PortalWords {
  readonly portal: string
  readonly pages: readonly [overview: string, contracts: string, inbox: string, documents: string]
  readonly messages: Readonly<Record<MessageId, PortalText>>
  readonly countNew: (count: number) => string
  readonly countFiles: (count: number) => string
  readonly countOf: (count: number, of: number) => string
  readonly isNew: string
  readonly allMessages: string
  readonly chooseMessage: string
  readonly due: string
  readonly forYou: string
  readonly photos: string
  readonly yours: string
  readonly sent: string
  readonly show: string
  readonly noPreview: string
  readonly privacy: string
  /** What becomes of a file that is deleted. */
  readonly deleting: string
}

interface PortalText {
  readonly title: string
  /** The first words, for the list. */
  readonly teaser: string
  readonly text: string
}

export function portalWords({ locale }: Messages): PortalWords {
  return locale === 'de' ? german : english
}

const english: PortalWords = {
  portal: 'Portal',
  pages: ['Overview', 'Contracts', 'Inbox', 'Documents'],
  messages: {
    wallbox: {
      title: 'Documents for your wallbox',
      teaser: 'Please send us one more photo',
      text: 'Dear Mr Yıldız, to connect your wallbox we still need photos of the open meter cabinet. The form for the grid operator comes with this message.',
    },
    bill: {
      title: 'Your annual bill 2025',
      teaser: 'Here is your bill',
      text: 'Dear Mr Yıldız, here is your bill for 2025. You get 38.20 euros back.',
    },
    meter: {
      title: 'Meter change on 3 April',
      teaser: 'Our fitter comes between 8 and 10',
      text: 'Dear Mr Yıldız, our fitter comes on 3 April between 8 and 10. There is nothing you need to prepare.',
    },
    order: {
      title: 'Order confirmation',
      teaser: 'Thank you for your order',
      text: 'Dear Mr Yıldız, thank you for ordering a wallbox with 11 kW. Your confirmation and our terms come with this message.',
    },
  },
  countNew: (count) => `${count} new`,
  countFiles: (count) => (count === 1 ? '1 file' : `${count} files`),
  countOf: (count, of) => `${count} of ${of}`,
  isNew: 'New',
  allMessages: 'All messages',
  chooseMessage: 'Choose a message to read it.',
  due: 'by 31 March',
  forYou: 'For you',
  photos: 'Photos of the meter cabinet',
  yours: 'Your files',
  sent: 'Sent',
  show: 'Show',
  noPreview: 'This file cannot be shown here. Download it to see it.',
  privacy: 'The Stadtwerke see your files at once. Until they are checked you can delete them.',
  deleting: 'The Stadtwerke will not have it any more. This can’t be undone.',
}

const german: PortalWords = {
  portal: 'Portal',
  pages: ['Übersicht', 'Verträge', 'Postfach', 'Dokumente'],
  messages: {
    wallbox: {
      title: 'Unterlagen für Ihre Wallbox',
      teaser: 'Bitte senden Sie uns noch ein Foto',
      text: 'Guten Tag Herr Yıldız, für den Anschluss Ihrer Wallbox fehlen uns noch Fotos des geöffneten Zählerschranks. Das Formular für den Netzbetreiber liegt dieser Nachricht bei.',
    },
    bill: {
      title: 'Ihre Jahresabrechnung 2025',
      teaser: 'Anbei finden Sie Ihre Abrechnung',
      text: 'Guten Tag Herr Yıldız, anbei finden Sie Ihre Abrechnung für 2025. Sie bekommen 38,20 Euro zurück.',
    },
    meter: {
      title: 'Zählerwechsel am 3. April',
      teaser: 'Unser Monteur kommt zwischen 8 und 10',
      text: 'Guten Tag Herr Yıldız, unser Monteur kommt am 3. April zwischen 8 und 10 Uhr. Sie müssen nichts vorbereiten.',
    },
    order: {
      title: 'Auftragsbestätigung',
      teaser: 'Vielen Dank für Ihren Auftrag',
      text: 'Guten Tag Herr Yıldız, vielen Dank für Ihren Auftrag über eine Wallbox mit 11 kW. Bestätigung und Geschäftsbedingungen liegen dieser Nachricht bei.',
    },
  },
  countNew: (count) => `${count} neu`,
  countFiles: (count) => (count === 1 ? '1 Datei' : `${count} Dateien`),
  countOf: (count, of) => `${count} von ${of}`,
  isNew: 'Neu',
  allMessages: 'Alle Nachrichten',
  chooseMessage: 'Wählen Sie eine Nachricht, um sie zu lesen.',
  due: 'bis 31. März',
  forYou: 'Für Sie',
  photos: 'Fotos des Zählerschranks',
  yours: 'Ihre Dateien',
  sent: 'Gesendet',
  show: 'Ansehen',
  noPreview: 'Diese Datei lässt sich hier nicht anzeigen. Laden Sie sie herunter, um sie zu sehen.',
  privacy: 'Die Stadtwerke sehen Ihre Dateien sofort. Bis zur Prüfung können Sie sie löschen.',
  deleting: 'Die Stadtwerke haben sie dann nicht mehr. Das lässt sich nicht rückgängig machen.',
}
