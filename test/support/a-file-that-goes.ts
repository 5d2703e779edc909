/** A file that is there until it is changed, or moved away, on the device. */
export function aFileThatGoes(file: File): { readonly file: File; readonly change: () => void } {
  let isGone = false
  const whole = new Blob([file])
  const gone = () => new DOMException('It could not be read.', 'NotReadableError')
  const failing = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({ pull: (source) => source.error(gone()) })
  Object.assign(file, {
    stream: () => (isGone ? failing() : whole.stream()),
    arrayBuffer: () => (isGone ? Promise.reject(gone()) : whole.arrayBuffer()),
    text: () => (isGone ? Promise.reject(gone()) : whole.text()),
  })
  return { file, change: () => void (isGone = true) }
}
