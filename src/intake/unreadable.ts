/** Files that the browser could not give us: nothing may be asked of them, a `File` cannot say so itself. */
const unreadable = new WeakSet<File>()

/** Marks the stand-in for a dropped entry that could not be read, so that intake refuses it with a reason. */
export function markUnreadable(file: File): File {
  unreadable.add(file)
  return file
}

/** Whether the file is only the stand-in for an entry that could not be read. */
export function isUnreadable(file: File): boolean {
  return unreadable.has(file)
}
