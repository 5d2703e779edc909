import { createStore } from 'zustand/vanilla'
import type { Connection } from '../api/connection.js'
import { FileError } from '../api/errors.js'
import type { Http } from '../api/http.js'
import { withoutDoubles } from '../api/stored-file.js'
import type { SubmissionFile, SubmissionReceipt } from '../api/submission-api.js'
import { createSubmission, toSubmissionFiles } from '../api/submission-api.js'
import { forgetSeed } from './adopt-stored.js'
import type { Uploads } from './create-uploads.js'
import { followRefusal, refusalOf } from './journey-refusal.js'
import { renewStored } from './renew-stored.js'
import type { SentNote } from './sent-note.js'
import { storedFiles } from './stored-files.js'
import type { BuildSubmission, JourneySubmitter, SubmitOptions, SubmitState } from './submit-state.js'
import type { Upload } from './upload.js'
import { waitForFiles } from './wait-for-files.js'

/** What a submitter works with; a `FileClient` has it all. */
export interface SubmitPorts {
  readonly http: Http
  readonly uploads: Uploads
  readonly connection: Pick<Connection, 'isOnline'>
}

/** One journey on its way to epilot, and with it the files of its lists. */
export function createJourneySubmitter(
  { http, uploads, connection }: SubmitPorts,
  scopes: readonly string[],
  note: SentNote,
): JourneySubmitter {
  const state = createStore<SubmitState>(() => idle)
  let listeners = 0
  let running: Promise<SubmissionReceipt | null> | undefined
  /** Ends the wait for files; what has left for epilot is not called back. */
  let waiting: AbortController | undefined
  let endRefusal = () => {}
  if (note.isThere()) state.setState({ status: 'failed', error: unknown(interrupted) }, true)
  // Whoever comes next on a shared computer has sent nothing yet.
  uploads.closing.addEventListener('abort', note.tearUp, { once: true })

  return {
    state: { ...state, subscribe },
    submit(build, { whileUploading = 'wait' } = {}) {
      const now = state.getState()
      if (now.status === 'submitted') return Promise.resolve(now.receipt)
      running ??= run(build, whileUploading).finally(() => (running = undefined))
      return running
    },
    reset() {
      callOff()
      // What has left is known of until it is answered.
      if (state.getState().status !== 'submitting') note.tearUp()
      if (!running) end(idle)
    },
  }

  function subscribe(listener: Parameters<typeof state.subscribe>[0]): () => void {
    const unsubscribe = state.subscribe(listener)
    listeners++
    return () => {
      unsubscribe()
      // Who comes back to the journey later fills it in anew.
      if (--listeners === 0 && state.getState().status === 'submitted') state.setState(idle, true)
    }
  }

  async function run(
    build: BuildSubmission,
    whileUploading: SubmitOptions['whileUploading'],
  ): Promise<SubmissionReceipt | null> {
    endRefusal()
    scopes.forEach((scope) => renewStored(uploads.list(scope).getState()))
    if (whileUploading === 'wait' && !(await filesAreThere())) return end(idle)
    const files = { uploads, scopes, whileUploading }
    const refusal = refusalOf(files)
    if (refusal) {
      end(refusal)
      // What somebody has seen to is in nobody's way any more.
      endRefusal = followRefusal(files, (now) => (now ? state.setState(now, true) : end(idle)))
      return null
    }
    // Else nobody could say later whether it had left.
    if (!connection.isOnline()) return end({ status: 'failed', error: offline() })

    const listed = scopes.flatMap((scope) => uploads.list(scope).getState())
    state.setState({ status: 'submitting' }, true)
    try {
      note.write()
      const receipt = await createSubmission(http, build(withoutDoubles(listed.flatMap(filesOf))))
      note.tearUp()
      // So the journal forgets them too: a reload must not bring them back to be handed in once more.
      listed.forEach((upload) => upload.dismiss())
      scopes.forEach((scope) => forgetSeed(uploads, scope))
      end({ status: 'submitted', receipt })
      return receipt
    } catch (cause) {
      const isUnknown = cause instanceof FileError && ambiguous.has(cause.code)
      if (!isUnknown) note.tearUp()
      if (!(cause instanceof FileError)) {
        end(idle)
        throw cause // of the caller's `build`
      }
      return end({ status: 'failed', error: isUnknown ? unknown(cause.message, cause) : cause })
    }
  }

  /** Whether they are there; else somebody has thought better of it. */
  function filesAreThere(): Promise<boolean> {
    waiting = new AbortController()
    // Who forgets everything takes the files away, and hands in nothing without them.
    uploads.closing.addEventListener('abort', callOff)
    const onWait = () => state.setState({ status: 'uploading' }, true)
    return waitForFiles(uploads, scopes, { signal: waiting.signal, onWait })
  }

  function callOff(): void {
    waiting?.abort()
  }

  function end(how: SubmitState): null {
    endRefusal()
    state.setState(how, true)
    return null
  }
}

/** What an upload brings along, with what its field has said of it. */
function filesOf(upload: Upload): readonly SubmissionFile[] {
  const { _tags: tags = [], relation_tags: labels } = upload.attributes
  const relationTags = Array.isArray(labels) ? labels.filter((label) => typeof label === 'string') : []
  return toSubmissionFiles(storedFiles([upload]), { tags, relationTags })
}

function offline(): FileError {
  return new FileError('network', 'createSubmission was not sent: there is no network.', { step: 'submit' })
}

/** Where no answer came, or none that makes sense, nobody knows whether epilot has it. */
function unknown(why: string, cause?: FileError): FileError {
  const message = `${why} Nobody knows whether it arrived.`
  return new FileError('outcome-unknown', message, { step: 'submit', status: cause?.status, cause })
}

const ambiguous: ReadonlySet<FileError['code']> = new Set(['network', 'timeout', 'server', 'bad-answer'])
const interrupted = 'The page went away before createSubmission was answered.'
const idle: SubmitState = { status: 'idle' }
