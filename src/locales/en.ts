import type { Messages } from './messages.js'

const plurals = new Intl.PluralRules('en')
const numbers = new Intl.NumberFormat('en')
const number = (n: number) => numbers.format(n)
const count = (n: number, one: string, other: string) =>
  `${number(n)} ${plurals.select(n) === 'one' ? one : other}`
const files = (n: number) => count(n, 'file', 'files')

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
  waitingForLeader: 'Uploading in another tab',
  waitingForFile: 'Interrupted. Needs the same file again',
  goesOnByItself: 'goes on by itself',
  tryingAgain: (reason, seconds) => `${reason}. Trying again in ${seconds}\u00a0s`,
  againIn: (seconds) => `Trying again in ${seconds}\u00a0s`,
  attempt: (attempt) => `attempt ${attempt}`,
  saving: 'Uploaded. Saving…',
  checkingSaved: 'Uploaded. Checking whether it was saved…',
  checkingAttached: 'Saved. Checking whether it was added…',
  checking: 'Checking…',
  attaching: 'Saved. Adding…',
  done: 'Uploaded',
  canceling: 'Canceling…',
  canceled: 'Canceled',
  canceledAndDeleted: 'Canceled. It was already saved, so it was deleted again',
  notDeleted: 'Uploaded. It was saved before it could be canceled, and you may not delete it',

  forFile: (action, file) => `${action}, ${file}`,
  cancel: 'Cancel',
  pause: 'Pause',
  resume: 'Resume',
  remove: 'Remove',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  tryNow: 'Try now',
  checkAgain: 'Check again',
  saveAgain: 'Save again',
  addAgain: 'Add again',
  uploadAgain: 'Upload again',
  download: 'Download',
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
    'not-a-download': {
      what: 'The file could not be downloaded. It may have been deleted',
      short: 'Not downloaded',
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
    download: {
      happened: 'Not downloaded',
      what: 'Not downloaded. Check the network and try again',
      short: 'Not downloaded',
    },
  },
  attachUnknown: { what: 'Saved. It may be added already, look at the list first', short: 'May be added' },
}
