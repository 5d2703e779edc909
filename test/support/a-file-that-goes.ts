/** A file that is there until it is changed, or moved away, on the device. */
export function aFileThatGoes(file: File): { readonly file: File; readonly change: () => void } {
  let isGone = false
  const { stream, arrayBuffer, text } = File.prototype
  const gone = () => new DOMException('It could not be read.', 'NotReadableError')
  const failing = () =>
    new ReadableStream<Uint8Array<ArrayBuffer>>({ pull: (source) => source.error(gone()) })
  Object.assign(file, {
    stream: () => (isGone ? failing() : stream.call(file)),
    arrayBuffer: () => (isGone ? Promise.reject(gone()) : arrayBuffer.call(file)),
    text: () => (isGone ? Promise.reject(gone()) : text.call(file)),
  })
  return { file, change: () => void (isGone = true) }
}
