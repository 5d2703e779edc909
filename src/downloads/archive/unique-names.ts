/**
 * The names of files in an archive: each once, whatever the case, and none that leads out of the folder it is unpacked to.
 */
export function createUniqueNames(): (name: string) => string {
  const taken = new Set<string>()
  return (raw) => {
    const name = plain(raw)
    const dot = name.lastIndexOf('.')
    const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
    let unique = name
    for (let copy = 2; taken.has(unique.toLowerCase()); copy++) unique = `${stem} (${copy})${extension}`
    taken.add(unique.toLowerCase())
    return unique
  }
}

/** As every system can write it. */
function plain(name: string): string {
  const safe = name
    .normalize('NFC')
    // What separates folders or drives, cannot be seen, or turns around what one reads.
    .replace(/[\\/:*?"<>|\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '_')
    .replace(/^\.+|[. ]+$/g, '')
  if (safe === '') return 'file'
  return devices.test(safe) ? `_${safe}` : safe
}

// No names for files in Windows, whatever the extension.
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
