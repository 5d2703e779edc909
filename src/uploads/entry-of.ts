import type { EntityRef } from '../api/types.js'
import type { JournalEntry, KnownEntry } from '../journal/journal-entry.js'
import { keptUntil } from '../journal/journal-entry.js'
import { keptFileOf } from '../journal/kept-file.js'
import type { UploadState } from '../transfer/upload-state.js'
import { checkpointOf, isFileChanged } from '../transfer/upload-state.js'
import { lastingResult } from './lasting-result.js'
import { lastingScope } from './passing-scope.js'
import type { Upload } from './upload.js'

/** An upload as the journal keeps it. */
export function entryOf(
  upload: Upload,
  { known, tab, now }: { readonly known: KnownEntry | undefined; readonly tab: string; readonly now: number },
): JournalEntry {
  const state = upload.state.getState()
  const checkpoint = checkpointOf(state)
  const file = keptFileOf(upload.file)
  const { bytes } = upload
  // What was given its file again after it had expired, or is under way for so long, begins anew.
  const isRenewed = known && upload.interruptedAt === undefined && now > keptUntil(known)
  // While it only stands there, it is as old as its interruption.
  const changedAt = isStanding(state) ? (upload.interruptedAt ?? now) : now
  const isAtS3 = checkpoint.reached === 's3' || checkpoint.reached === 'save-sent' || state.status === 'done'
  return {
    id: upload.id,
    mark: upload.mark,
    owner: upload.owner ?? '',
    tab,
    scope: lastingScope(upload.scope),
    mode: upload.mode,
    entity: upload.entity && refOf(upload.entity),
    versionOf: upload.versionOf,
    replaces: isAttachable(state) ? upload.replaces : undefined,
    file,
    sent: bytes ? (bytes === upload.file ? file : keptFileOf(bytes)) : (known?.sent ?? null),
    hasBytes: known?.hasBytes ?? false,
    isChanged: isFileChanged(state),
    // As it will be sent: what cannot be written as JSON is not sent either.
    save: JSON.parse(JSON.stringify(upload.attributes)) as Upload['attributes'],
    checkpoint,
    isUnwanted: state.status === 'canceling' || (state.status === 'failed' && state.isUnwanted === true),
    result: lastingResult(state),
    addedAt: known && !isRenewed ? known.addedAt : now,
    storedAt: isAtS3 ? (known?.storedAt ?? now) : null,
    changedAt,
  }
}

/** Apps may give a whole entity, of which not everything can be kept. */
function refOf({ slug, id, attribute }: EntityRef): EntityRef {
  return { slug, id, ...(attribute !== undefined && { attribute }) }
}

/** It is attached to its entity, or will be. */
function isAttachable(state: UploadState): boolean {
  return (
    state.status !== 'done' ||
    (state.result.kind === 'saved' && !state.result.attach && !state.result.notDeleted)
  )
}

function isStanding(state: UploadState): boolean {
  return state.status === 'paused' || (state.status === 'waiting' && state.waiting.for === 'file')
}
