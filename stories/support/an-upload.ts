import { createStore } from 'zustand/vanilla'
import type { Upload, UploadState } from '../../src/index.js'
import { aFile } from '../../src/testing.js'

/** An upload that stands still in a state, for pictures of states that need a second tab or a lost session. */
export function anUpload(state: UploadState, file: File = aFile()): Upload {
  const id = crypto.randomUUID()
  return {
    id,
    mark: id,
    file,
    scope: 'standing-still',
    mode: 'user',
    entity: undefined,
    versionOf: undefined,
    replaces: undefined,
    owner: undefined,
    interruptedAt: undefined,
    keptUntil: undefined,
    storedAt: undefined,
    bytes: file,
    sent: file,
    attributes: {},
    describe: () => false,
    state: createStore(() => state),
    endReplacing: stay,
    start: stay,
    cancel: stay,
    pause: stay,
    resume: stay,
    retry: stay,
    renew: stay,
    saveAgain: stay,
    attachTo: () => false,
    keepUnattached: stay,
    giveFile: () => false,
    dismiss: stay,
  }
}

function stay() {}
