/**
 * Files that were pasted or photographed, with names that tell them apart: browsers call every picture of the clipboard
 * `image.png`, phones many a photo `image.jpg`. The new one is `word` and when it was made, for example
 * `Photo 2026-03-09 14.05.33.jpg`: it sorts by time in any language, and Windows allows no colons.
 */
export function withTellingNames(files: readonly File[], word: string): readonly File[] {
  const taken = new Set(files.map(({ name }) => name))
  return files.map((file) => {
    const [, extension] = /^image\.(\w+)$/i.exec(file.name) ?? []
    if (!extension) return file
    const base = `${word} ${timeOf(new Date(file.lastModified))}`
    let name = `${base}.${extension}`
    for (let copy = 2; taken.has(name); copy++) name = `${base} (${copy}).${extension}`
    taken.add(name)
    return new File([file], name, { type: file.type, lastModified: file.lastModified })
  })
}

function timeOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('.')}`
}
