import type { Messages } from './messages.js'

const plurals = new Intl.PluralRules('de')
const count = (n: number, one: string, other: string) => `${n} ${plurals.select(n) === 'one' ? one : other}`
const files = (n: number) => count(n, 'Datei', 'Dateien')

/**
 * German.
 *
 * @example
 * <FilesProvider client={client} messages={de}>
 */
export const de: Messages = {
  locale: 'de',

  chooseFiles: 'Dateien wählen',
  chooseFile: 'Datei wählen',
  dropFiles: 'Dateien hier ablegen',
  dropFile: 'Datei hier ablegen',
  dropOrChoose: 'Dateien ablegen oder wählen',
  dropToAdd: (n) =>
    n === 0 ? 'Loslassen, um Dateien hinzuzufügen' : `Loslassen, um ${files(n)} hinzuzufügen`,
  dropToAttach: (n) =>
    n === 0 ? 'Loslassen, um Dateien anzuhängen' : `Loslassen, um ${files(n)} anzuhängen`,
  onlyOneFile: 'Hier kann nur eine Datei hinzugefügt werden',
  notReadable: 'Diese Dateien sind nicht lesbar. Wählen Sie sie über die Schaltfläche',
  cannotAdd: 'Sie können hier keine Dateien hinzufügen',

  files: 'Dateien',
  uploads: 'Uploads',
  allUploads: 'Alle Uploads',
  loading: 'Dateien werden geladen',
  loadAgain: 'Erneut versuchen',
  showMore: 'Mehr anzeigen',
  filesShown: (shown, total) => `${shown} von ${files(total)}`,
  sizeUnknown: 'Größe unbekannt',
  version: (version) => `v${version}`,
  external: 'Extern',
  public: 'Öffentlich',
  sentOf: (sent, total) => `${sent} von ${total}`,
  percent: (percent) => `${percent}\u00a0%`,
  percentInWords: (percent) => `${percent} Prozent`,

  queued: 'Wartet',
  preparing: 'Wird vorbereitet …',
  uploading: 'Wird hochgeladen …',
  paused: 'Angehalten',
  waitingForNetwork: 'Wartet auf die Internetverbindung',
  waitingForSignIn: 'Wartet auf Ihre Anmeldung',
  waitingForLeader: 'Läuft in einem anderen Tab',
  waitingForFile: 'Unterbrochen. Dieselbe Datei wird noch einmal gebraucht',
  goesOnByItself: 'geht von selbst weiter',
  tryingAgain: (reason, seconds) => `${reason}. Neuer Versuch in ${seconds}\u00a0s`,
  againIn: (seconds) => `Neuer Versuch in ${seconds}\u00a0s`,
  attempt: (attempt) => `Versuch ${attempt}`,
  saving: 'Hochgeladen. Wird gespeichert …',
  checkingSaved: 'Hochgeladen. Es wird geprüft, ob gespeichert wurde …',
  checkingAttached: 'Gespeichert. Es wird geprüft, ob hinzugefügt wurde …',
  checking: 'Wird geprüft …',
  attaching: 'Gespeichert. Wird hinzugefügt …',
  done: 'Hochgeladen',
  canceled: 'Abgebrochen',

  forFile: (action, file) => `${action}, ${file}`,
  cancel: 'Abbrechen',
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  remove: 'Entfernen',
  dismiss: 'Ausblenden',
  tryAgain: 'Erneut versuchen',
  tryNow: 'Jetzt versuchen',
  saveAgain: 'Erneut speichern',
  uploadAgain: 'Erneut hochladen',
  download: 'Herunterladen',
  pauseAll: 'Alle anhalten',
  resumeAll: 'Alle fortsetzen',
  cancelAll: 'Alle abbrechen',
  tryFailedAgain: (n) => `${n} erneut versuchen`,

  uploadingFiles: (done, total) =>
    done === 0
      ? `${count(total, 'Datei wird', 'Dateien werden')} hochgeladen`
      : `${done} von ${files(total)} hochgeladen`,
  pausedFiles: (n) => `${count(n, 'Upload', 'Uploads')} angehalten`,
  needAttention: (done, failed) => `${done} hochgeladen, ${failed} mit Problem`,
  filesUploaded: (n) => `${files(n)} hochgeladen`,

  saidAdded: (n) => `${files(n)} hinzugefügt.`,
  saidPercent: (percent) => `${percent} Prozent.`,
  saidResult: (done, total, failed) =>
    failed === 0
      ? `${done} von ${total} hochgeladen.`
      : `${done} von ${total} hochgeladen, ${failed} mit Problem.`,
  saidFailed: (n) => `${count(n, 'Datei hat', 'Dateien haben')} ein Problem.`,

  errors: {
    network: {
      what: 'Verbindung verloren. Prüfen Sie die Internetverbindung und versuchen Sie es erneut',
      short: 'Verbindung verloren',
    },
    timeout: {
      what: 'epilot hat nicht rechtzeitig geantwortet. Versuchen Sie es erneut',
      short: 'Keine Antwort',
    },
    server: {
      what: 'epilot hat eine Störung. Versuchen Sie es in einigen Minuten erneut',
      short: 'Störung bei epilot',
    },
    'rate-limited': {
      what: 'epilot ist ausgelastet. Versuchen Sie es in einigen Minuten erneut',
      short: 'epilot ist ausgelastet',
    },
    unauthorized: {
      what: 'Ihre Sitzung ist abgelaufen. Melden Sie sich an und versuchen Sie es erneut',
      short: 'Sitzung abgelaufen',
    },
    'sign-in': {
      what: 'Die Anmeldung ist fehlgeschlagen. Melden Sie sich an und versuchen Sie es erneut',
      short: 'Nicht angemeldet',
    },
    'owner-changed': {
      what: 'Jetzt ist jemand anderes angemeldet. Melden Sie sich wie zuvor an und versuchen Sie es erneut',
      short: 'Jemand anderes ist angemeldet',
    },
    forbidden: {
      what: 'Dazu fehlt Ihnen die Berechtigung. Fragen Sie einen Administrator',
      short: 'Nicht erlaubt',
    },
    'not-found': {
      what: 'In epilot nicht mehr vorhanden. Laden Sie die Seite neu',
      short: 'Nicht mehr vorhanden',
    },
    conflict: {
      what: 'Inzwischen von jemand anderem geändert. Laden Sie die Seite neu',
      short: 'Inzwischen geändert',
    },
    'too-large': { what: 'Die Datei ist zu groß. Wählen Sie eine kleinere', short: 'Zu groß' },
    'type-not-allowed': {
      what: 'Dieser Dateityp ist hier nicht erlaubt. Wählen Sie eine andere Datei',
      short: 'Dateityp nicht erlaubt',
    },
    'bad-request': {
      what: 'epilot nimmt diese Datei nicht an. Fragen Sie einen Administrator',
      short: 'Nicht angenommen',
    },
    'link-expired': {
      what: 'Der Link ist abgelaufen. Versuchen Sie es mit einem neuen',
      short: 'Link abgelaufen',
    },
    'link-rejected': {
      what: 'Der Speicher lehnt die Datei ab. Fragen Sie einen Administrator',
      short: 'Vom Speicher abgelehnt',
    },
    'bad-answer': {
      what: 'epilot hat unverständlich geantwortet. Versuchen Sie es erneut',
      short: 'Unklare Antwort',
    },
    'outcome-unknown': {
      what: 'Vielleicht schon gespeichert. Erneut zu speichern könnte die Datei verdoppeln',
      short: 'Ungewiss',
    },
    'file-unreadable': { what: 'Die Datei wurde geändert. Wählen Sie sie erneut', short: 'Datei geändert' },
    'prepare-failed': {
      what: 'Die Datei ließ sich nicht vorbereiten. Versuchen Sie es erneut oder wählen Sie eine andere',
      short: 'Nicht vorbereitet',
    },
    'not-a-download': {
      what: 'Die Datei konnte nicht heruntergeladen werden. Vielleicht wurde sie gelöscht',
      short: 'Nicht heruntergeladen',
    },
  },
  steps: {
    save: {
      happened: 'Hochgeladen, aber nicht gespeichert',
      what: 'Hochgeladen, aber nicht gespeichert. Nichts wird erneut gesendet',
      short: 'Nicht gespeichert',
    },
    attach: {
      happened: 'Gespeichert, aber nicht hinzugefügt',
      what: 'Gespeichert, aber nicht hinzugefügt. Nichts wird erneut gesendet',
      short: 'Nicht hinzugefügt',
    },
    list: {
      happened: 'Die Dateien konnten nicht geladen werden',
      what: 'Die Dateien konnten nicht geladen werden. Prüfen Sie die Internetverbindung und versuchen Sie es erneut',
      short: 'Nicht geladen',
    },
    download: {
      happened: 'Nicht heruntergeladen',
      what: 'Nicht heruntergeladen. Prüfen Sie die Internetverbindung und versuchen Sie es erneut',
      short: 'Nicht heruntergeladen',
    },
  },
  attachUnknown: {
    what: 'Gespeichert. Vielleicht schon hinzugefügt, prüfen Sie zuerst die Liste',
    short: 'Ungewiss',
  },
}
