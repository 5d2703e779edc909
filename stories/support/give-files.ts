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

function find(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`There is no ${selector} in this story.`)
  return found
}
