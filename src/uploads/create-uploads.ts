import type { StoreApi } from 'zustand/vanilla'
import { createStore } from 'zustand/vanilla'
import type { EntityRef, FileAttributes } from '../api/types.js'
import { keyOf } from '../intake/key-of.js'
import { createAttachLane } from '../transfer/attach-lane.js'
import type { Prepare, UploadMode, UploadPorts } from '../transfer/upload-job.js'
import type { UploadState } from '../transfer/upload-state.js'
import { isLive } from '../transfer/upload-state.js'
import type { OnDone, OnFailed, UploadHome, UploadSeed } from './create-upload.js'
import { createUpload } from './create-upload.js'
import type { ReadonlyStore } from './readonly-store.js'
import { safely } from './safely.js'
import type { Upload } from './upload.js'

/** How files are to be uploaded. */
export interface AddOptions {
  /** The list they belong to; a component that is mounted again finds them by it. */
  readonly scope: string
  /** The business entity to attach them to once they are saved. Needed in mode `portal`. */
  readonly entity?: EntityRef | undefined
  /**
   * The id of a file: each becomes its latest version instead of a file of its own. The file keeps its name and all that is
   * said of it, so `save` does not matter; `entity` only says in which list the file stands. In mode `user` only.
   */
  readonly versionOf?: string | undefined
  /**
   * The ids of files of the `entity` whose place they take: these are taken off once the new one is attached, also where a
   * reload comes between that the journal outlives; not for a new one that waits for approval. A `FilesProvider` does so. In mode `user` only.
   */
  readonly replaces?: readonly string[] | undefined
  /**
   * Who they are uploaded for; they fail as soon as somebody else is signed in.
   * @default who is signed in when they are added
   */
  readonly owner?: string | undefined
  /** @default 'user' */
  readonly mode?: UploadMode | undefined
  /**
   * What the File entities are saved with, for all files or file by file; read when the files are added. Portals take
   * nothing but the `filename`.
   */
  readonly save?: FileAttributes | ((file: File) => FileAttributes) | undefined
  /** Makes the bytes ready before they are sent. */
  readonly prepare?: Prepare | undefined
  /**
   * `false` lets them stand in line until `start()`.
   * @default true
   */
  readonly autoStart?: boolean | undefined
  /** Called once for each upload that is done. */
  readonly onDone?: OnDone | undefined
  /** Called each time an upload fails for good. */
  readonly onFailed?: OnFailed | undefined
}

/** What became of one upload: `before` is `null` when it was added, `after` is `null` when it left its list. */
export interface UploadChange {
  readonly upload: Upload
  readonly before: UploadState | null
  readonly after: UploadState | null
  /** The file it had before, where another one has taken its place. */
  readonly was?: File | undefined
}

/** Every upload of one client, in lists by scope. */
export interface Uploads {
  /** Takes files in and sets out with them. Returns one upload a file, in the same order. */
  add(files: readonly File[], options: AddOptions): readonly Upload[]
  /** Takes in what was interrupted, each in the state it was found in; nothing sets out by itself. */
  adopt(seeds: readonly UploadSeed[]): readonly Upload[]
  /** Says what makes the files of a scope ready that are chosen again after a reload. Returns the function that ends it. */
  prepareBy(scope: string, prepare: Prepare): () => void
  /** Gives a file to the upload of a scope that waits for just this one, if there is one. Answers whether there was. */
  giveBack(file: File, options: Pick<AddOptions, 'scope' | 'versionOf' | 'prepare'>): boolean
  /** The uploads of a scope, oldest first. */
  list(scope: string): ReadonlyStore<readonly Upload[]>
  /** Every upload of every scope. */
  all(): readonly Upload[]
  /** Takes many out of their lists at once; those under way go on. */
  remove(uploads: readonly Upload[]): void
  /** Tells what happens to any upload; what happens at once is told at once. Returns the function that ends it. */
  onChange(listener: (changes: readonly UploadChange[]) => void): () => void
  /** Aborts with `close()`, for what is under way before there is an upload. */
  readonly closing: AbortSignal
  /** Stops everything that can still be stopped. */
  close(): void
}

export interface UploadsOptions extends Omit<UploadPorts, 'attachLane'> {
  readonly currentOwner: () => string | undefined
  /** Told of an upload that is to be saved with other attributes now. */
  readonly onDescribed?: ((upload: Upload) => void) | undefined
}

export function createUploads({ currentOwner, onDescribed = () => {}, ...rest }: UploadsOptions): Uploads {
  const lists = new Map<string, StoreApi<readonly Upload[]>>()
  const listeners = new Set<(changes: readonly UploadChange[]) => void>()
  // Drawn once for all. Not randomUUID(), which exists on secure origins only.
  const tab = crypto.getRandomValues(new Uint32Array(4)).join('-')
  // All of the same length, so that none is the beginning of another.
  let ids = 1_000_000
  /** What came in without bytes; few, since each is an interruption. */
  const lacking = new Set<Upload>()
  let underWay = 0
  let closing = new AbortController()

  const attachLane = createAttachLane({ ...rest, underWay: () => underWay })
  const prepares = new Map<string, Prepare>()
  const home: UploadHome = {
    prepareOf: (scope) => prepares.get(scope),
    ports: { ...rest, attachLane },
    onDescribed,
    dismiss: (upload) => remove([upload]),
    onChange: (upload, before, after, was) => tell([{ upload, before, after, was }]),
  }
  return {
    add,
    adopt,
    prepareBy(scope, prepare) {
      prepares.set(scope, prepare)
      return () => prepares.delete(scope)
    },
    giveBack,
    list,
    all,
    remove,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get closing() {
      return closing.signal
    },
    close() {
      closing.abort()
      closing = new AbortController()
      // What another tab goes on with is that tab's.
      all()
        .filter(({ state }) => !isLed(state.getState()))
        .forEach((upload) => upload.cancel())
    },
  }

  function add(files: readonly File[], options: AddOptions): readonly Upload[] {
    const { scope, mode = 'user', save = {}, autoStart = true, owner = currentOwner() } = options
    if (mode === 'portal' && !options.entity) {
      throw new Error('In mode "portal" every file belongs to an entity of the user: say which by `entity`.')
    }
    if (mode !== 'user' && options.versionOf !== undefined) {
      throw new Error(
        `In mode "${mode}" nothing becomes a new version: leave out \`versionOf\`, or the mode.`,
      )
    }
    const added = files.map((file) =>
      createUpload(
        {
          ...options,
          id: `${tab}-${++ids}`,
          file,
          mode,
          owner,
          save: typeof save === 'function' ? save(file) : save,
        },
        home,
      ),
    )
    enlist(scope, added)
    if (autoStart) for (const upload of added) upload.start()
    return added
  }

  function adopt(seeds: readonly UploadSeed[]): readonly Upload[] {
    const adopted = seeds.map((seed) => createUpload(seed, home))
    for (const scope of new Set(adopted.map((upload) => upload.scope))) {
      enlist(
        scope,
        adopted.filter((upload) => upload.scope === scope),
      )
    }
    for (const upload of adopted) if (!upload.bytes) lacking.add(upload)
    return adopted
  }

  function giveBack(
    file: File,
    { scope, versionOf, prepare }: Pick<AddOptions, 'scope' | 'versionOf' | 'prepare'>,
  ): boolean {
    for (const upload of lacking) {
      const state = upload.state.getState()
      const isWaiting = state.status === 'waiting' && state.waiting.for === 'file'
      if (upload.scope !== scope || !isWaiting || keyOf(upload.file) !== keyOf(file)) continue
      // A new version and a file of its own are two things.
      if (upload.versionOf !== versionOf) continue
      // Somebody else has signed in since: it is theirs now.
      if (upload.owner !== undefined && upload.owner !== currentOwner()) continue
      lacking.delete(upload)
      return upload.giveFile(file, { prepare })
    }
    return false
  }

  function enlist(scope: string, added: readonly Upload[]): void {
    const store = list(scope)
    store.setState([...store.getState(), ...added], true)
    tell(added.map((upload) => ({ upload, before: null, after: upload.state.getState() })))
  }

  function remove(uploads: readonly Upload[]): void {
    const gone = new Set(uploads)
    for (const scope of new Set(uploads.map((upload) => upload.scope))) {
      const store = list(scope)
      const left: UploadChange[] = []
      const kept = store.getState().filter((upload) => {
        const stays = !gone.has(upload)
        if (!stays) left.push({ upload, before: upload.state.getState(), after: null })
        return stays
      })
      if (left.length === 0) continue
      for (const { upload } of left) lacking.delete(upload)
      store.setState(kept, true)
      tell(left)
    }
  }

  function tell(changes: readonly UploadChange[]): void {
    for (const { before, after } of changes) {
      // What leaves its list while it is under way is still under way.
      if (after) underWay += Number(isLive(after)) - Number(before !== null && isLive(before))
    }
    for (const listener of listeners) safely(() => listener(changes))
  }

  function list(scope: string): StoreApi<readonly Upload[]> {
    const store = lists.get(scope) ?? createStore<readonly Upload[]>(() => [])
    lists.set(scope, store)
    return store
  }

  function all(): readonly Upload[] {
    return [...lists.values()].flatMap((store) => store.getState())
  }
}

function isLed(state: UploadState): boolean {
  return state.status === 'waiting' && state.waiting.for === 'leader'
}
