import type { ReactNode } from 'react'
import type { Messages } from '../locales/messages.js'

/**
 * How a button that acts on a file is named: by its visible words, or else by its action, and with the file. Only a
 * button without words has a title, the same as its name, so that nobody hears it twice.
 */
export function buttonNames(
  children: ReactNode,
  action: string,
  fileName: string,
  { forFile }: Messages,
): object {
  if (children !== undefined) {
    return { 'aria-label': forFile(typeof children === 'string' ? children : action, fileName) }
  }
  const name = forFile(action, fileName)
  return { title: name, 'aria-label': name }
}
