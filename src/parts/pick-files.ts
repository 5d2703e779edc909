/** What the picker offers. */
export interface PickOptions {
  readonly multiple?: boolean
  /** What it offers first, as in `<input accept>`. */
  readonly accept?: string
}

/** Opens the browser's picker, for one file or for many. */
export function pickFiles(
  onFiles: (files: readonly File[]) => void,
  { multiple = false, accept = '' }: PickOptions = {},
): void {
  opened?.remove()
  // A new one each time: the same file picked again is news too.
  const input = (opened = document.createElement('input'))
  input.type = 'file'
  input.hidden = true
  input.multiple = multiple
  input.accept = accept
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    input.remove()
    if (files.length > 0) onFiles(files)
  })
  input.addEventListener('cancel', () => input.remove())
  // In the page, since some browsers forget an input that stands nowhere.
  document.body.append(input)
  input.click()
}

let opened: HTMLInputElement | undefined
