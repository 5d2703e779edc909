import type { Messages } from './messages.js'

const plurals = new Intl.PluralRules('en')
const count = (n: number, one: string, other: string) => `${n} ${plurals.select(n) === 'one' ? one : other}`
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

  files: 'Files',
  uploads: 'Uploads',
  allUploads: 'All uploads',
  loading: 'Loading files',
  loadAgain: 'Try again',
  showMore: 'Show more',
  filesShown: (shown, total) => `${shown} of ${files(total)}`,
  sizeUnknown: 'size unknown',
  version: (version) => `v${version}`,
  external: 'External',
  public: 'Public',
  sentOf: (sent, total) => `${sent} of ${total}`,
  percent: (percent) => `${percent}\u00a0%`,
  percentInWords: (percent) => `${percent} percent`,

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
  canceled: 'Canceled',

  forFile: (action, file) => `${action}, ${file}`,
  cancel: 'Cancel',
  pause: 'Pause',
  resume: 'Resume',
  remove: 'Remove',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  tryNow: 'Try now',
  saveAgain: 'Save again',
  uploadAgain: 'Upload again',
  download: 'Download',
  pauseAll: 'Pause all',
  resumeAll: 'Resume all',
  cancelAll: 'Cancel all',
  tryFailedAgain: (n) => `Try ${n} again`,

  uploadingFiles: (done, total) =>
    done === 0 ? `Uploading ${files(total)}` : `Uploading ${done} of ${files(total)}`,
  pausedFiles: (n) => `${count(n, 'upload', 'uploads')} paused`,
  needAttention: (done, failed) => `${done} uploaded, ${count(failed, 'needs', 'need')} attention`,
  filesUploaded: (n) => `${files(n)} uploaded`,

  saidAdded: (n) => `${files(n)} added.`,
  saidPercent: (percent) => `${percent} percent.`,
  saidResult: (done, total, failed) =>
    failed === 0
      ? `${done} of ${total} uploaded.`
      : `${done} of ${total} uploaded, ${count(failed, 'needs', 'need')} attention.`,
  saidFailed: (n) => `${count(n, 'file needs', 'files need')} attention.`,

  errors: {
    network: { what: 'Connection lost. Check the network and try again', short: 'Connection lost' },
    timeout: { what: 'epilot did not answer in time. Try again', short: 'No answer' },
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
