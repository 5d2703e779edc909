/**
 * Why a name is none to give to a file: there is nothing to read in it (`empty`), it would be a path (`separator`), it holds
 * characters that nobody sees (`control`), or more bytes than file systems take (`too-long`).
 */
export type FileNameProblem = 'empty' | 'separator' | 'control' | 'too-long'

/**
 * What is wrong with a name that a file is to be given; `null` where nothing is. What is already called so may stay.
 *
 * @example
 * if (checkFileName(name) === 'too-long') say('Use a shorter name.')
 */
export function checkFileName(name: string): FileNameProblem | null {
  if (/^[\s.]*$/.test(name)) return 'empty'
  if (/[/\\]/.test(name)) return 'separator'
  if (/\p{Cc}/u.test(name)) return 'control'
  return new TextEncoder().encode(name).length > mostBytes ? 'too-long' : null
}

// As UTF-8, which is what most file systems count: who downloads the file has to find a place for it.
const mostBytes = 255
