import { createTurns } from './turns.js'
import type { UploadPorts } from './upload-job.js'
import { webLock } from './web-lock.js'

/** What a client must keep apart of the versions it makes, since nothing carries a mark. */
export interface FileVersions {
  /** One after the other what adds versions to one file, in all tabs. */
  alone<T>(fileId: string, task: () => Promise<T>, signal: AbortSignal): Promise<T>
  /** Notes that a version was made by this client. */
  claim(key: string): void
  isClaimed(key: string): boolean
}

const ofPorts = new WeakMap<UploadPorts, FileVersions>()

/** Those of a client, which are kept in mind from its first new version on. */
export function fileVersionsOf(ports: UploadPorts): FileVersions {
  const versions = ofPorts.get(ports) ?? createFileVersions(ports)
  ofPorts.set(ports, versions)
  return versions
}

function createFileVersions({ lock = webLock }: UploadPorts): FileVersions {
  const turns = createTurns()
  const claimed = new Set<string>()
  return {
    alone: (fileId, task, signal) =>
      turns.alone(fileId, () => lock(`react-epilot-files/version/${fileId}`, task, signal), signal),
    claim: (key) => void claimed.add(key),
    isClaimed: (key) => claimed.has(key),
  }
}
