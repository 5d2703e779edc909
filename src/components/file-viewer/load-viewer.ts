/** The dialog that shows files. */
export async function loadViewer() {
  return (await import('./file-viewer.js')).FileViewer
}
