/** What says of which file an upload becomes a version. */
export async function loadVersionViews() {
  const [{ VersionBadge }, { VersionOf }] = await Promise.all([
    import('./version-badge.js'),
    import('./version-of.js'),
  ])
  return { VersionBadge, VersionOf }
}
