import type { Clock } from './api/clock.js'
import { systemClock } from './api/clock.js'
import type { Connection } from './api/connection.js'
import { browserConnection } from './api/connection.js'
import type { FetchBytes } from './api/fetch-bytes.js'
import type { Http } from './api/http.js'
import { createHttp } from './api/http.js'
import type { GetToken } from './api/tokens.js'
import { createTokens } from './api/tokens.js'
import type { FileAttributes } from './api/types.js'
import type { DownloadPorts } from './downloads/download-file.js'
import type { OpenDownload } from './downloads/open-download.js'
import type { OpenTab } from './downloads/open-tab.js'
import type { FindSaved } from './transfer/find-saved.js'
import { createFindSaved } from './transfer/find-saved.js'
import { Lane } from './transfer/lane.js'
import type { PutBlob } from './transfer/put-blob.js'
import { createSignInWaits } from './transfer/sign-in-waits.js'
import { putBlob as putBlobByXhr } from './transfer/put-blob.js'
import type { HoldLock } from './transfer/web-lock.js'
import type { Logger, Patience } from './transfer/upload-job.js'
import type { RetryPolicy } from './transfer/retry-policy.js'
import { createRetryPolicy } from './transfer/retry-policy.js'
import type { JournalMode, JournalState } from './uploads/journal-state.js'
import type { JournalOptions } from './uploads/journal.js'
import { createJournal } from './uploads/journal.js'
import type { ReadonlyStore } from './uploads/readonly-store.js'
import type { Uploads } from './uploads/create-uploads.js'
import { createUploads } from './uploads/create-uploads.js'

/** How `createFileClient` is set up. */
export interface FileClientOptions {
  /**
   * Answers with an access token; asked for every call, and with `refresh: true` after a 401. Not needed where only
   * public journeys upload.
   */
  readonly getToken?: GetToken
  /**
   * Names who is signed in (organisation and user). Work that began under one owner is never finished with the token of
   * another.
   */
  readonly owner?: (() => string) | undefined
  /** @default 'https://file.sls.epilot.io' */
  readonly fileUrl?: string
  /** @default 'https://entity.sls.epilot.io' */
  readonly entityUrl?: string
  /** @default 'https://submission.sls.epilot.io' */
  readonly submissionUrl?: string
  /** @default 'https://customer-portal-api.sls.epilot.io' */
  readonly portalUrl?: string
  /**
   * Hosts besides epilot's own that may be asked with the token, for files that lie elsewhere and answer to nobody else:
   * `['files.example.com']`. No token is ever sent to any other host.
   * @default none
   */
  readonly trustedHosts?: readonly string[]
  /** Sent with every call to epilot, never to S3. For example `x-epilot-org-id`. */
  readonly headers?: Readonly<Record<string, string>>
  /** How many files at a time. */
  readonly lanes?: LaneLimits
  /** @default createRetryPolicy() */
  readonly retry?: RetryPolicy
  /**
   * How long to wait for an answer of epilot, and how long uploads wait for `getToken` before they wait for a sign-in, in
   * milliseconds.
   * @default 30000
   */
  readonly timeoutMs?: number
  /** Asks epilot. @default fetch */
  readonly fetch?: typeof fetch
  /** Sends the bytes. @default by XMLHttpRequest, for its progress */
  readonly putBlob?: PutBlob
  /** Opens a download link. @default in a hidden iframe */
  readonly openDownload?: OpenDownload
  /** Opens a tab for a file that lies outside of epilot. @default with nothing of the app in its reach */
  readonly openTab?: OpenTab
  /** Time. @default the browser's */
  readonly clock?: Clock
  /** The network and the page. @default the browser's */
  readonly connection?: Connection
  /**
   * Keeps tabs from saving at the same time what could not be told apart: versions of one file, and in portals files of one
   * name.
   * @default by Web Locks, where the browser has them
   */
  readonly lock?: HoldLock
  /** How long a PUT may stand still, and S3 take to answer. */
  readonly patience?: Partial<Patience>
  /**
   * Looks for the File entity of a save whose answer got lost.
   * @default by `markAttribute`, through the Entity API's search
   */
  readonly findSaved?: FindSaved
  /**
   * The attribute of the File entity that names the upload it came from, so that a save whose answer got lost is found
   * again instead of made twice.
   * @default 'upload_id'
   */
  readonly markAttribute?: string
  /**
   * How long epilot's search may lag behind a save, in milliseconds.
   * @default 5000
   */
  readonly settleMs?: number
  /**
   * What of the uploads survives a reload or a crash. With `files` (the default) they go on by themselves or at a click,
   * with `refs` some need their file again. Without an `owner` only those of public journeys are kept.
   */
  readonly journal?: JournalMode | JournalOptions
  /** Takes hints for developers, each once. @default console */
  readonly logger?: Logger
}

/** How many files at a time, step by step. */
export interface LaneLimits {
  /**
   * PUTs to S3; HTTP/1.1 gives six sockets a host.
   * @default 6
   */
  readonly send?: number
  /**
   * Files made ready ahead of those that are being sent.
   * @default 3
   */
  readonly ahead?: number
  /** Save calls. @default 6 */
  readonly save?: number
}

/** What makes a save take effect once. */
export interface SaveOnce {
  readonly findSaved: FindSaved
  /** The attribute by which a saved file can be found again. */
  readonly markOf: (mark: string) => FileAttributes
  /** How long the search for saved files may lag, in milliseconds. */
  readonly settleMs: number
}

/** What all hooks and components share. Create it once, outside React. */
export interface FileClient extends DownloadPorts {
  /** Asks epilot: a token per call, the owner compared, a 401 replayed once. What every operation takes first. */
  readonly http: Http
  /** Fetches bytes with the token, from epilot's hosts and those of `trustedHosts`. */
  readonly fetchBytes: FetchBytes
  readonly uploads: Uploads
  /** The network and the page. */
  readonly connection: Connection
  /** How a file is known again whose save was not answered. */
  readonly once: SaveOnce
  /** How well uploads survive a reload. */
  readonly journal: ReadonlyStore<JournalState>
  /** Goes on at once with what waits for a sign-in, and finds what was interrupted of whoever is signed in now. */
  resume(): void
  /**
   * Finds what was interrupted by a reload or a crash: what S3 has goes on by itself, the rest is offered in its list.
   * Done once for each owner; `FilesProvider` calls it.
   */
  restore(): Promise<void>
  /** Stops and forgets everything, in every tab: for signing out. */
  forget(): Promise<void>
  /** Calls back when everything was forgotten, here or in another tab. Returns the function that ends it. */
  onForget(listener: () => void): () => void
  /** Stops every upload that can still be stopped, and gives back what the client holds of the browser. */
  close(): void
}

/**
 * Creates the client.
 *
 * @example
 * const client = createFileClient({ getToken: ({ refresh }) => auth.token({ refresh }) })
 */
export function createFileClient(options: FileClientOptions = {}): FileClient {
  const {
    getToken,
    fileUrl = 'https://file.sls.epilot.io',
    entityUrl = 'https://entity.sls.epilot.io',
    submissionUrl = 'https://submission.sls.epilot.io',
    portalUrl = 'https://customer-portal-api.sls.epilot.io',
    trustedHosts = [],
    headers = {},
    lanes = {},
    retry = createRetryPolicy(),
    timeoutMs = 30_000,
    // Looked up at each call, since tools that mock it do so later; and never called as a method.
    fetch = (...request) => globalThis.fetch(...request),
    putBlob = putBlobByXhr,
    clock = systemClock,
    connection = browserConnection,
    markAttribute = 'upload_id',
    findSaved = createFindSaved(markAttribute),
    settleMs = 5000,
  } = options
  const currentOwner = () => options.owner?.()

  const urls = { file: fileUrl, entity: entityUrl, submission: submissionUrl, portal: portalUrl }
  const tokens = createTokens({ getToken, clock, timeoutMs, onLate: () => signIn.wake() })
  const hasToken = () => tokens.inTime.ready({ operation: 'saveFileV2', step: 'save' })
  const signIn = createSignInWaits({ clock, connection, hasToken })
  const httpPorts = { currentOwner, urls, headers, fetch, clock, timeoutMs }
  const http = createHttp({ ...httpPorts, tokens: tokens.patient })
  const once = { findSaved, markOf: (mark: string) => ({ [markAttribute]: mark }), settleMs }
  const made = new Map<string, string>()
  const { send = 6, ahead = 3, save = 6 } = lanes
  const uploads = createUploads({
    // What waits for a token too long waits for a sign-in, and can be canceled.
    http: createHttp({ ...httpPorts, tokens: tokens.inTime }),
    putBlob,
    clock,
    retry,
    connection,
    patience: { stallMs: 30_000, answerMs: 60_000, ...options.patience },
    onSignIn: signIn.arm,
    hasToken,
    logger: eachOnce(options.logger ?? console),
    ...once,
    made,
    lock: options.lock,
    journaled: () => journal.flush(),
    onDescribed: (upload) => journal.noteDescribed(upload),
    currentOwner,
    lanes: {
      start: new Lane(send + ahead, clock),
      reserve: new Lane(send + ahead, clock),
      send: new Lane(send, clock),
      save: new Lane(save, clock),
      look: new Lane(save, clock),
      remove: new Lane(save, clock),
    },
  })
  const forgetting = new Set<() => void>()
  const journal = createJournal(
    typeof options.journal === 'object' ? options.journal : { mode: options.journal },
    { uploads, made, clock, currentOwner, onForget: forgetHere },
  )
  return {
    http,
    async fetchBytes(request, call) {
      // Few files lie with somebody else.
      const { fetchBytes } = await import('./api/fetch-bytes.js')
      const apiUrls = Object.values(urls)
      const ports = { ...httpPorts, tokens: tokens.patient, apiUrls, trustedHosts, fileUrl }
      return fetchBytes(ports, request, call)
    },
    uploads,
    connection,
    once,
    journal: journal.state,
    clock,
    currentOwner,
    openDownload: options.openDownload,
    openTab: options.openTab,
    resume() {
      signIn.wake()
      // Whoever has signed in only now may have been interrupted before.
      void journal.restore()
    },
    restore: () => journal.restore(),
    forget() {
      forgetHere()
      return journal.forget()
    },
    onForget(listener) {
      forgetting.add(listener)
      return () => forgetting.delete(listener)
    },
    close() {
      uploads.close()
      journal.close()
    },
  }

  function forgetHere(): void {
    uploads.close()
    uploads.remove(uploads.all())
    forgetting.forEach((listener) => listener())
  }
}

/** What befalls one file often befalls 300. */
function eachOnce(logger: Logger): Logger {
  const told = new Set<string>()
  return {
    warn(message, cause) {
      if (!told.has(message)) logger.warn(message, cause)
      told.add(message)
    },
  }
}
