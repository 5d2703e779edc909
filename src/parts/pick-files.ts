/** Opens the browser's picker, for one file or for many. */
export function pickFiles(
  onFiles: (files: readonly File[]) => void,
  { multiple = false }: { readonly multiple?: boolean } = {},
): void {
  opened?.remove()
  // A new one each time: the same file picked again is news too.
  const input = (opened = document.createElement('input'))
  input.type = 'file'
  input.hidden = true
  input.multiple = multiple
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
