import type { FileErrorCode, FileStep } from '../api/errors.js'
import type { RefusalReason } from '../intake/intake-report.js'

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
  // drop zone: folders, photos, pastes
  readonly chooseFolder: string
  readonly takePhoto: string
  /** On touch, where nothing can be dropped. */
  readonly tapFiles: string
  readonly tapFile: string
  readonly tapOrPhoto: string
  /** The first word of a name: "Pasted image 2026-03-09 14.05.33.png". */
  readonly pastedImage: string
  /** The same for what the camera took. */
  readonly photo: string
  readonly readingFiles: string
  readonly emptyFolder: string
  /** So many of all that are dragged. */
  readonly cannotBeAdded: (refused: number, count: number) => string
  /** `types` as in "PDF or JPG". */
  readonly onlyTypes: (types: string) => string
  readonly limitReached: (count: number, maxCount: number) => string
  readonly removeToAdd: string
  /** Below `dropToAttach`; `target` is a name such as "Opportunity 1043". */
  readonly toTarget: (target: string) => string

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

  // speed and time left, see rate-in-words.ts
  /** `size` is what goes by in a second: "3.1 MB". */
  readonly perSecond: (size: string) => string
  /** `time` is "1 min 20 s", or "1 minute 20 seconds" where it is spoken. */
  readonly timeLeft: (time: string) => string
  readonly fewSecondsLeft: string

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
  readonly canceling: string
  readonly canceled: string
  /** It was saved by the time it was canceled. */
  readonly canceledAndDeleted: string
  /** Canceled, saved by then, and not to be deleted. */
  readonly notDeleted: string

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
  /** Looks once more whether it was saved. */
  readonly checkAgain: string
  readonly saveAgain: string
  readonly addAgain: string
  readonly uploadAgain: string
  readonly download: string
  readonly pauseAll: string
  readonly resumeAll: string
  readonly cancelAll: string
  readonly tryFailedAgain: (count: number) => string

  // rows that are chosen
  readonly selectFile: (file: string) => string
  readonly selectAll: string
  readonly selected: (count: number) => string
  readonly clearSelection: string
  /** Names the bar of what can be done to them. */
  readonly selectedRows: string
  /** The name of a button that belongs to many files: "Cancel, 3 files". */
  readonly forFiles: (action: string, count: number) => string

  // finding some of many
  /** Names the search field. */
  readonly findIn: (count: number) => string
  readonly found: (count: number) => string
  readonly filterAttention: (count: number) => string
  readonly filterWaiting: (count: number) => string
  readonly noFileCalled: (name: string) => string
  /** Below `noFileCalled`. */
  readonly checkSpelling: (count: number) => string
  /** Where a filter lets nothing through (any more). */
  readonly noneNeedAttention: string
  readonly noneWaiting: string
  readonly showAll: string
  /** Counted from 1. */
  readonly rangeOf: (from: number, to: number, total: number) => string
  readonly clearDone: (count: number) => string

  // all uploads in one line
  readonly uploadingFiles: (done: number, total: number) => string
  readonly pausedFiles: (count: number) => string
  readonly needAttention: (done: number, failed: number) => string
  readonly filesUploaded: (count: number) => string

  // live region: whole sentences
  readonly saidAdded: (count: number) => string
  /** With the time left, where it is known: "2 minutes left". */
  readonly saidPercent: (percent: number, timeLeft: string | null) => string
  readonly saidResult: (done: number, total: number, failed: number) => string
  readonly saidFailed: (count: number) => string

  // rules before the pick, see rulesInWords
  /** Types by the part of their MIME type before the slash; what is not said shows as it is written. */
  readonly typeWords: Readonly<Partial<Record<string, string>>>
  /** "PDF, JPG or images". */
  readonly oneOf: (words: Iterable<string>) => string
  readonly upToEach: (size: string) => string
  /** Where only one file may come in. */
  readonly upTo: (size: string) => string
  readonly atLeastEach: (size: string) => string
  readonly upToFiles: (count: number) => string
  readonly upToTotal: (size: string) => string

  // what did not come in, see describeRefusals
  readonly intakeReport: string
  readonly addedAndRefused: (added: number, refused: number) => string
  readonly refused: Readonly<Record<RefusalReason, (group: RefusedFiles) => string>>
  readonly andMore: (count: number) => string
  readonly checkingFiles: string
  readonly chooseOthers: string
  readonly chooseAgain: string
  readonly addAnyway: string
  readonly saidRefused: (count: number) => string

  // errors, see describeError
  readonly errors: Readonly<Record<FileErrorCode, ErrorWords>>
  readonly steps: Readonly<Partial<Record<FileStep, StepWords>>>
  /** Where nobody knows whether it was added. */
  readonly attachUnknown: ErrorWords
}

/** Files that were refused for the same reason, ready for a sentence. */
export interface RefusedFiles {
  readonly count: number
  /** The name of the only one. */
  readonly name: string | undefined
  /** The size of the only one, where it reads otherwise than the limit. */
  readonly size: string | undefined
  /** What is allowed: a size, or types ("PDF or JPG"). */
  readonly limit: string
  /** How many files are allowed. */
  readonly maxCount: number
  /** What the only one says it is, and what it is: "PDF", "EXE". */
  readonly claimed: string
  readonly found: string
  /** What it is can be run. */
  readonly isProgram: boolean
  /** The caller's words. */
  readonly message: string | undefined
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
