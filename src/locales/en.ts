import type { Messages } from './messages.js'

const plurals = new Intl.PluralRules('en')
const numbers = new Intl.NumberFormat('en')
const number = (n: number) => numbers.format(n)
/** Its turn has come, and somebody else is before it. */
const again = (seconds: number) => (seconds > 0 ? `Trying again in ${seconds}\u00a0s` : 'Trying again…')
const count = (n: number, one: string, other: string) =>
  `${number(n)} ${plurals.select(n) === 'one' ? one : other}`
const files = (n: number) => count(n, 'file', 'files')
const uploads = (n: number) => count(n, 'upload', 'uploads')
const goOnByThemselves = (n: number) =>
  `${number(n)} ${n === 1 ? 'goes on by itself' : 'go on by themselves'}`
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
const uploadsGoOn = (n: number) => `${uploads(n)} ${n === 1 ? 'goes' : 'go'} on`
const uploadsWait = (n: number) => `${uploads(n)} ${n === 1 ? 'waits' : 'wait'}`

/**
 * English.
 *
 * @example
 * <FilesProvider client={client} messages={{ ...en, chooseFiles: 'Browse' }}>
 */
export const en: Messages = {
  locale: 'en',

  chooseFiles: 'Choose files',
  chooseFile: 'Choose a file',
  dropFiles: 'Drop files here',
  dropFile: 'Drop a file here',
  dropOrChoose: 'Drop files or choose them',
  dropToAdd: (n) => (n === 0 ? 'Drop to add files' : `Drop to add ${files(n)}`),
  dropToAttach: (n) => (n === 0 ? 'Drop to attach files' : `Drop to attach ${files(n)}`),
  onlyOneFile: 'Only one file can be added here',
  notReadable: 'These files can’t be read. Choose them with the button',
  cannotAdd: 'You can’t add files here',
  // drop zone: folders, photos, pastes
  chooseFolder: 'Choose a folder',
  takePhoto: 'Take photo',
  tapFiles: 'Tap to choose files',
  tapFile: 'Tap to choose a file',
  tapOrPhoto: 'Tap to choose or take a photo',
  pastedImage: 'Pasted image',
  photo: 'Photo',
  readingFiles: 'Reading the folder…',
  emptyFolder: 'The folder is empty',
  cannotBeAdded: (refused, n) => {
    if (refused < n) return `${refused} of these ${files(n)} can’t be added`
    return n === 1 ? 'This file can’t be added' : `These ${files(n)} can’t be added`
  },
  onlyTypes: (types) => `Only ${types} can be added here`,
  limitReached: (n, max) => `${n} of ${files(max)} added`,
  removeToAdd: 'Remove a file to add another one',
  toTarget: (target) => `to ${target}`,

  files: 'Files',
  uploads: 'Uploads',
  allUploads: 'All uploads',
  loading: 'Loading files',
  loadAgain: 'Try again',
  showMore: 'Show more',
  filesShown: (shown, total) => `${number(shown)} of ${files(total)}`,
  sizeUnknown: 'size unknown',
  version: (version) => `v${version}`,
  external: 'External',
  public: 'Public',
  sentOf: (sent, total) => `${sent} of ${total}`,
  percent: (percent) => `${percent}\u00a0%`,
  percentInWords: (percent) => `${percent} percent`,

  perSecond: (size) => `${size}/s`,
  timeLeft: (time) => `${time} left`,
  fewSecondsLeft: 'a few seconds left',

  queued: 'Waiting',
  preparing: 'Preparing…',
  uploading: 'Uploading…',
  paused: 'Paused',
  waitingForNetwork: 'Waiting for the network',
  waitingForSignIn: 'Waiting until you sign in',
  waitingForSignInShort: 'Waiting for sign-in',
  waitingForLeader: 'Uploading in another tab',
  waitingForLeaderShort: 'In another tab',
  waitingForFile: 'Interrupted. Needs the same file again',
  waitingForFileShort: 'Needs the file again',
  otherFile: (sizes) => `That is another file${sizes ? `: ${sizes.chosen} instead of ${sizes.needed}` : ''}`,
  otherFileShort: 'Another file',
  goesOnByItself: 'goes on by itself',
  goesOnByItselfThen: 'goes on by itself then',
  goesOnHere: 'goes on here if you close it',
  busyUntil: (reason, time) => `${reason}. Goes on at ${time}`,
  goesOnAt: (time) => `Goes on at ${time}`,
  tryingAgain: (reason, seconds) => `${reason}. ${again(seconds)}`,
  againIn: again,
  attempt: (attempt) => `attempt ${attempt}`,
  saving: 'Uploaded. Saving…',
  savingShort: 'Saving…',
  checkingSaved: 'Uploaded. Checking whether it was saved…',
  checkingAttached: 'Saved. Checking whether it was added…',
  checking: 'Checking…',
  interrupted: 'Interrupted',
  keptOnDevice: 'kept on this device',
  interruptedSaving: 'Interrupted. Saving now, nothing is sent again',
  interruptedSavingShort: 'Interrupted. Saving…',
  attaching: 'Saved. Adding…',
  attachingShort: 'Adding…',
  done: 'Uploaded',
  waitingForApproval: 'Saved. Waiting for approval',
  waitingForApprovalShort: 'Waiting for approval',
  canceling: 'Canceling, as soon as epilot has answered…',
  cancelingShort: 'Canceling…',
  canceled: 'Canceled',
  canceledAndDeleted: 'Canceled. It was already saved, so it was deleted again',
  canceledAndDeletedShort: 'Canceled, deleted again',
  alreadySaved: 'It was already saved',
  mayNotDelete: 'you are not allowed to delete it',
  couldNotDelete: 'it could not be deleted',

  forFile: (action, file) => `${action}, ${file}`,
  cancel: 'Cancel',
  pause: 'Pause',
  resume: 'Resume',
  goOn: 'Continue',
  discard: 'Discard',
  chooseSameFile: 'Choose the file again',
  chooseSameFileShort: 'Choose',
  chooseAnother: 'Choose another',
  keepUnattached: 'Keep unattached',
  keepUnattachedShort: 'Keep',
  remove: 'Remove',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  tryNow: 'Try now',
  checkAgain: 'Check again',
  saveAgain: 'Save again',
  addAgain: 'Add again',
  uploadAgain: 'Upload again',
  download: 'Download',
  archive: {
    download: 'Download as zip',
    packing: (done, total) => `${number(done)} of ${files(total)} packed`,
    done: 'Downloaded',
    leftOut: (n, isTold) => `${files(n)} left out${isTold ? ', see _failed.txt' : ''}`,
  },
  pauseAll: 'Pause all',
  resumeAll: 'Resume all',
  cancelAll: 'Cancel all',
  tryFailedAgain: (n) => `Try ${number(n)} again`,

  selectFile: (file) => `Select ${file}`,
  selectAll: 'Select all',
  selected: (n) => `${number(n)} selected`,
  clearSelection: 'Clear selection',
  selectedRows: 'Selected files',
  forFiles: (action, n) => `${action}, ${files(n)}`,

  find: 'Find',
  findIn: (n) => `Find in ${files(n)}`,
  found: (n) => `${number(n)} found`,
  filterAttention: (n) => `${count(n, 'needs', 'need')} attention`,
  filterWaiting: (n) => `${number(n)} waiting`,
  noFileCalled: (name) => `No file called “${name}”`,
  checkSpelling: (n) => `${count(n, 'file is', 'files are')} here. Check the spelling.`,
  noneNeedAttention: 'No file needs attention',
  noneWaiting: 'No file is waiting',
  showAll: 'Show all',
  rangeOf: (from, to, total) => `${number(from)} to ${number(to)} of ${number(total)}`,
  clearDone: (n) => `Clear ${number(n)} done`,

  uploadingFiles: (done, total) =>
    done === 0 ? `Uploading ${files(total)}` : `Uploading ${number(done)} of ${files(total)}`,
  pausedFiles: (n) => `${count(n, 'upload', 'uploads')} paused`,
  needAttention: (done, failed) => `${number(done)} uploaded, ${count(failed, 'needs', 'need')} attention`,
  filesUploaded: (n) => `${files(n)} uploaded`,

  notices: {
    'signed-out': {
      title: 'Your session has ended',
      details: (n) => `${uploadsWait(n)}, nothing is lost`,
      said: (n) => `Signed out. ${uploadsWait(n)}.`,
    },
    offline: {
      title: 'You are offline',
      details: (n) => `${uploadsGoOn(n)} when the network is back`,
      said: (n) => `You are offline. ${uploadsWait(n)}.`,
    },
    busy: {
      title: 'epilot is busy',
      details: (n, time) => `${uploadsGoOn(n)} at ${time}`,
      said: (n, time) => `epilot is busy. ${uploadsGoOn(n)} at ${time}.`,
    },
    'back-online': {
      title: 'Back online',
      details: (n) => uploadsGoOn(n),
      said: (n) => `Back online. ${uploadsGoOn(n)}.`,
    },
    'other-owner': {
      title: 'You are signed in as someone else',
      details: (n) => `${uploads(n)} of the other account stopped here`,
      said: (n) => `You are signed in as someone else. ${uploads(n)} of the other account stopped.`,
    },
    'no-room': {
      title: 'This browser has no room left',
      details: () => 'Uploads go on, but will not survive a reload',
      said: () => 'This browser has no room left. Uploads go on, but will not survive a reload.',
    },
    'not-kept': {
      title: 'This browser keeps nothing here',
      details: () => 'Uploads go on, but will not survive a reload',
      said: () => 'This browser keeps nothing here. Uploads go on, but will not survive a reload.',
    },
  },
  signInAgain: 'Sign in again',
  discardThem: 'Discard them',

  field: {
    required: '(required)',
    optional: '(optional)',
    missing: 'Add a file here to continue',
    problems: {
      failed: (n) =>
        `${count(n, 'file was', 'files were')} not uploaded. Try again or remove ${n === 1 ? 'it' : 'them'}`,
      expired: (n) =>
        `Choose ${n === 1 ? 'the file' : `the ${files(n)}`} again or remove ${n === 1 ? 'it' : 'them'}. Everything else is still here`,
      'needs-file': (n) =>
        `${count(n, 'upload was', 'uploads were')} interrupted. Choose ${n === 1 ? 'the file' : 'the files'} again or remove ${n === 1 ? 'it' : 'them'}`,
      interrupted: (n) =>
        `${count(n, 'upload was', 'uploads were')} interrupted. Continue or remove ${n === 1 ? 'it' : 'them'}`,
      uploading: (n) =>
        n === 1
          ? 'The file is still being uploaded. You can go on once it is there'
          : `${files(n)} are still being uploaded. You can go on once they are there`,
    },
    expired: 'Expired after a day',
    anotherPhoto: 'Another photo',
    filesOf: (n, max) => `${number(n)} of ${files(max)}`,
  },
  submit: {
    next: 'Continue',
    nextAfterUpload: 'Continue after the upload',
    submitting: 'Sending…',
    progress: 'Uploading',
    filesLeft: (n, time) => `${files(n)} left${time ? `, about ${time}` : ''}`,
  },

  restored: {
    label: (n) => (n === 1 ? 'Interrupted upload' : 'Interrupted uploads'),
    title: (n) => `${uploads(n)} ${n === 1 ? 'was' : 'were'} interrupted`,
    when: (day, time) => `${capital(day)}, ${time}`,
    interrupted: (day, time) => `Interrupted ${day}, ${time}`,
    goOn: goOnByThemselves,
    continueAll: 'Continue all',
    discardAll: 'Discard all',
    kept: 'Kept on this device',
    needsFile: 'Needs the same file again',
    saving: 'Saving, nothing is sent again',
    keptUntil: (day) => `Kept on this device until ${day}`,
    chooseFiles: (n) => (n === 2 ? 'Choose both files' : `Choose all ${files(n)}`),
    notNeeded: (n) => `${count(n, 'chosen file belongs', 'chosen files belong')} to none of these uploads`,
    others: 'Other uploads',
    discarded: (n) => `${count(n, 'interrupted upload', 'interrupted uploads')} discarded`,
    said: (n, goingOn) =>
      `${uploads(n)} ${n === 1 ? 'was' : 'were'} interrupted.${goingOn > 0 ? ` ${goOnByThemselves(goingOn)}.` : ''}`,
    saidDiscarded: (n) =>
      `${count(n, 'interrupted upload', 'interrupted uploads')} discarded. Undo is available.`,
  },
  undo: 'Undo',

  collection: {
    addFiles: 'Add files',
    view: 'View',
    list: 'List',
    grid: 'Grid',
    sort: 'Sort',
    sortBy: 'Sort by',
    order: 'Order',
    sortFields: { added: 'Added', name: 'Name', size: 'Size', type: 'Type' },
    orders: {
      added: { asc: 'Oldest first', desc: 'Newest first' },
      name: { asc: 'A to Z', desc: 'Z to A' },
      size: { asc: 'Smallest first', desc: 'Largest first' },
      type: { asc: 'A to Z', desc: 'Z to A' },
    },
    filter: 'Filter',
    filtersActive: (n) => `Filter ${number(n)} active`,
    type: 'Type',
    tag: 'Tag',
    labelOrTag: 'Label or tag',
    kinds: {
      pdf: 'PDF',
      sheet: 'Tables',
      image: 'Images',
      video: 'Videos',
      archive: 'Archives',
      cad: 'Plans (CAD)',
      mail: 'Emails',
      link: 'Links',
      file: 'Other files',
    },
    anyTime: 'Any',
    lastDaysShort: '7 days',
    lastDays: 'Last 7 days',
    since: (date) => `Since ${date}`,
    clear: 'Clear',
    showFiles: (n) => `Show ${files(n)}`,
    shownOf: (shown, total) => `${number(shown)} of ${number(total)}`,
    removeFilter: (filter) => `Remove filter ${filter}`,
    clearFilters: 'Clear filters',
    noneMatch: 'No file matches the filters',
    filesHere: (n) => `${count(n, 'file is', 'files are')} here.`,
    asOf: (time) => `As of ${time}. Loading again failed`,
    moreActions: 'More actions',
    detach: 'Remove from here',
    deleteFile: 'Delete file',
    delete: 'Delete',
    deleteTitle: (n, name) => `Delete ${name ?? files(n)}?`,
    deleteDetails: (n) =>
      `${n === 1 ? 'It is' : 'They are'} deleted everywhere in epilot, with all versions. This can’t be undone.`,
    labels: 'Labels',
    editLabels: 'Edit labels',
    rename: 'Rename',
    nameProblems: {
      empty: 'Enter a name.',
      separator: 'A name can’t contain / or \\.',
      control: 'A name can’t contain invisible characters.',
      'too-long': 'The name is too long. Use a shorter one.',
    },
    labelsIn: (entity, n) =>
      n === 1 ? `Labels in this ${entity}` : `Labels of ${files(n)} in this ${entity}`,
    addLabel: 'Add a label',
    createLabel: (label) => `Create “${label}”`,
    removeLabel: (label) => `Remove label ${label}`,
    labelToAll: (label, n, total) => `${label} ${number(n)} of ${number(total)}, add to all files`,
    labelAdded: (label) => `Label ${label} added`,
    labelRemoved: (label) => `Label ${label} removed`,
    waitingFiles: 'Files waiting for approval',
    leaving: 'Removal waits for approval',
    detached: (n, name) => `${name ?? files(n)} removed`,
    attached: (n, name) => `${name ?? files(n)} added`,
    attachedOf: (n, total) => `${number(n)} of ${files(total)} added`,
    deleted: (n, name) => `${name ?? files(n)} deleted`,
    relabeled: (n, name) => `Labels of ${name ?? files(n)} changed`,
    renamed: (name) => `Renamed to ${name}`,
    detachWaits: (n) => `Removing ${files(n)} waits for approval`,
    attachWaits: (n) => `Adding ${files(n)} waits for approval`,
    relabelWaits: (n) => `Changing the labels of ${files(n)} waits for approval`,
    undoAvailable: 'Undo is available.',
    notAttached: 'Not added',
    attachExisting: 'Attach existing files',
    existing: 'Existing',
    close: 'Close',
    searchAll: 'Search all files',
    searchInAll: 'Search in all files',
    foundFiles: 'Found files',
    noTagsFound: 'None of the files found has a tag',
    notAttachedYet: 'Not attached yet',
    andMore: (name, n) => `${name} and ${number(n)} more`,
    schemas: {},
    alreadyHere: 'Already here',
    notAllowed: 'Type not allowed here',
    noFilesYet: 'There are no files in epilot yet',
    foundAndChosen: (shown, total, chosen) =>
      `${number(shown)} of ${number(total)} found${chosen > 0 ? ` · ${number(chosen)} chosen` : ''}`,
    attachFiles: (n) => (n === 0 ? 'Attach' : `Attach ${files(n)}`),
    roomFor: (n) => `There is room for ${files(n)}`,
  },
  adding: {
    attachExisting: 'Attach existing',
    addLink: 'Add a link',
    link: 'Link',
    filesToAttach: 'Files to attach',
    linkTitle: 'Add an external file',
    address: 'Address',
    name: 'Name',
    linkDetails: 'The file stays where it is. epilot keeps the link, not a copy.',
    saveLink: 'Add link',
    savingLink: 'Adding…',
    linkReplaces: (n, name) => `Replaces ${name ?? files(n)}, which stays in all files.`,
    addressProblems: {
      missing: 'Enter the address of the file.',
      invalid: 'This is no web address. Copy it from the browser; it starts with https://.',
      scheme: (scheme) => `The address starts with ${scheme}. Use one that starts with https.`,
      credentials: 'There is a user name or a password in the address. Everyone could read it: leave it out.',
      'too-long': (max) => `The address is longer than ${number(max)} characters. Use a shorter one.`,
    },
    nameMissing: 'Enter a name for the file.',
    openInTab: 'Open in a new tab',
    replaceTitle: (n, name) => `Replace ${name ?? files(n)}?`,
    readyToReplace: 'Ready to replace',
    staysInAllFiles: 'Stays in all files',
    keepOld: 'Keep the old one',
    replace: 'Replace',
    replaceFile: 'Replace file',
    replaced: (name, n, old) => `${name} replaces ${old ?? files(n)}`,
    notTakenOff: (name, n, old) => `${name} added, but ${old ?? files(n)} could not be removed`,
    tagsForNew: 'Tags for new files',
    newTag: 'New tag',
    tagsOf: (name) => `Tags of ${name}`,
    editTags: 'Edit tags',
    tooLateForTags: 'The file is saved. Its tags stay as they are.',
    done: 'Done',
  },

  share: {
    title: 'Share a link',
    unknown: 'epilot can’t tell yet whether there is a public link.',
    create: 'Create a link',
    copy: 'Copy',
    copied: 'Copied.',
    copyRefused: 'The browser doesn’t allow copying. The link is selected.',
    details: 'Anyone with this link can download the file, without a login.',
    stop: 'Stop sharing',
    stopped: 'The link no longer works.',
    notOffered: 'epilot can’t do this yet.',
  },
  versions: {
    upload: 'Upload a new version',
    isNew: 'New version',
    of: (name) => `New version of ${name}`,
    drop: (version) => `Drop to add version ${number(version)}`,
    onlyType: (type, version) =>
      `Only ${/^[AEFHILMNORSX]/.test(type) ? 'an' : 'a'} ${type} can be version ${number(version)}`,
    onlyOne: (version) => `Only one file can be version ${number(version)}`,
    tooLate: 'Too late to cancel: the new version was saved already',
    tooLateShort: 'Saved already',
    added: (version, name) => `Version ${number(version)} of ${name} was added.`,
  },

  saidAdded: (n) => `${files(n)} added.`,
  saidPercent: (percent, left) => `${percent} percent${left ? `, ${left}` : ''}.`,
  saidResult: (done, total, failed) =>
    failed === 0
      ? `${number(done)} of ${number(total)} uploaded.`
      : `${number(done)} of ${number(total)} uploaded, ${count(failed, 'needs', 'need')} attention.`,
  saidFailed: (n) => `${count(n, 'file needs', 'files need')} attention.`,

  // what may come in, and what did not
  typeWords: { image: 'images', video: 'videos', audio: 'audio files', text: 'text files', font: 'fonts' },
  // British: no comma before "or".
  oneOf: (words) => new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words),
  upToEach: (size) => `up to ${size} each`,
  upTo: (size) => `up to ${size}`,
  atLeastEach: (size) => `at least ${size} each`,
  upToFiles: (n) => (n === 1 ? 'one file' : `up to ${files(n)}`),
  upToTotal: (size) => `up to ${size} in total`,
  intakeReport: 'Result of adding files',
  addedAndRefused: (added, refused) =>
    added === 0
      ? `${count(refused, 'file was', 'files were')} not added`
      : `${number(added)} added, ${count(refused, 'needs', 'need')} attention`,
  refused: {
    type: ({ count: n, name, limit }) =>
      `${name ? `${name} is` : `${files(n)} are`} of another type. Only ${limit} can be added here`,
    empty: ({ count: n, name }) => (name ? `${name} is empty` : `${files(n)} are empty`),
    'too-small': ({ count: n, name, size, limit }) =>
      name && size
        ? `${name} is ${size}. At least ${limit} are needed`
        : `${name ? `${name} is` : `${files(n)} are`} smaller than ${limit}`,
    'too-large': ({ count: n, name, size, limit }) =>
      name && size
        ? `${name} is ${size}. The limit is ${limit}`
        : `${name ? `${name} is` : `${files(n)} are`} larger than ${limit}`,
    'too-many': ({ count: n, maxCount }) =>
      `Only ${files(maxCount)} can be added here. ${count(n, 'is', 'are')} too many`,
    'total-too-large': ({ count: n, name, limit }) =>
      `${name ? `${name} does` : `${files(n)} do`} not fit. All files together may be up to ${limit}`,
    duplicate: ({ count: n }) => `${count(n, 'file is', 'files are')} already here`,
    content: ({ count: n, name, claimed, found, isProgram }) =>
      name
        ? `${name} is ${isProgram ? `a program (${found})` : found}, not ${claimed}`
        : `${files(n)} are not what their names say`,
    unreadable: ({ count: n, name }) =>
      name ? `${name} can’t be read. Choose it again` : `${files(n)} can’t be read. Choose them again`,
    invalid: ({ count: n, name, message }) =>
      message ? `${name ?? files(n)}: ${message}` : `${name ?? files(n)} could not be checked. Try again`,
  },
  andMore: (n) => `and ${number(n)} more`,
  checkingFiles: 'Checking files…',
  chooseOthers: 'Choose others',
  chooseAgain: 'Choose again',
  addAnyway: 'Add anyway',
  saidRefused: (n) => `${count(n, 'file was', 'files were')} not added.`,

  errors: {
    network: { what: 'Connection lost. Check the network and try again', short: 'Connection lost' },
    timeout: { what: 'epilot did not answer in time. Try again', short: 'No answer' },
    stalled: { what: 'The upload stands still. Check the network and try again', short: 'Standing still' },
    blocked: {
      what: 'Something between here and the storage stops uploads. Ask an administrator',
      short: 'Uploads are blocked',
    },
    server: { what: 'epilot has a problem. Try again in a few minutes', short: 'epilot has a problem' },
    'rate-limited': { what: 'epilot is busy. Try again in a few minutes', short: 'epilot is busy' },
    unauthorized: { what: 'Your session has ended. Sign in, then try again', short: 'Session ended' },
    'sign-in': { what: 'You could not be signed in. Sign in, then try again', short: 'Not signed in' },
    'owner-changed': {
      what: 'Someone else is signed in now. Sign in as before, then try again',
      short: 'Someone else is signed in',
    },
    forbidden: { what: 'You don’t have the right to do this. Ask an administrator', short: 'Not allowed' },
    'not-found': { what: 'It no longer exists in epilot. Reload the page', short: 'No longer there' },
    conflict: {
      what: 'It was changed by someone else meanwhile. Reload the page',
      short: 'Changed meanwhile',
    },
    'too-large': { what: 'The file is too large. Choose a smaller one', short: 'Too large' },
    'type-not-allowed': {
      what: 'This type of file is not allowed here. Choose another file',
      short: 'Type not allowed',
    },
    'bad-request': { what: 'epilot does not accept this file. Ask an administrator', short: 'Not accepted' },
    'link-expired': { what: 'The link has expired. Try again to get a new one', short: 'Link expired' },
    'link-rejected': {
      what: 'The storage refuses the file. Ask an administrator',
      short: 'Refused by the storage',
    },
    'bad-answer': { what: 'epilot gave an answer that makes no sense. Try again', short: 'Unclear answer' },
    'outcome-unknown': {
      what: 'It may be saved already. Saving again could double it',
      short: 'May be saved',
    },
    'file-unreadable': { what: 'The file changed on your device. Choose it again', short: 'File changed' },
    'prepare-failed': {
      what: 'The file could not be prepared. Try again or choose another one',
      short: 'Not prepared',
    },
    expired: { what: 'Expired after 7 days. It was never saved', short: 'Expired after 7 days' },
    'untrusted-host': {
      what: 'It lies with a service that is not set up for this page. Get in touch',
      short: 'Not set up here',
    },
    'not-a-download': {
      what: 'The file could not be downloaded. It may have been deleted',
      short: 'Not downloaded',
    },
    'address-refused': {
      what: 'The address can’t be used. Use one that starts with https',
      short: 'Address not allowed',
    },
    'tab-blocked': {
      what: 'The browser did not open a new tab. Allow pop-ups for this page, then try again',
      short: 'Tab blocked',
    },
    'needs-token': {
      what: 'This external file can’t be opened here yet. Open it where it is kept',
      short: 'Can’t be opened here',
    },
  },
  steps: {
    save: {
      happened: 'Uploaded, but not saved',
      what: 'Uploaded, but not saved. Nothing needs to be sent again',
      short: 'Not saved',
    },
    attach: {
      happened: 'Saved, but not added',
      what: 'Saved, but not added. Nothing needs to be sent again',
      short: 'Saved, not added',
    },
    list: {
      happened: 'The files could not be loaded',
      what: 'The files could not be loaded. Check the network and try again',
      short: 'Not loaded',
    },
    submit: {
      happened: 'Not sent',
      what: 'Not sent, but everything is still here. Check the network and try again',
      short: 'Not sent',
    },
    download: {
      happened: 'Not downloaded',
      what: 'Not downloaded. Check the network and try again',
      short: 'Not downloaded',
    },
    preview: {
      happened: 'Not shown',
      what: 'Not shown. Check the network and try again',
      short: 'Not shown',
    },
    detach: {
      happened: 'Not removed',
      what: 'Not removed. Check the network and try again',
      short: 'Not removed',
    },
    delete: {
      happened: 'Not deleted',
      what: 'Not deleted. Check the network and try again',
      short: 'Not deleted',
    },
    update: {
      happened: 'Not changed',
      what: 'Not changed. Check the network and try again',
      short: 'Not changed',
    },
  },
  tooLargeToShow: { what: 'The file is too large to be shown here. Download it instead', short: 'Too large' },
  tooLargeToDownload: {
    what: 'The file is too large to be downloaded here. Get in touch',
    short: 'Too large',
  },
  customerErrors: {
    timeout: { what: 'There was no answer in time. Try again', short: 'No answer' },
    blocked: {
      what: 'Something in your network stops uploads. Try another network, or get in touch',
      short: 'Uploads are blocked',
    },
    server: {
      what: 'Something is not working here. Try again in a few minutes',
      short: 'Not working right now',
    },
    'rate-limited': { what: 'A lot is going on here. Try again in a few minutes', short: 'Busy right now' },
    forbidden: { what: 'This is not possible here. Get in touch if you need it', short: 'Not possible' },
    'not-found': { what: 'It is no longer there. Reload the page', short: 'No longer there' },
    'bad-request': { what: 'It was not accepted. Try again later, or get in touch', short: 'Not accepted' },
    'link-rejected': {
      what: 'The file could not be stored. Try again later, or get in touch',
      short: 'Could not be stored',
    },
    'bad-answer': { what: 'The answer made no sense. Try again', short: 'Unclear answer' },
  },
  reasons: {
    PORTAL_USER_PENDING_ACTIVATION: {
      what: 'Your account is not active yet. Try again once it is',
      short: 'Account not active yet',
    },
  },
  submitRefused: {
    what: 'Not sent: the form was not accepted. Everything is still here. Try again later, or get in touch',
    short: 'Not accepted',
  },
  submitUnknown: {
    what: 'The connection was lost. It may have been sent already. Sending it again could send it twice',
    short: 'May be sent',
  },
  canceledUnknown: {
    what: 'Canceled, but it may be saved already. Check again to have it deleted',
    short: 'May be saved',
  },
  attachUnknown: { what: 'Saved. It may be added already, look at the list first', short: 'May be added' },
  attachRefused: {
    what: 'Saved, but you can’t add files here',
    short: 'Saved, not added',
  },
}
