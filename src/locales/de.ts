import type { Messages } from './messages.js'

const plurals = new Intl.PluralRules('de')
const numbers = new Intl.NumberFormat('de')
const number = (n: number) => numbers.format(n)
const again = (seconds: number) => (seconds > 0 ? `Neuer Versuch in ${seconds}\u00a0s` : 'Neuer Versuch…')
const count = (n: number, one: string, other: string) =>
  `${number(n)} ${plurals.select(n) === 'one' ? one : other}`
const files = (n: number) => count(n, 'Datei', 'Dateien')
const uploads = (n: number) => count(n, 'Upload', 'Uploads')
const uploadsWait = (n: number) => `${uploads(n)} ${n === 1 ? 'wartet' : 'warten'}`
const goByThemselves = (n: number) => `${number(n)} ${n === 1 ? 'geht' : 'gehen'} von selbst weiter`
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
const uploadsGo = (n: number) => `${uploads(n)} ${n === 1 ? 'geht' : 'gehen'}`

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
  // drop zone: folders, photos, pastes
  chooseFolder: 'Ordner wählen',
  takePhoto: 'Foto aufnehmen',
  tapFiles: 'Tippen, um Dateien zu wählen',
  tapFile: 'Tippen, um eine Datei zu wählen',
  tapOrPhoto: 'Tippen, um zu wählen oder ein Foto aufzunehmen',
  pastedImage: 'Eingefügtes Bild',
  photo: 'Foto',
  readingFiles: 'Ordner wird gelesen …',
  emptyFolder: 'Der Ordner ist leer',
  cannotBeAdded: (refused, n) => {
    if (refused < n) {
      const verb = refused === 1 ? 'kann' : 'können'
      return `${refused} von diesen ${n} Dateien ${verb} nicht hinzugefügt werden`
    }
    return n === 1
      ? 'Diese Datei kann nicht hinzugefügt werden'
      : `Diese ${n} Dateien können nicht hinzugefügt werden`
  },
  onlyTypes: (types) => `Hier nur erlaubt: ${types}`,
  limitReached: (n, max) => `${n} von ${files(max)} hinzugefügt`,
  removeToAdd: 'Entfernen Sie eine Datei, um eine andere hinzuzufügen',
  toTarget: (target) => `an ${target}`,

  files: 'Dateien',
  uploads: 'Uploads',
  allUploads: 'Alle Uploads',
  loading: 'Dateien werden geladen',
  loadAgain: 'Erneut versuchen',
  showMore: 'Mehr anzeigen',
  filesShown: (shown, total) => `${number(shown)} von ${files(total)}`,
  sizeUnknown: 'Größe unbekannt',
  version: (version) => `v${version}`,
  external: 'Extern',
  public: 'Öffentlich',
  sentOf: (sent, total) => `${sent} von ${total}`,
  percent: (percent) => `${percent}\u00a0%`,
  percentInWords: (percent) => `${percent} Prozent`,

  perSecond: (size) => `${size}/s`,
  timeLeft: (time) => `noch ${time}`,
  fewSecondsLeft: 'noch wenige Sekunden',

  queued: 'Wartet',
  preparing: 'Wird vorbereitet …',
  uploading: 'Wird hochgeladen …',
  paused: 'Angehalten',
  waitingForNetwork: 'Wartet auf Internet',
  waitingForSignIn: 'Wartet auf Ihre Anmeldung',
  waitingForSignInShort: 'Wartet auf Anmeldung',
  waitingForLeader: 'Läuft in einem anderen Tab',
  waitingForLeaderShort: 'In anderem Tab',
  waitingForFile: 'Unterbrochen. Dieselbe Datei wird noch einmal gebraucht',
  waitingForFileShort: 'Datei noch einmal nötig',
  otherFile: (sizes) => `Das ist eine andere Datei${sizes ? `: ${sizes.chosen} statt ${sizes.needed}` : ''}`,
  otherFileShort: 'Andere Datei',
  goesOnByItself: 'geht von selbst weiter',
  goesOnByItselfThen: 'geht dann von selbst weiter',
  goesOnHere: 'geht hier weiter, wenn Sie ihn schließen',
  busyUntil: (reason, time) => `${reason}. Weiter um ${time}`,
  goesOnAt: (time) => `Weiter um ${time}`,
  tryingAgain: (reason, seconds) => `${reason}. ${again(seconds)}`,
  againIn: again,
  attempt: (attempt) => `Versuch ${attempt}`,
  saving: 'Hochgeladen. Wird gespeichert …',
  savingShort: 'Wird gespeichert …',
  checkingSaved: 'Hochgeladen. Es wird geprüft, ob gespeichert wurde …',
  checkingAttached: 'Gespeichert. Es wird geprüft, ob hinzugefügt wurde …',
  checking: 'Wird geprüft …',
  interrupted: 'Unterbrochen',
  keptOnDevice: 'auf diesem Gerät',
  interruptedSaving: 'Unterbrochen. Wird gespeichert, nichts wird erneut gesendet',
  interruptedSavingShort: 'Unterbrochen. Wird gespeichert …',
  attaching: 'Gespeichert. Wird hinzugefügt …',
  attachingShort: 'Wird hinzugefügt …',
  done: 'Hochgeladen',
  waitingForApproval: 'Gespeichert. Wartet auf Freigabe',
  waitingForApprovalShort: 'Wartet auf Freigabe',
  canceling: 'Wird abgebrochen, sobald epilot antwortet …',
  cancelingShort: 'Wird abgebrochen …',
  canceled: 'Abgebrochen',
  canceledAndDeleted: 'Abgebrochen. War schon gespeichert und wurde wieder gelöscht',
  canceledAndDeletedShort: 'Abgebrochen, gelöscht',
  alreadySaved: 'War schon gespeichert',
  mayNotDelete: 'Sie dürfen die Datei nicht löschen',
  couldNotDelete: 'die Datei ließ sich nicht löschen',

  forFile: (action, file) => `${action}, ${file}`,
  cancel: 'Abbrechen',
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  goOn: 'Fortsetzen',
  discard: 'Verwerfen',
  chooseSameFile: 'Datei erneut wählen',
  chooseSameFileShort: 'Wählen',
  chooseAnother: 'Andere wählen',
  keepUnattached: 'Ohne Zuordnung behalten',
  keepUnattachedShort: 'Behalten',
  remove: 'Entfernen',
  dismiss: 'Ausblenden',
  tryAgain: 'Erneut versuchen',
  tryNow: 'Jetzt versuchen',
  checkAgain: 'Erneut prüfen',
  saveAgain: 'Erneut speichern',
  addAgain: 'Erneut hinzufügen',
  uploadAgain: 'Erneut hochladen',
  download: 'Herunterladen',
  archive: {
    download: 'Als ZIP herunterladen',
    packing: (done, total) => `${number(done)} von ${files(total)} gepackt`,
    done: 'Heruntergeladen',
    leftOut: (n, isTold) => `${files(n)} ausgelassen${isTold ? ', siehe _failed.txt' : ''}`,
  },
  pauseAll: 'Alle anhalten',
  resumeAll: 'Alle fortsetzen',
  cancelAll: 'Alle abbrechen',
  tryFailedAgain: (n) => `${number(n)} erneut versuchen`,

  selectFile: (file) => `${file} auswählen`,
  selectAll: 'Alle auswählen',
  selected: (n) => `${number(n)} ausgewählt`,
  clearSelection: 'Auswahl aufheben',
  selectedRows: 'Ausgewählte Dateien',
  forFiles: (action, n) => `${action}, ${files(n)}`,

  find: 'Suchen',
  findIn: (n) => `In ${files(n)} suchen`,
  found: (n) => `${number(n)} gefunden`,
  filterAttention: (n) => `${number(n)} mit Problem`,
  filterWaiting: (n) => count(n, 'wartet', 'warten'),
  noFileCalled: (name) => `Keine Datei heißt „${name}“`,
  checkSpelling: (n) => `${count(n, 'Datei ist', 'Dateien sind')} hier. Stimmt die Schreibweise?`,
  noneNeedAttention: 'Keine Datei hat ein Problem',
  noneWaiting: 'Keine Datei wartet',
  showAll: 'Alle anzeigen',
  rangeOf: (from, to, total) => `${number(from)} bis ${number(to)} von ${number(total)}`,
  clearDone: (n) => `${number(n)} fertige entfernen`,

  uploadingFiles: (done, total) =>
    done === 0
      ? `${count(total, 'Datei wird', 'Dateien werden')} hochgeladen`
      : `${number(done)} von ${files(total)} hochgeladen`,
  pausedFiles: (n) => `${count(n, 'Upload', 'Uploads')} angehalten`,
  needAttention: (done, failed) => `${number(done)} hochgeladen, ${number(failed)} mit Problem`,
  filesUploaded: (n) => `${files(n)} hochgeladen`,

  notices: {
    'signed-out': {
      title: 'Ihre Sitzung ist abgelaufen',
      details: (n) => `${uploadsWait(n)}, nichts geht verloren`,
      said: (n) => `Abgemeldet. ${uploadsWait(n)}.`,
    },
    offline: {
      title: 'Sie sind offline',
      details: (n) => `${uploadsGo(n)} weiter, sobald das Netz wieder da ist`,
      said: (n) => `Sie sind offline. ${uploadsWait(n)}.`,
    },
    busy: {
      title: 'epilot ist ausgelastet',
      details: (n, time) => `${uploadsGo(n)} um ${time} weiter`,
      said: (n, time) => `epilot ist ausgelastet. ${uploadsGo(n)} um ${time} weiter.`,
    },
    'back-online': {
      title: 'Wieder online',
      details: (n) => `${uploadsGo(n)} weiter`,
      said: (n) => `Wieder online. ${uploadsGo(n)} weiter.`,
    },
    'other-owner': {
      title: 'Sie sind als jemand anderes angemeldet',
      details: (n) => `${uploads(n)} des anderen Kontos hier angehalten`,
      said: (n) => `Sie sind als jemand anderes angemeldet. ${uploads(n)} des anderen Kontos angehalten.`,
    },
    'no-room': {
      title: 'Der Speicher dieses Browsers ist voll',
      details: () => 'Uploads laufen weiter, überstehen aber kein Neuladen',
      said: () =>
        'Der Speicher dieses Browsers ist voll. Uploads laufen weiter, überstehen aber kein Neuladen.',
    },
    'not-kept': {
      title: 'Dieser Browser bewahrt hier nichts auf',
      details: () => 'Uploads laufen weiter, überstehen aber kein Neuladen',
      said: () =>
        'Dieser Browser bewahrt hier nichts auf. Uploads laufen weiter, überstehen aber kein Neuladen.',
    },
  },
  signInAgain: 'Erneut anmelden',
  discardThem: 'Verwerfen',

  field: {
    required: '(Pflichtfeld)',
    optional: '(freiwillig)',
    missing: 'Bitte fügen Sie hier eine Datei hinzu',
    problems: {
      failed: (n) =>
        `${count(n, 'Datei wurde', 'Dateien wurden')} nicht übertragen. Versuchen Sie es erneut oder entfernen Sie sie`,
      expired: (n) =>
        `Wählen Sie ${n === 1 ? 'die Datei' : `die ${files(n)}`} noch einmal oder entfernen Sie sie. Ihre übrigen Angaben sind noch da`,
      'needs-file': (n) =>
        `${count(n, 'Upload wurde', 'Uploads wurden')} unterbrochen. Wählen Sie die ${n === 1 ? 'Datei' : 'Dateien'} noch einmal oder entfernen Sie sie`,
      interrupted: (n) =>
        `${count(n, 'Upload wurde', 'Uploads wurden')} unterbrochen. Setzen Sie ${n === 1 ? 'ihn' : 'sie'} fort oder entfernen Sie ${n === 1 ? 'ihn' : 'sie'}`,
      uploading: (n) =>
        n === 1
          ? 'Die Datei wird noch hochgeladen. Sobald sie da ist, geht es weiter'
          : `${files(n)} werden noch hochgeladen. Sobald sie da sind, geht es weiter`,
    },
    expired: 'Nach einem Tag abgelaufen',
    anotherPhoto: 'Weiteres Foto',
    filesOf: (n, max) => `${number(n)} von ${files(max)}`,
  },
  submit: {
    next: 'Weiter',
    nextAfterUpload: 'Weiter nach dem Hochladen',
    submitting: 'Wird gesendet …',
    progress: 'Hochladen',
    filesLeft: (n, time) => `Noch ${files(n)}${time ? `, etwa ${time}` : ''}`,
  },

  restored: {
    label: (n) => (n === 1 ? 'Unterbrochener Upload' : 'Unterbrochene Uploads'),
    title: (n) => `${uploads(n)} ${n === 1 ? 'wurde' : 'wurden'} unterbrochen`,
    when: (day, time) => `${capital(day)}, ${time}`,
    interrupted: (day, time) => `${capital(day)} um ${time} unterbrochen`,
    goOn: goByThemselves,
    continueAll: 'Alle fortsetzen',
    discardAll: 'Alle verwerfen',
    kept: 'Auf diesem Gerät',
    needsFile: 'Dieselbe Datei wird noch einmal gebraucht',
    saving: 'Wird gespeichert, nichts wird erneut gesendet',
    keptUntil: (day) => `Auf diesem Gerät bis ${day}`,
    chooseFiles: (n) => (n === 2 ? 'Beide Dateien wählen' : `Alle ${files(n)} wählen`),
    notNeeded: (n) =>
      `${count(n, 'gewählte Datei gehört', 'gewählte Dateien gehören')} zu keinem dieser Uploads`,
    others: 'Weitere Uploads',
    discarded: (n) => `${count(n, 'unterbrochener Upload', 'unterbrochene Uploads')} verworfen`,
    said: (n, goingOn) =>
      `${uploads(n)} ${n === 1 ? 'wurde' : 'wurden'} unterbrochen.${goingOn > 0 ? ` ${goByThemselves(goingOn)}.` : ''}`,
    saidDiscarded: (n) =>
      `${count(n, 'unterbrochener Upload', 'unterbrochene Uploads')} verworfen. Das lässt sich rückgängig machen.`,
  },
  undo: 'Rückgängig',

  collection: {
    addFiles: 'Hinzufügen',
    view: 'Ansicht',
    list: 'Liste',
    grid: 'Kacheln',
    sort: 'Sortieren',
    sortBy: 'Sortieren nach',
    order: 'Reihenfolge',
    sortFields: { added: 'Hinzugefügt', name: 'Name', size: 'Größe', type: 'Typ' },
    orders: {
      added: { asc: 'Älteste zuerst', desc: 'Neueste zuerst' },
      name: { asc: 'A bis Z', desc: 'Z bis A' },
      size: { asc: 'Kleinste zuerst', desc: 'Größte zuerst' },
      type: { asc: 'A bis Z', desc: 'Z bis A' },
    },
    filter: 'Filtern',
    filtersActive: (n) => `Filtern ${number(n)} aktiv`,
    type: 'Typ',
    tag: 'Schlagwort',
    labelOrTag: 'Label oder Schlagwort',
    kinds: {
      pdf: 'PDF',
      sheet: 'Tabellen',
      image: 'Bilder',
      video: 'Videos',
      archive: 'Archive',
      cad: 'Pläne (CAD)',
      mail: 'E-Mails',
      link: 'Links',
      file: 'Andere Dateien',
    },
    anyTime: 'Jederzeit',
    lastDaysShort: '7 Tage',
    lastDays: 'Letzte 7 Tage',
    since: (date) => `Seit ${date}`,
    clear: 'Zurücksetzen',
    showFiles: (n) => `${files(n)} zeigen`,
    shownOf: (shown, total) => `${number(shown)} von ${number(total)}`,
    removeFilter: (filter) => `Filter ${filter} entfernen`,
    clearFilters: 'Filter zurücksetzen',
    noneMatch: 'Keine Datei passt zu den Filtern',
    filesHere: (n) => `${count(n, 'Datei ist', 'Dateien sind')} hier.`,
    asOf: (time) => `Stand ${time}. Erneutes Laden ist fehlgeschlagen`,
    moreActions: 'Weitere Aktionen',
    detach: 'Von hier entfernen',
    deleteFile: 'Datei löschen',
    delete: 'Löschen',
    deleteTitle: (n, name) => `${name ?? files(n)} löschen?`,
    deleteDetails: (n) =>
      `${n === 1 ? 'Sie wird' : 'Sie werden'} überall in epilot gelöscht, mit allen Versionen. Das lässt sich nicht rückgängig machen.`,
    labels: 'Labels',
    editLabels: 'Labels bearbeiten',
    rename: 'Umbenennen',
    nameProblems: {
      empty: 'Geben Sie einen Namen ein.',
      separator: 'Ein Name darf / und \\ nicht enthalten.',
      control: 'Ein Name darf keine unsichtbaren Zeichen enthalten.',
      'too-long': 'Der Name ist zu lang. Verwenden Sie einen kürzeren.',
    },
    labelsIn: (entity, n) =>
      n === 1 ? `Labels in ${capital(entity)}` : `Labels von ${files(n)} in ${capital(entity)}`,
    addLabel: 'Label hinzufügen',
    createLabel: (label) => `„${label}“ anlegen`,
    removeLabel: (label) => `Label ${label} entfernen`,
    labelToAll: (label, n, total) => `${label} ${number(n)} von ${number(total)}, allen Dateien geben`,
    labelAdded: (label) => `Label ${label} hinzugefügt`,
    labelRemoved: (label) => `Label ${label} entfernt`,
    waitingFiles: 'Dateien, die auf Freigabe warten',
    leaving: 'Entfernen wartet auf Freigabe',
    detached: (n, name) => `${name ?? files(n)} entfernt`,
    attached: (n, name) => `${name ?? files(n)} hinzugefügt`,
    attachedOf: (n, total) => `${number(n)} von ${files(total)} hinzugefügt`,
    deleted: (n, name) => `${name ?? files(n)} gelöscht`,
    relabeled: (n, name) => `Labels von ${name ?? files(n)} geändert`,
    renamed: (name) => `Umbenannt in ${name}`,
    detachWaits: (n) => `Das Entfernen von ${files(n)} wartet auf Freigabe`,
    attachWaits: (n) => `Das Hinzufügen von ${files(n)} wartet auf Freigabe`,
    relabelWaits: (n) => `Die Änderung der Labels von ${files(n)} wartet auf Freigabe`,
    undoAvailable: 'Das lässt sich rückgängig machen.',
    notAttached: 'Nicht hinzugefügt',
    attachExisting: 'Vorhandene Dateien hinzufügen',
    existing: 'Vorhandene',
    close: 'Schließen',
    searchAll: 'Alle Dateien durchsuchen',
    searchInAll: 'In allen Dateien suchen',
    foundFiles: 'Gefundene Dateien',
    noTagsFound: 'Keine der gefundenen Dateien hat ein Schlagwort',
    notAttachedYet: 'Noch nirgends hinzugefügt',
    andMore: (name, n) => `${name} und ${number(n)} weitere`,
    schemas: {
      order: 'Auftrag',
      contract: 'Vertrag',
      meter: 'Zähler',
      product: 'Produkt',
      submission: 'Einreichung',
    },
    alreadyHere: 'Schon hier',
    notAllowed: 'Dieser Typ ist hier nicht erlaubt',
    noFilesYet: 'In epilot gibt es noch keine Dateien',
    foundAndChosen: (shown, total, chosen) =>
      `${number(shown)} von ${number(total)} gefunden${chosen > 0 ? ` · ${number(chosen)} gewählt` : ''}`,
    attachFiles: (n) => (n === 0 ? 'Hinzufügen' : `${files(n)} hinzufügen`),
    roomFor: (n) => `Es ist Platz für ${files(n)}`,
  },
  adding: {
    attachExisting: 'Vorhandene hinzufügen',
    addLink: 'Link hinzufügen',
    link: 'Link',
    filesToAttach: 'Dateien zum Hinzufügen',
    linkTitle: 'Externe Datei hinzufügen',
    address: 'Adresse',
    name: 'Name',
    linkDetails: 'Die Datei bleibt, wo sie ist. epilot behält den Link, keine Kopie.',
    saveLink: 'Link hinzufügen',
    savingLink: 'Wird hinzugefügt …',
    linkReplaces: (n, name) => `Ersetzt ${name ?? files(n)}; in allen Dateien bleibt das Ersetzte erhalten.`,
    addressProblems: {
      missing: 'Geben Sie die Adresse der Datei ein.',
      invalid: 'Das ist keine Web-Adresse. Kopieren Sie sie aus dem Browser; sie beginnt mit https://.',
      scheme: (scheme) => `Die Adresse beginnt mit ${scheme}. Verwenden Sie eine, die mit https beginnt.`,
      credentials:
        'In der Adresse steht ein Benutzername oder Passwort. Alle könnten es lesen: Lassen Sie es weg.',
      'too-long': (max) => `Die Adresse hat mehr als ${number(max)} Zeichen. Verwenden Sie eine kürzere.`,
    },
    nameMissing: 'Geben Sie einen Namen für die Datei ein.',
    openInTab: 'In neuem Tab öffnen',
    replaceTitle: (n, name) => `${name ?? files(n)} ersetzen?`,
    readyToReplace: 'Bereit zum Ersetzen',
    staysInAllFiles: 'Bleibt in allen Dateien',
    keepOld: 'Alte behalten',
    replace: 'Ersetzen',
    replaceFile: 'Datei ersetzen',
    replaced: (name, n, old) => `${name} ersetzt ${old ?? files(n)}`,
    notTakenOff: (name, n, old) => `${name} hinzugefügt, aber ${old ?? files(n)} ließ sich nicht entfernen`,
    tagsForNew: 'Schlagwörter für neue Dateien',
    newTag: 'Neues Schlagwort',
    tagsOf: (name) => `Schlagwörter von ${name}`,
    editTags: 'Schlagwörter bearbeiten',
    tooLateForTags: 'Die Datei ist gespeichert. Ihre Schlagwörter bleiben, wie sie sind.',
    done: 'Fertig',
  },

  share: {
    title: 'Link teilen',
    unknown: 'epilot kann noch nicht sagen, ob es einen öffentlichen Link gibt.',
    create: 'Link erstellen',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    copyRefused: 'Der Browser erlaubt das Kopieren nicht. Der Link ist markiert.',
    details: 'Wer diesen Link hat, kann die Datei ohne Anmeldung herunterladen.',
    stop: 'Nicht mehr teilen',
    stopped: 'Der Link funktioniert nicht mehr.',
    notOffered: 'epilot kann das noch nicht.',
  },
  versions: {
    upload: 'Neue Version hochladen',
    isNew: 'Neue Version',
    of: (name) => `Neue Version von ${name}`,
    drop: (version) => `Als Version ${number(version)} ablegen`,
    onlyType: (type, version) => `Nur ${type} kann Version ${number(version)} werden`,
    onlyOne: (version) => `Nur eine einzelne Datei kann Version ${number(version)} werden`,
    tooLate: 'Zu spät zum Abbrechen: Die neue Version war schon gespeichert',
    tooLateShort: 'Schon gespeichert',
    added: (version, name) => `Version ${number(version)} von ${name} wurde hinzugefügt.`,
  },

  saidAdded: (n) => `${files(n)} hinzugefügt.`,
  saidPercent: (percent, left) => `${percent} Prozent${left ? `, ${left}` : ''}.`,
  saidResult: (done, total, failed) =>
    failed === 0
      ? `${number(done)} von ${number(total)} hochgeladen.`
      : `${number(done)} von ${number(total)} hochgeladen, ${number(failed)} mit Problem.`,
  saidFailed: (n) => `${count(n, 'Datei hat', 'Dateien haben')} ein Problem.`,

  // what may come in, and what did not
  typeWords: {
    image: 'Bilder',
    video: 'Videos',
    audio: 'Audiodateien',
    text: 'Textdateien',
    font: 'Schriften',
  },
  oneOf: (words) => new Intl.ListFormat('de', { type: 'disjunction' }).format(words),
  upToEach: (size) => `je bis ${size}`,
  upTo: (size) => `bis ${size}`,
  atLeastEach: (size) => `je mindestens ${size}`,
  upToFiles: (n) => (n === 1 ? 'eine Datei' : `bis zu ${files(n)}`),
  upToTotal: (size) => `zusammen bis ${size}`,
  intakeReport: 'Ergebnis des Hinzufügens',
  addedAndRefused: (added, refused) =>
    added === 0
      ? `${count(refused, 'Datei wurde', 'Dateien wurden')} nicht hinzugefügt`
      : `${number(added)} hinzugefügt, ${number(refused)} mit Problem`,
  refused: {
    type: ({ count: n, name, limit }) =>
      `${name ? `${name} hat` : `${files(n)} haben`} einen anderen Typ. Möglich sind hier nur ${limit}`,
    empty: ({ count: n, name }) => (name ? `${name} ist leer` : `${files(n)} sind leer`),
    'too-small': ({ count: n, name, size, limit }) =>
      name && size
        ? `${name} hat ${size}. Nötig sind mindestens ${limit}`
        : `${name ? `${name} ist` : `${files(n)} sind`} kleiner als ${limit}`,
    'too-large': ({ count: n, name, size, limit }) =>
      name && size
        ? `${name} hat ${size}. Erlaubt sind ${limit}`
        : `${name ? `${name} ist` : `${files(n)} sind`} größer als ${limit}`,
    'too-many': ({ count: n, maxCount }) =>
      `Hier ${maxCount === 1 ? 'ist' : 'sind'} nur ${files(maxCount)} möglich. ${count(n, 'ist', 'sind')} zu viel`,
    'total-too-large': ({ count: n, name, limit }) =>
      `${name ? `${name} passt` : `${files(n)} passen`} nicht mehr. Alle zusammen dürfen ${limit} haben`,
    duplicate: ({ count: n }) => `${count(n, 'Datei ist', 'Dateien sind')} schon hier`,
    content: ({ count: n, name, claimed, found, isProgram }) =>
      name
        ? `${name} ist ${isProgram ? `ein Programm (${found})` : found}, nicht ${claimed}`
        : `${files(n)} sind nicht, was ihr Name sagt`,
    unreadable: ({ count: n, name }) =>
      name
        ? `${name} ist nicht lesbar. Wählen Sie die Datei erneut`
        : `${files(n)} sind nicht lesbar. Wählen Sie sie erneut`,
    invalid: ({ count: n, name, message }) =>
      message
        ? `${name ?? files(n)}: ${message}`
        : `${name ?? files(n)} ließ${name || n === 1 ? '' : 'en'} sich nicht prüfen. Versuchen Sie es erneut`,
  },
  andMore: (n) => `und ${number(n)} weitere`,
  checkingFiles: 'Dateien werden geprüft …',
  chooseOthers: 'Andere wählen',
  chooseAgain: 'Erneut wählen',
  addAnyway: 'Trotzdem hinzufügen',
  saidRefused: (n) => `${count(n, 'Datei wurde', 'Dateien wurden')} nicht hinzugefügt.`,

  errors: {
    network: {
      what: 'Verbindung verloren. Prüfen Sie die Internetverbindung und versuchen Sie es erneut',
      short: 'Verbindung verloren',
    },
    timeout: {
      what: 'epilot hat nicht rechtzeitig geantwortet. Versuchen Sie es erneut',
      short: 'Keine Antwort',
    },
    stalled: {
      what: 'Die Übertragung steht still. Netz prüfen und erneut versuchen',
      short: 'Übertragung steht',
    },
    blocked: {
      what: 'Etwas zwischen hier und dem Speicher hält Uploads auf. Bitte die Administration fragen',
      short: 'Uploads werden blockiert',
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
      what: 'Vielleicht schon gespeichert. Prüfen Sie zuerst',
      short: 'Ungewiss',
    },
    'file-unreadable': { what: 'Die Datei wurde geändert. Wählen Sie sie erneut', short: 'Datei geändert' },
    'prepare-failed': {
      what: 'Die Datei ließ sich nicht vorbereiten. Versuchen Sie es erneut oder wählen Sie eine andere',
      short: 'Nicht vorbereitet',
    },
    expired: { what: 'Nach 7 Tagen abgelaufen. Sie wurde nie gespeichert', short: 'Nach 7 Tagen abgelaufen' },
    'untrusted-host': {
      what: 'Sie liegt bei einem Dienst, der hier nicht eingerichtet ist. Melden Sie sich bei uns',
      short: 'Hier nicht eingerichtet',
    },
    'not-a-download': {
      what: 'Die Datei konnte nicht heruntergeladen werden. Vielleicht wurde sie gelöscht',
      short: 'Nicht heruntergeladen',
    },
    'address-refused': {
      what: 'Diese Adresse ist nicht möglich. Verwenden Sie eine, die mit https beginnt',
      short: 'Adresse nicht möglich',
    },
    'tab-blocked': {
      what: 'Der Browser hat keinen neuen Tab geöffnet. Erlauben Sie dieser Seite Pop-ups und versuchen Sie es erneut',
      short: 'Tab blockiert',
    },
    'needs-token': {
      what: 'Diese externe Datei lässt sich hier noch nicht öffnen. Öffnen Sie sie dort, wo sie liegt',
      short: 'Hier nicht zu öffnen',
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
    submit: {
      happened: 'Nicht gesendet',
      what: 'Nicht gesendet, aber alles ist noch da. Prüfen Sie die Internetverbindung und versuchen Sie es erneut',
      short: 'Nicht gesendet',
    },
    download: {
      happened: 'Nicht heruntergeladen',
      what: 'Nicht heruntergeladen. Prüfen Sie die Internetverbindung und versuchen Sie es erneut',
      short: 'Nicht heruntergeladen',
    },
    preview: {
      happened: 'Nicht angezeigt',
      what: 'Nicht angezeigt. Prüfen Sie die Internetverbindung und versuchen Sie es erneut',
      short: 'Nicht angezeigt',
    },
    detach: {
      happened: 'Nicht entfernt',
      what: 'Nicht entfernt. Prüfen Sie die Internetverbindung und versuchen Sie es erneut',
      short: 'Nicht entfernt',
    },
    delete: {
      happened: 'Nicht gelöscht',
      what: 'Nicht gelöscht. Prüfen Sie die Internetverbindung und versuchen Sie es erneut',
      short: 'Nicht gelöscht',
    },
    update: {
      happened: 'Nicht geändert',
      what: 'Nicht geändert. Prüfen Sie die Internetverbindung und versuchen Sie es erneut',
      short: 'Nicht geändert',
    },
  },
  tooLargeToShow: {
    what: 'Die Datei ist zu groß, um sie hier anzuzeigen. Laden Sie sie stattdessen herunter',
    short: 'Zu groß',
  },
  tooLargeToDownload: {
    what: 'Die Datei ist zu groß, um sie hier herunterzuladen. Melden Sie sich bei uns',
    short: 'Zu groß',
  },
  customerErrors: {
    timeout: {
      what: 'Keine Antwort in der erwarteten Zeit. Versuchen Sie es erneut',
      short: 'Keine Antwort',
    },
    blocked: {
      what: 'Ihr Netzwerk verhindert das Hochladen. Versuchen Sie es in einem anderen, oder melden Sie sich bei uns',
      short: 'Hochladen wird verhindert',
    },
    server: {
      what: 'Hier funktioniert gerade etwas nicht. Versuchen Sie es in einigen Minuten erneut',
      short: 'Gerade gestört',
    },
    'rate-limited': {
      what: 'Hier ist gerade viel los. Versuchen Sie es in einigen Minuten erneut',
      short: 'Gerade ausgelastet',
    },
    forbidden: {
      what: 'Das ist hier nicht möglich. Melden Sie sich bei uns, wenn Sie es brauchen',
      short: 'Nicht möglich',
    },
    'not-found': { what: 'Nicht mehr vorhanden. Laden Sie die Seite neu', short: 'Nicht mehr vorhanden' },
    'bad-request': {
      what: 'Nicht angenommen. Versuchen Sie es später erneut, oder melden Sie sich bei uns',
      short: 'Nicht angenommen',
    },
    'link-rejected': {
      what: 'Die Datei ließ sich nicht ablegen. Versuchen Sie es später erneut, oder melden Sie sich bei uns',
      short: 'Nicht abgelegt',
    },
    'bad-answer': {
      what: 'Die Antwort war unverständlich. Versuchen Sie es erneut',
      short: 'Unklare Antwort',
    },
  },
  reasons: {
    PORTAL_USER_PENDING_ACTIVATION: {
      what: 'Ihr Konto ist noch nicht freigeschaltet. Versuchen Sie es danach erneut',
      short: 'Konto noch nicht freigeschaltet',
    },
  },
  attachRefused: {
    what: 'Gespeichert. Hinzufügen nicht erlaubt',
    short: 'Nicht hinzugefügt',
  },
  submitRefused: {
    what: 'Nicht gesendet: Das Formular wurde nicht angenommen. Alles ist noch da. Versuchen Sie es später erneut oder melden Sie sich bei uns',
    short: 'Nicht angenommen',
  },
  submitUnknown: {
    what: 'Die Verbindung ist abgebrochen. Vielleicht ist es schon gesendet. Nochmals senden könnte es doppelt senden',
    short: 'Ungewiss',
  },
  canceledUnknown: {
    what: 'Abgebrochen, aber vielleicht schon gespeichert. Prüfen Sie erneut, dann wird die Datei gelöscht',
    short: 'Ungewiss',
  },
  attachUnknown: {
    what: 'Gespeichert. Vielleicht schon hinzugefügt, prüfen Sie zuerst die Liste',
    short: 'Ungewiss',
  },
}
