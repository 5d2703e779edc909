/** What finds some of many uploads, and does things to many at once. */
export async function loadMany() {
  const [{ FindBar }, { NothingFound }, { ListFoot }, { SelectionBar }] = await Promise.all([
    import('./find-bar.js'),
    import('./nothing-found.js'),
    import('./list-foot.js'),
    import('./selection-bar.js'),
  ])
  return { FindBar, NothingFound, ListFoot, SelectionBar }
}
