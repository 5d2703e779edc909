import type { Uploads } from './create-uploads.js'
import type { SubmitPorts } from './journey-submitter.js'
import { createJourneySubmitter } from './journey-submitter.js'
import { sentNote } from './sent-note.js'
import type { JourneySubmitter } from './submit-state.js'

/** The submitter of a journey and its lists: the same for whoever asks, so that two components hand in once. */
export function journeySubmitter(
  ports: SubmitPorts,
  scopes: readonly string[],
  journey: string,
): JourneySubmitter {
  const unique = [...new Set(scopes)]
  const key = JSON.stringify([journey, ...unique.toSorted()])
  const submitters = submittersOf(ports.uploads)
  const submitter = submitters.get(key) ?? createJourneySubmitter(ports, unique, sentNote(key))
  submitters.set(key, submitter)
  return submitter
}

const known = new WeakMap<Uploads, Map<string, JourneySubmitter>>()

function submittersOf(uploads: Uploads): Map<string, JourneySubmitter> {
  const before = known.get(uploads)
  if (before) return before
  const submitters = new Map<string, JourneySubmitter>()
  known.set(uploads, submitters)
  // Whoever comes next on a shared computer has sent nothing yet.
  uploads.closing.addEventListener('abort', () => known.delete(uploads), { once: true })
  return submitters
}
