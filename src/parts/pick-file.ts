import type { PickOptions } from './pick-files.js'
import { pickFiles } from './pick-files.js'

/** Opens the browser's picker for one file. */
export function pickFile(onFile: (file: File) => void, options?: Pick<PickOptions, 'accept'>): void {
  pickFiles(([file]) => file && onFile(file), options)
}
