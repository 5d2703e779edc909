import { userEvent } from 'storybook/test'

/** Picks files as with the browser's own dialog. */
export async function pickFiles(canvasElement: HTMLElement, files: File | File[]): Promise<void> {
  // In the dialog a person can ask for all files, whatever it offers first.
  await userEvent.setup({ applyAccept: false }).upload(find(canvasElement, 'input[type="file"]'), files)
}

/** Pastes files, as with the focus on an element. */
export function pasteFiles(target: Element, files: readonly File[]): void {
  const clipboardData = new DataTransfer()
  for (const file of files) clipboardData.items.add(file)
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
}

/** Drags files over the drop zone; the returned function lets them go. */
export function dragFiles(
  canvasElement: HTMLElement,
  files: readonly File[],
  onto = '.ef-dropzone',
): () => void {
  const target = find(canvasElement, onto)
  const dataTransfer = new DataTransfer()
  for (const file of files) dataTransfer.items.add(file)
  const tell = (type: string) =>
    target.dispatchEvent(
      new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }),
    )

  // No dragover: after the first one, others have to come for as long as the drag lasts.
  tell('dragenter')
  return () => void tell('drop')
}

/** Drags files over an element, where they rest; the returned function lets them go. */
export function dragOver(target: Element, files: readonly File[]): () => void {
  const dataTransfer = new DataTransfer()
  for (const file of files) dataTransfer.items.add(file)
  const tell = (type: string) =>
    target.dispatchEvent(
      new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }),
    )
  tell('dragenter')
  // Browsers tell it again and again, for as long as the drag lasts.
  const timer = setInterval(() => tell('dragover'), 100)
  return () => {
    clearInterval(timer)
    tell('drop')
  }
}

/** Chooses a file in the picker that is opened next. Resolves with what that offers first. */
export function pickNext(file: File): Promise<string> {
  return new Promise((resolve) => {
    const ended = new AbortController()
    const choose = (event: Event) => {
      const input = event.target
      if (!(input instanceof HTMLInputElement) || input.type !== 'file') return
      ended.abort()
      event.preventDefault()
      const chosen = new DataTransfer()
      chosen.items.add(file)
      input.files = chosen.files
      input.dispatchEvent(new Event('change', { bubbles: true }))
      resolve(input.accept)
    }
    document.addEventListener('click', choose, { capture: true, signal: ended.signal })
  })
}

function find(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`There is no ${selector} in this story.`)
  return found
}
