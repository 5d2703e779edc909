'use client'
import type { ChangeEvent, InputHTMLAttributes, RefAttributes, RefObject } from 'react'

/** What the browser's own dialog is to offer. */
export type PickWhat = 'files' | 'folder' | 'camera'

interface PickerOptions {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly accept: string | undefined
  readonly multiple: boolean
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void
}

export interface Picker {
  readonly open: (pick: PickWhat) => void
  readonly inputProps: InputHTMLAttributes<HTMLInputElement> & RefAttributes<HTMLInputElement>
}

/** One input for files, folders and photos: it is told what to ask for when it is opened. */
export function usePicker({ inputRef, accept, multiple, onChange }: PickerOptions): Picker {
  function ask(input: HTMLInputElement, pick: PickWhat): void {
    input.webkitdirectory = pick === 'folder'
    input.multiple = multiple && pick !== 'camera'
    input.accept = pick === 'camera' ? 'image/*' : (accept ?? '')
    // By attribute: browsers of computers do not know the property.
    if (pick === 'camera') input.setAttribute('capture', 'environment')
    else input.removeAttribute('capture')
  }

  return {
    // Not react-dropzone's own: after a picker that was closed it takes no drop until the window has had the focus.
    open(pick) {
      const input = inputRef.current
      if (!input) {
        throw new Error('The file picker cannot open. Put <FileDropzone.Input> inside <FileDropzone.Root>.')
      }
      ask(input, pick)
      // A label or a form may open it the next time.
      if (pick !== 'files') input.addEventListener('cancel', () => ask(input, 'files'), { once: true })
      input.click()
    },
    inputProps: {
      accept,
      multiple,
      onChange(event) {
        onChange(event)
        ask(event.target, 'files')
        // Without this the same file picked again would be no change.
        event.target.value = ''
      },
    },
  }
}
