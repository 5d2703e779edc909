import { userEvent } from 'storybook/test'

/** Picks files as with the browser's own dialog. */
export async function pickFiles(canvasElement: HTMLElement, files: File | File[]): Promise<void> {
  await userEvent.upload(find(canvasElement, 'input[type="file"]'), files)
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
    target.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))

  tell('dragenter')
  tell('dragover')
  return () => void tell('drop')
}

function find(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector)
  if (!found) throw new Error(`There is no ${selector} in this story.`)
  return found
}
