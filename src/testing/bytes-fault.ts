import type { Clock } from '../api/clock.js'
import { abortable } from '../api/abortable.js'
import type { BytesFault, Fault } from './faults.js'
import { wait } from '../api/wait.js'

export function isAboutBytes(fault: Fault | undefined): fault is BytesFault {
  return typeof fault === 'object' && !('status' in fault)
}

/** What is scripted for the bytes of a PUT. */
export interface PutFate {
  /** No byte more leaves after so many. */
  readonly endsAtByte?: number
  /** They leave so slowly. */
  readonly bytesPerSecond?: number
}

/** What a sender must know of a fault before it delivers. */
export function fateOf(fault: Fault | undefined): PutFate {
  if (!isAboutBytes(fault)) return {}
  if ('bytesPerSecond' in fault) return fault
  return { endsAtByte: 'cutAtByte' in fault ? fault.cutAtByte : fault.stallAtByte }
}

/** Bytes on their way. */
export interface PassingBytes {
  readonly totalBytes: number
  readonly onProgress?: ((passedBytes: number) => void) | undefined
  readonly clock: Clock
  /** Nobody waits for them any more. */
  readonly signal: AbortSignal
}

/** Lets bytes pass as far and as fast as the fault says. Resolves with whether all have passed. */
export async function passBytes(
  fault: BytesFault,
  { totalBytes, onProgress, clock, signal }: PassingBytes,
): Promise<boolean> {
  if ('bytesPerSecond' in fault) {
    const { bytesPerSecond } = fault
    // Ten looks a second.
    const pieceBytes = Math.max(1, Math.ceil(bytesPerSecond / 10))
    for (let passed = 0; passed < totalBytes;) {
      const piece = Math.min(pieceBytes, totalBytes - passed)
      await wait(clock, (piece / bytesPerSecond) * 1000, signal)
      passed += piece
      onProgress?.(passed)
    }
    return true
  }
  onProgress?.(Math.min('cutAtByte' in fault ? fault.cutAtByte : fault.stallAtByte, totalBytes))
  if ('stallAtByte' in fault) await abortable(signal, () => {})
  return false
}
