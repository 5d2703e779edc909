/** The dialog that chooses among the files of epilot. */
export async function loadPicker() {
  return (await import('./existing-files/existing-files.js')).ExistingFiles
}

/** The dialog that takes in a link. */
export async function loadForm() {
  return (await import('./external-file/external-file-dialog.js')).ExternalFileDialog
}

/** What changes the labels of files. */
export async function loadLabels() {
  return (await import('./entity-files/labels-popover.js')).LabelsPopover
}

/** What asks before a file is replaced. */
export function loadReplacing() {
  return import('./replacing.js')
}
