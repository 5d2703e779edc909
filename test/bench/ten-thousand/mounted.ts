/** A list of files in the page, and the hand that moves it. */
export interface Mounted {
  /** All of them have a row, or the list says how many there are. */
  readonly isFull: (count: number) => boolean
  /** The next of those that are being sent has come a little further. */
  readonly progress: () => void
  readonly clear: () => void
}
