import { markUnreadable } from './unreadable.js'

/** What a drop, a pick or a paste brought. */
export interface Brought {
  readonly files: readonly File[]
  /** There was a folder, though it may have been empty. */
  readonly hadFolder: boolean
}

/**
 * Every file of a drop, those in folders of any depth with their paths. What cannot be read is stood in for by a `File`
 * marked unreadable: the rest of the drop comes in all the same. Has to be called while the event is being handled.
 */
export async function filesOfDrop({ items }: DataTransfer): Promise<Brought> {
  // All of them before anything is awaited: a moment later the browser has forgotten.
  const dropped = [...items].filter(({ kind }) => kind === 'file').map(folderOrFile)
  const read = dropped.map(async (one) => (one instanceof File ? [one] : filesIn(await one)))
  return {
    files: (await Promise.all(read)).flat(),
    hadFolder: dropped.some((one) => !(one instanceof File)),
  }
}

/** The files of an `<input type="file">`, which may have been asked for a folder. */
export function filesOfInput({ files, webkitdirectory }: HTMLInputElement): Brought {
  const wanted = [...(files ?? [])].filter((file) => !file.webkitRelativePath || !isJunk(file.name))
  return { files: wanted, hadFolder: webkitdirectory }
}

type Folder = FileSystemDirectoryHandle | FileSystemDirectoryEntry
type Child = Folder | FileSystemFileHandle | FileSystemFileEntry

function folderOrFile(item: DataTransferItem): File | Promise<Folder> {
  // An item that is only played, as in the tests of an app, may know no entries.
  const entry = item.webkitGetAsEntry?.()
  if (entry?.isDirectory) return folderOf(item, entry as FileSystemDirectoryEntry) // it says so itself
  return item.getAsFile() ?? standIn(entry?.name ?? '?')
}

/** By handle where there is one: three times as fast, and Chromium cannot read some folders of Windows by entry. */
async function folderOf(
  item: DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> },
  entry: FileSystemDirectoryEntry,
): Promise<Folder> {
  // On insecure pages Chromium has been seen to crash when asked for a handle.
  const handle = isSecureContext ? await item.getAsFileSystemHandle?.().catch(() => null) : null
  return handle?.kind === 'directory' ? (handle as FileSystemDirectoryHandle) : entry // it says so itself
}

/** All at once: most of the time goes into waiting for the browser's answers. */
async function filesIn(folder: Folder, path = folder.name): Promise<readonly File[]> {
  const read: Promise<readonly File[]>[] = []
  try {
    for await (const child of childrenOf(folder)) {
      if (!isJunk(child.name)) read.push(filesOf(child, `${path}/${child.name}`))
    }
  } catch {
    read.push(Promise.resolve([withPath(standIn(folder.name), path)]))
  }
  return (await Promise.all(read)).flat()
}

async function filesOf(child: Child, path: string): Promise<readonly File[]> {
  if (isFolder(child)) return filesIn(child, path)
  try {
    const file = 'getFile' in child ? await child.getFile() : await fileOfEntry(child)
    return [withPath(file, path)]
  } catch {
    return [withPath(standIn(child.name), path)]
  }
}

async function* childrenOf(folder: Folder): AsyncGenerator<Child> {
  if ('values' in folder) {
    yield* folder.values() as AsyncIterableIterator<Child> // files and folders are all there is
    return
  }
  const reader = folder.createReader()
  // A hundred at a time, until there are none.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return
    yield* some as Child[] // files and folders are all there is
  }
}

function isFolder(child: Child): child is Folder {
  return 'isDirectory' in child ? child.isDirectory : child.kind === 'directory'
}

function fileOfEntry(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

function standIn(name: string): File {
  return markUnreadable(new File([], name))
}

/** Says of a dropped file what browsers say of a picked one. */
function withPath(file: File, path: string): File {
  return Object.defineProperty(file, 'webkitRelativePath', { value: path })
}

/** What macOS and Windows leave in folders for themselves. */
function isJunk(name: string): boolean {
  return name === '.DS_Store' || name === 'Thumbs.db' || name === 'desktop.ini'
}
