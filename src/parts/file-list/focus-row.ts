/** Gives the focus to a row. */
export function focusRow(row: HTMLElement): void {
  if (!row.hasAttribute('tabindex')) row.tabIndex = -1
  // The browser's own scrolling would put it in the middle.
  row.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
}
