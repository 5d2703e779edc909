/** What a row has shown, change by change. */
export interface RowHistory {
  readonly statuses: string[]
  readonly texts: string[]
  /** What its progress bar said, 0 to 1. */
  readonly progress: number[]
}

/** Writes down whatever the row of a file shows from now on. */
export function followRow(name: string): RowHistory {
  const history: RowHistory = { statuses: [], texts: [], progress: [] }
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  })
  look()
  return history

  function look(): void {
    const row = [...document.querySelectorAll('li')].find((item) => item.textContent?.includes(name))
    if (!row) return
    add(history.statuses, row.dataset.status ?? '')
    add(history.texts, row.textContent ?? '')
    const bar = row.querySelector('progress')
    if (bar && bar.position >= 0) add(history.progress, bar.position)
  }
}

function add<T>(list: T[], value: T): void {
  if (list.at(-1) !== value) list.push(value)
}
