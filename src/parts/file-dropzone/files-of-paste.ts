/** The files of a paste that are meant as files; none where it goes into a text field that can take its text. */
export function filesOfPaste(event: ClipboardEvent): readonly File[] {
  const { clipboardData } = event
  if (!clipboardData) return []
  // Office programs put a picture beside every text that is copied.
  if (isIntoText(event) && clipboardData.types.includes('text/plain')) return []
  return [...clipboardData.files]
}

/** Whether a paste goes into something that is written in. */
export function isIntoText(event: Event): boolean {
  const [target] = event.composedPath()
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches(`textarea, input:not(${noText})`)
}

const noText = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']
  .map((type) => `[type=${type}]`)
  .join()
