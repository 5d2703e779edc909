/** Opens an empty tab at once; `null` where the browser does not let it. */
export type OpenTab = () => OpenedTab | null

/** A tab whose address is yet to come. */
export interface OpenedTab {
  goTo(url: string): void
  close(): void
}

/** The page that will come knows nothing of the app: it gets no opener. */
export const openBlankTab: OpenTab = () => {
  // Not by `noopener`, which gives nobody a hold of the tab, so that its address could not be said later.
  const tab = window.open('', '_blank')
  if (!tab) return null
  tab.opener = null
  return {
    goTo: (url) => tab.location.replace(url),
    close: () => tab.close(),
  }
}
