import type { Clock } from '../api/clock.js'
import type { UploadState } from '../transfer/upload-state.js'
import { isLive } from '../transfer/upload-state.js'
import type { Uploads } from './create-uploads.js'
import { RateMeter } from './rate-meter.js'
import type { Measure, RateStore, TransferRate } from './rate-store.js'
import { rateStore } from './rate-store.js'
import type { Upload } from './upload.js'
import { sentBytesOf, uploadSummary } from './upload-summary.js'

/** The rate of one upload, looked at once a second for as long as somebody listens. */
export function uploadRate(upload: Upload, clock: Clock): RateStore {
  const store = ofUploads.get(upload) ?? rateStore(clock, measureUpload(upload, clock))
  ofUploads.set(upload, store)
  return store
}

/** The rate of all uploads of a scope together; without a scope, of all the client's. */
export function scopeRate(uploads: Uploads, scope: string | undefined, clock: Clock): RateStore {
  const scopes = ofScopes.get(uploads) ?? new Map<string | undefined, RateStore>()
  ofScopes.set(uploads, scopes)
  const store = scopes.get(scope) ?? rateStore(clock, measureScope(uploads, scope, clock))
  scopes.set(scope, store)
  return store
}

// A row that comes back into view goes on from what was measured before.
const ofUploads = new WeakMap<Upload, RateStore>()
const ofScopes = new WeakMap<Uploads, Map<string | undefined, RateStore>>()

function measureUpload({ state }: Upload, clock: Clock): Measure {
  const meter = new RateMeter()
  return {
    begin({ onMoved, onStopped }) {
      record(state.getState())
      return state.subscribe((now, before) => {
        record(now)
        if (now.status === 'uploading') onMoved()
        else if (before.status === 'uploading') onStopped()
      })
    },
    read(now) {
      const at = state.getState()
      return at.status === 'uploading'
        ? rateOf(meter.perSecond(now), meter.perSecond(now), at.totalBytes - at.sentBytes)
        : null
    },
  }

  function record(now: UploadState) {
    if (now.status === 'uploading') meter.record(clock.now(), now.sentBytes)
    else meter.clear()
  }
}

function measureScope(uploads: Uploads, scope: string | undefined, clock: Clock): Measure {
  // What leaves is measured as it leaves, and as a part of the picked files: `prepare` may have made them smaller, and what
  // it will make of those in line nobody knows.
  const sent = { meter: new RateMeter(), bytes: 0 }
  const ofFiles = { meter: new RateMeter(), bytes: 0 }
  return {
    begin({ onMoved, onStopped }) {
      // While all are paused, time passes that says nothing of the speed.
      const leave = uploadSummary(uploads, scope).subscribe(({ live, paused }, before) => {
        if (live !== paused || before.live === before.paused) return
        for (const { meter } of [sent, ofFiles]) meter.clear()
        onStopped()
      })
      const end = uploads.onChange((changes) => {
        let hasMoved = false
        for (const { upload, before, after } of changes) {
          if (before?.status !== 'uploading' || !after) continue
          if (scope !== undefined && upload.scope !== scope) continue
          const { size } = upload.file
          const moved = sentBytesOf(after, size) - sentBytesOf(before, size)
          if (moved <= 0) continue
          ofFiles.bytes += moved
          sent.bytes +=
            (after.status === 'uploading' ? after.sentBytes : before.totalBytes) - before.sentBytes
          hasMoved = true
        }
        if (!hasMoved) return
        const now = clock.now()
        for (const { meter, bytes } of [sent, ofFiles]) meter.record(now, bytes)
        onMoved()
      })
      return () => {
        leave()
        end()
      }
    },
    read(now) {
      const speed = sent.meter.perSecond(now)
      // Counted only where there is something to say, and once a second.
      return speed === null ? null : rateOf(speed, ofFiles.meter.perSecond(now), bytesLeft())
    },
  }

  function bytesLeft(): number {
    let left = 0
    for (const { file, state } of scope === undefined ? uploads.all() : uploads.list(scope).getState()) {
      const now = state.getState()
      if (isLive(now) && now.status !== 'paused') left += file.size - sentBytesOf(now, file.size)
    }
    return left
  }
}

function rateOf(
  bytesPerSecond: number | null,
  ofFilesPerSecond: number | null,
  bytesLeft: number,
): TransferRate | null {
  if (bytesPerSecond === null || ofFilesPerSecond === null || bytesLeft <= 0) return null
  return { bytesPerSecond, secondsLeft: bytesLeft / ofFilesPerSecond }
}
