/** The dialog that makes a public link, copies and revokes it. */
export async function loadShareDialog() {
  return (await import('./share-dialog.js')).ShareDialog
}
