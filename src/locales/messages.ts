import type { FileErrorCode, FileStep } from '../api/errors.js'

/** Every word of the parts and components. What comes as an argument is already formatted for people. */
export interface Messages {
  /** A BCP 47 tag: numbers, dates and plurals follow it. */
  readonly locale: string

  // drop zone
  readonly chooseFiles: string
  readonly chooseFile: string
  readonly dropFiles: string
  readonly dropFile: string
  /** In the tall zone, where there is nothing yet. */
  readonly dropOrChoose: string
  /** While files are dragged over it; 0 where the browser does not say how many. */
  readonly dropToAdd: (count: number) => string
  readonly dropToAttach: (count: number) => string
  readonly onlyOneFile: string
  readonly notReadable: string
  readonly cannotAdd: string

  // lists
  readonly files: string
  readonly uploads: string
  readonly allUploads: string
  readonly loading: string
  readonly loadAgain: string
  readonly showMore: string
  readonly filesShown: (shown: number, total: number) => string
  readonly sizeUnknown: string
  readonly version: (version: number) => string
  readonly external: string
  readonly public: string
  readonly sentOf: (sent: string, total: string) => string
  readonly percent: (percent: number) => string
  /** Spoken. */
  readonly percentInWords: (percent: number) => string

  // what goes on in a row
  readonly queued: string
  readonly preparing: string
  readonly uploading: string
  readonly paused: string
  readonly waitingForNetwork: string
  readonly waitingForSignIn: string
  readonly waitingForLeader: string
  readonly waitingForFile: string
  readonly goesOnByItself: string
  /** `reason` is the short form of an error, such as "Connection lost". */
  readonly tryingAgain: (reason: string, seconds: number) => string
  /** In one line. */
  readonly againIn: (seconds: number) => string
  readonly attempt: (attempt: number) => string
  readonly saving: string
  readonly checkingSaved: string
  readonly checkingAttached: string
  /** In one line. */
  readonly checking: string
  readonly attaching: string
  readonly done: string
  readonly canceled: string

  // buttons
  /** The name of a button that belongs to a file: "Cancel, meter.jpg". */
  readonly forFile: (action: string, file: string) => string
  readonly cancel: string
  readonly pause: string
  readonly resume: string
  readonly remove: string
  readonly dismiss: string
  readonly tryAgain: string
  readonly tryNow: string
  readonly saveAgain: string
  readonly uploadAgain: string
  readonly download: string
  readonly pauseAll: string
  readonly resumeAll: string
  readonly cancelAll: string
  readonly tryFailedAgain: (count: number) => string

  // all uploads in one line
  readonly uploadingFiles: (done: number, total: number) => string
  readonly pausedFiles: (count: number) => string
  readonly needAttention: (done: number, failed: number) => string
  readonly filesUploaded: (count: number) => string

  // live region: whole sentences
  readonly saidAdded: (count: number) => string
  readonly saidPercent: (percent: number) => string
  readonly saidResult: (done: number, total: number, failed: number) => string
  readonly saidFailed: (count: number) => string

  // errors, see describeError
  readonly errors: Readonly<Record<FileErrorCode, ErrorWords>>
  readonly steps: Readonly<Partial<Record<FileStep, StepWords>>>
  /** Where nobody knows whether it was added. */
  readonly attachUnknown: ErrorWords
}

/** An error in words, long and short. */
export interface ErrorWords {
  /** Why it happened, and what to do. */
  readonly what: string
  /** The same for one line. */
  readonly short: string
}

/** What to say where an error means something else at this step. */
export interface StepWords extends ErrorWords {
  /** What happened, in front of an error that has its own advice. */
  readonly happened: string
}
