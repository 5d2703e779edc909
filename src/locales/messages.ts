import type { FileNameProblem } from '../api/check-file-name.js'
import type { FileErrorCode, FileStep } from '../api/errors.js'
import type { RefusalReason } from '../intake/intake-report.js'
import type { FilesProblem } from '../uploads/field-files.js'
import type { NoticeKind } from '../uploads/notice.js'

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
  /** In one line. */
  readonly waitingForSignInShort: string
  readonly waitingForLeader: string
  readonly waitingForLeaderShort: string
  readonly waitingForFile: string
  readonly waitingForFileShort: string
  /** Another file was chosen; the sizes are not said where they read the same. */
  readonly otherFile: (sizes: { readonly chosen: string; readonly needed: string } | null) => string
  readonly otherFileShort: string
  readonly goesOnByItself: string
  /** Once somebody has signed in. */
  readonly goesOnByItselfThen: string
  /** Once the other tab is closed. */
  readonly goesOnHere: string
  /** The server asked for a wait; `reason` is "epilot is busy", `time` is "14:05". */
  readonly busyUntil: (reason: string, time: string) => string
  readonly goesOnAt: (time: string) => string
  /** `reason` is the short form of an error, such as "Connection lost". */
  readonly tryingAgain: (reason: string, seconds: number) => string
  /** In one line. */
  readonly againIn: (seconds: number) => string
  readonly attempt: (attempt: number) => string
  readonly saving: string
  readonly savingShort: string
  readonly checkingSaved: string
  readonly checkingAttached: string
  /** In one line. */
  readonly checking: string
  /** A reload came between, and it stands still; beside it `keptOnDevice`. */
  readonly interrupted: string
  readonly keptOnDevice: string
  /** A reload came between, and it goes on. */
  readonly interruptedSaving: string
  readonly interruptedSavingShort: string
  readonly attaching: string
  readonly attachingShort: string
  readonly done: string
  /** It is saved, and somebody has to approve that it is added. */
  readonly waitingForApproval: string
  /** In one line. */
  readonly waitingForApprovalShort: string
  readonly canceling: string
  /** In one line. */
  readonly cancelingShort: string
  readonly canceled: string
  /** It was saved by the time it was canceled. */
  readonly canceledAndDeleted: string
  readonly canceledAndDeletedShort: string
  /** Canceled, saved by then, and still there. */
  readonly alreadySaved: string
  /** Beside `alreadySaved`: why it was not deleted again. */
  readonly mayNotDelete: string
  readonly couldNotDelete: string

  // buttons
  /** The name of a button that belongs to a file: "Cancel, meter.jpg". */
  readonly forFile: (action: string, file: string) => string
  readonly cancel: string
  readonly pause: string
  readonly resume: string
  /** Goes on with what a reload has interrupted. */
  readonly goOn: string
  /** Gives up what a reload has interrupted. */
  readonly discard: string
  /** For the same file that was chosen before a reload. */
  readonly chooseSameFile: string
  /** In one line. */
  readonly chooseSameFileShort: string
  /** Another entity, where the one it was meant for does not take it. */
  readonly chooseAnother: string
  /** Leaves it saved and attached to nothing. */
  readonly keepUnattached: string
  /** In one line. */
  readonly keepUnattachedShort: string
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
  /** Many files as one. */
  readonly archive: ArchiveWords
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
  /** The same in a field that says how many by other means. */
  readonly find: string
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

  // what stops a whole list
  readonly notices: Readonly<Record<NoticeKind, NoticeWords>>
  readonly signInAgain: string
  readonly discardThem: string

  // form fields, and handing a form in
  readonly field: FieldWords
  readonly submit: SubmitWords

  // what a reload has interrupted
  readonly restored: RestoredWords

  // the files of a business entity, as a collection
  readonly collection: CollectionWords
  readonly adding: AddingWords
  readonly versions: VersionWords
  readonly share: ShareWords
  /** @default where the locale is English or German, words that come with the viewer; else English ones */
  readonly viewer?: ViewerWords | undefined
  readonly undo: string

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
  /** Larger than what can be shown in the page, or fetched in one piece. */
  readonly tooLargeToShow: ErrorWords
  readonly tooLargeToDownload: ErrorWords
  /** For customers in portals and journeys, where the usual words are for people at work. */
  readonly customerErrors: Readonly<Partial<Record<FileErrorCode, ErrorWords>>>
  /** What the portal API names as the reason, where it is more telling than the code. */
  readonly reasons: Readonly<Partial<Record<string, ErrorWords>>>
  /** Where it was canceled and nobody knows whether it was saved. */
  readonly canceledUnknown: ErrorWords
  /** Where nobody knows whether it was added. */
  readonly attachUnknown: ErrorWords
  /** Where it may not be added. */
  readonly attachRefused: ErrorWords
  /** Where nobody knows whether a journey has arrived. */
  readonly submitUnknown: ErrorWords
  /** Where epilot does not take a journey; for a customer. */
  readonly submitRefused: ErrorWords
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

/** A notice in words. `time` is "14:05", where a time is known. */
export interface NoticeWords {
  /** What happened. */
  readonly title: string
  /** What that means for so many uploads. */
  readonly details: (count: number, time: string) => string
  /** Both as whole sentences, for who listens. */
  readonly said: (count: number, time: string) => string
}

/** What a reload has interrupted, in words. `day` is "today" or "Mar 30, 2026", `time` is "13:47". */
export interface RestoredWords {
  /** Names the panel. */
  readonly label: (count: number) => string
  readonly title: (count: number) => string
  /** Below the title. */
  readonly when: (day: string, time: string) => string
  /** In the row, where it is the only one. */
  readonly interrupted: (day: string, time: string) => string
  readonly goOn: (count: number) => string
  readonly continueAll: string
  readonly discardAll: string
  // in rows below a title that says that they were interrupted
  readonly kept: string
  readonly needsFile: string
  readonly saving: string
  readonly keptUntil: (day: string) => string
  /** Chooses them all again; 2 or more. */
  readonly chooseFiles: (count: number) => string
  /** Files were chosen that none of the uploads needs. */
  readonly notNeeded: (count: number) => string
  /** Heads the uploads that belong to no business entity, below others that do. */
  readonly others: string
  readonly discarded: (count: number) => string
  /** Both as whole sentences, for who listens. */
  readonly said: (count: number, goingOn: number) => string
  readonly saidDiscarded: (count: number) => string
}

/** A collection of files, in words. */
export interface ArchiveWords {
  readonly download: string
  readonly packing: (doneFiles: number, totalFiles: number) => string
  readonly done: string
  /** `isTold`: in `_failed.txt` inside. */
  readonly leftOut: (count: number, isTold: boolean) => string
}

export interface CollectionWords {
  readonly addFiles: string
  // how it is shown
  /** Names the two buttons. */
  readonly view: string
  readonly list: string
  readonly grid: string
  readonly sort: string
  readonly sortBy: string
  readonly order: string
  readonly sortFields: Readonly<Record<SortField, string>>
  readonly orders: Readonly<Record<SortField, Readonly<Record<'asc' | 'desc', string>>>>
  readonly filter: string
  /** Names the button while so many filters are set. */
  readonly filtersActive: (count: number) => string
  readonly type: string
  readonly tag: string
  /** Heads the labels that files have here and the tags of their own, which are found together. */
  readonly labelOrTag: string
  readonly kinds: Readonly<Record<KindOfFile, string>>
  // since when files were added
  readonly anyTime: string
  /** On a small button. */
  readonly lastDaysShort: string
  readonly lastDays: string
  readonly since: (date: string) => string
  readonly clear: string
  readonly showFiles: (count: number) => string
  readonly shownOf: (shown: number, total: number) => string
  readonly removeFilter: (filter: string) => string
  readonly clearFilters: string
  /** The filters let nothing through. */
  readonly noneMatch: string
  /** Below it. */
  readonly filesHere: (count: number) => string
  /** The time at which a list was loaded, when loading it again has failed. */
  readonly asOf: (time: string) => string
  // what can be done to files
  readonly moreActions: string
  /** Takes a file off the entity; it stays in epilot. */
  readonly detach: string
  readonly deleteFile: string
  readonly delete: string
  /** `name` is that of the only one. */
  readonly deleteTitle: (count: number, name: string | undefined) => string
  readonly deleteDetails: (count: number) => string
  /** Labels belong to the relation, not to the file. */
  readonly labels: string
  readonly editLabels: string
  /** Opens a field in place of the name, and names it. */
  readonly rename: string
  /** What is wrong with the name that was typed. */
  readonly nameProblems: Readonly<Record<FileNameProblem, string>>
  /** `entity` says what kind it is: "opportunity". */
  readonly labelsIn: (entity: string, count: number) => string
  /** Names the field in which one is typed. */
  readonly addLabel: string
  /** Offers a label that is not there yet. */
  readonly createLabel: (label: string) => string
  readonly removeLabel: (label: string) => string
  /** Names the button of a label that only some of the files have: it gives it to all. */
  readonly labelToAll: (label: string, count: number, total: number) => string
  /** Said while they are chosen. */
  readonly labelAdded: (label: string) => string
  readonly labelRemoved: (label: string) => string
  /** Names the list of files that will be attached, once somebody has approved it. */
  readonly waitingFiles: string
  /** In the row of a file that will be taken off, once somebody has approved it. */
  readonly leaving: string
  // what was done; `name` is that of the only one
  readonly detached: (count: number, name: string | undefined) => string
  readonly attached: (count: number, name: string | undefined) => string
  /** Where the others could not be attached; the reason stands behind it. */
  readonly attachedOf: (count: number, total: number) => string
  readonly deleted: (count: number, name: string | undefined) => string
  readonly relabeled: (count: number, name: string | undefined) => string
  readonly renamed: (name: string) => string
  readonly detachWaits: (count: number) => string
  readonly attachWaits: (count: number) => string
  readonly relabelWaits: (count: number) => string
  /** Behind what was done, for who listens. */
  readonly undoAvailable: string
  /** In front of the reason why files that exist could not be attached. */
  readonly notAttached: string
  // choosing files that exist
  readonly attachExisting: string
  /** The same on a small button. */
  readonly existing: string
  readonly close: string
  readonly searchAll: string
  /** Goes on there with what was found nowhere here. */
  readonly searchInAll: string
  readonly foundFiles: string
  /** Where there are no tags to filter by. */
  readonly noTagsFound: string
  /** The file is attached to nothing. */
  readonly notAttachedYet: string
  /** The file is attached to `name`, and to `count` others. */
  readonly andMore: (name: string, count: number) => string
  /** Kinds of entities by their slugs, where these do not read well. */
  readonly schemas: Readonly<Record<string, string>>
  readonly alreadyHere: string
  readonly notAllowed: string
  readonly noFilesYet: string
  readonly foundAndChosen: (shown: number, total: number, chosen: number) => string
  readonly attachFiles: (count: number) => string
  readonly roomFor: (count: number) => string
}

/** Words for public links to a file. */
export interface ShareWords {
  /** Opens the dialog, and names it. */
  readonly title: string
  /** epilot does not tell whether there is one. */
  readonly unknown: string
  readonly create: string
  readonly copy: string
  readonly copied: string
  /** The browser does not let pages copy; the link is selected by then. */
  readonly copyRefused: string
  /** Who may do what with the link. */
  readonly details: string
  readonly stop: string
  readonly stopped: string
  /** epilot cannot make or revoke links yet. */
  readonly notOffered: string
}

/** How files come to an entity, and what is asked before, in words. */
export interface AddingWords {
  /** Finds files that epilot has already. */
  readonly attachExisting: string
  /** Links a file that stays outside of epilot. */
  readonly addLink: string
  /** The same on a small button. */
  readonly link: string
  /** Names the list of those that the entity will have once it is created. */
  readonly filesToAttach: string
  // a file that stays outside of epilot
  readonly linkTitle: string
  readonly address: string
  readonly name: string
  readonly linkDetails: string
  readonly saveLink: string
  readonly savingLink: string
  /** `name` is that of the only one that goes. */
  readonly linkReplaces: (count: number, name: string | undefined) => string
  readonly addressProblems: AddressWords
  readonly nameMissing: string
  readonly openInTab: string
  // an attribute that holds one file; `name` is that of the only one that goes
  readonly replaceTitle: (count: number, name: string | undefined) => string
  readonly readyToReplace: string
  readonly staysInAllFiles: string
  readonly keepOld: string
  readonly replace: string
  /** Chooses the file that replaces. */
  readonly replaceFile: string
  readonly replaced: (name: string, count: number, oldName: string | undefined) => string
  /** In front of the reason why the old one is still there. */
  readonly notTakenOff: (name: string, count: number, oldName: string | undefined) => string
  // tags
  readonly tagsForNew: string
  readonly newTag: string
  readonly tagsOf: (name: string) => string
  readonly editTags: string
  /** The file is saved: it has the tags that it has. */
  readonly tooLateForTags: string
  readonly done: string
}

/** What is wrong with an address, and what to do. `scheme` is what it starts with: "ftp". */
export interface AddressWords {
  readonly missing: string
  readonly invalid: string
  readonly scheme: (scheme: string) => string
  readonly credentials: string
  readonly 'too-long': (maxLength: number) => string
}

/** New versions of files, in words. */
export interface VersionWords {
  /** What can be done to a file. */
  readonly upload: string
  /** In the badge of one on its way whose number is not known. */
  readonly isNew: string
  /** In its row, where it has another name than its file. */
  readonly of: (name: string) => string
  /** Over the file on which one can be dropped. */
  readonly drop: (version: number) => string
  /** What alone can be dropped there; `type` is "PDF". */
  readonly onlyType: (type: string, version: number) => string
  /** Several were chosen at once. */
  readonly onlyOne: (version: number) => string
  /** It was canceled when it was saved already. */
  readonly tooLate: string
  readonly tooLateShort: string
  /** Once it is there, for who listens. */
  readonly added: (version: number, name: string) => string
}

/** The viewer of files, in words. */
export interface ViewerWords {
  /** What can be done to a file. */
  readonly preview: string
  readonly previous: string
  readonly next: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly fileOf: (place: number, count: number) => string
  /** In the place of what cannot be shown. */
  readonly none: string
  /** In the place of a file outside of epilot; `place` is "files.example.com". */
  readonly elsewhere: (place: string) => string
}

/** What files can be sorted by. */
export type SortField = 'added' | 'name' | 'size' | 'type'

/** What a file is at a glance. */
export type KindOfFile = 'pdf' | 'sheet' | 'image' | 'video' | 'archive' | 'cad' | 'mail' | 'link' | 'file'

/** A form field for files, in words. */
export interface FieldWords {
  /** Beside the label. */
  readonly required: string
  readonly optional: string
  /** It needs a file, and has none. */
  readonly missing: string
  /** What keeps the form from being handed in, and what to do; for so many files. */
  readonly problems: Readonly<Record<FilesProblem['kind'], (count: number) => string>>
  /** In the row of a file that S3 has dropped. */
  readonly expired: string
  readonly anotherPhoto: string
  /** Before the rules: "2 of 5 files". */
  readonly filesOf: (count: number, maxCount: number) => string
}

/** Handing in a form, in words. */
export interface SubmitWords {
  readonly next: string
  /** While it waits for uploads. */
  readonly nextAfterUpload: string
  readonly submitting: string
  /** Names how far the uploads are. */
  readonly progress: string
  /** Why it waits; `time` is "1 min 20 s", where it is known. */
  readonly filesLeft: (count: number, time: string | null) => string
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
