/** The files in a zip archive whose entries are not compressed, by name and in their order. */
export async function readZip(zip: Blob): Promise<ReadonlyMap<string, string>> {
  const view = new DataView(await zip.arrayBuffer())
  const text = (at: number, length: number) => new TextDecoder().decode(view.buffer.slice(at, at + length))
  const end = findEnd(view)
  const files = new Map<string, string>()
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const [method, size, nameLength] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 24, true),
      view.getUint16(at + 28, true),
    ]
    if (method !== 0) throw new Error('This reads only what is stored as it is.')
    const local = view.getUint32(at + 42, true)
    const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    files.set(text(at + 46, nameLength), text(begin, size))
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return files
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  throw new Error('This is no zip archive.')
}
