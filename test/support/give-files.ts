import { fireEvent } from '@testing-library/react'

/** As the browser does it; Testing Library's own drag events carry no real files. */
export function drag(
  type: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
  target: Element,
  ...files: readonly File[]
): DragEvent {
  return dragItems(type, target, (items) => files.forEach((file) => items.add(file)))
}

/** The same with anything else that can be dragged. */
export function dragItems(
  type: string,
  target: Element,
  fill: (items: DataTransferItemList) => void,
): DragEvent {
  const dataTransfer = new DataTransfer()
  fill(dataTransfer.items)
  const event = new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer })
  fireEvent(target, event)
  return event
}

/** Pastes files, and the text that office programs put beside them. */
export function paste(target: Element, files: readonly File[], text?: string): ClipboardEvent {
  const clipboardData = new DataTransfer()
  for (const file of files) clipboardData.items.add(file)
  if (text !== undefined) clipboardData.setData('text/plain', text)
  const event = new ClipboardEvent('paste', {
    bubbles: true,
    cancelable: true,
    composed: true,
    clipboardData,
  })
  fireEvent(target, event)
  return event
}
