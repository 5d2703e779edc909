/** Whether the device still gives out a file as it was picked. */
export async function isReadable(file: Blob): Promise<boolean> {
  try {
    // Not a slice: Chromium says of a file that is gone that it has no bytes, and of no bytes a slice can be read.
    const reader = file.stream().getReader()
    await reader.read()
    await reader.cancel()
    return true
  } catch {
    return false
  }
}
