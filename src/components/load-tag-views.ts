/** What shows tags and lets them be chosen. */
export async function loadTagViews() {
  const [{ TagChips }, { UploadTags }, { UploadTagsDialog }] = await Promise.all([
    import('./tag-chips.js'),
    import('./upload-tags.js'),
    import('./upload-tags-dialog.js'),
  ])
  return { TagChips, UploadTags, UploadTagsDialog }
}
