import { pickFiles } from './pick-files.js'

/** Opens the browser's picker for one file. */
export function pickFile(onFile: (file: File) => void): void {
  pickFiles(([file]) => file && onFile(file))
}
