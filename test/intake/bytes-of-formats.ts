/** The first bytes of some formats, as short as they can be told by. */
export const formats = {
  pdf: bytes('%PDF-1.7\n%'),
  exe: bytes('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0'),
  elf: bytes('\x7fELF\x02\x01\x01\0'),
  jpg: bytes('\xff\xd8\xff\xe0\0\x10JFIF\0'),
  png: bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\0\0\0\0\0\0\0\0IDAT'),
  gif: bytes('GIF89a\x01\0\x01\0'),
  bmp: bytes('BM\x3a\0\0\0\0\0\0\0'),
  tif: bytes('II*\0\x08\0\0\0\0\0\0\0\0\0'),
  mp4: bytes('\0\0\0\x18ftypisom\0\0\x02\0isomiso2'),
  mov: bytes('\0\0\0\x14ftypqt  \0\0\0\0qt  '),
  heic: bytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
  avif: bytes('\0\0\0\x18ftypavif\0\0\0\0mif1avif'),
  mp3: bytes('ID3\x03\0\0\0\0\0\0\xff\xfb\x90\0'),
  zip: zip('readme.txt'),
  docx: zip('word/document.xml'),
  xlsx: zip('xl/workbook.xml'),
  jar: zip('META-INF/MANIFEST.MF'),
  cfb: bytes(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(512)}`),
  rtf: bytes('{\\rtf1\\ansi hello}'),
  xml: bytes('<?xml version="1.0"?><a/>'),
  gz: bytes('\x1f\x8b\x08\0\0\0\0\0\0\x03'),
  ps: bytes('%!PS-Adobe-3.0\n'),
  dwg: bytes('AC1032\0\0\0\0\0\0'),
  text: bytes('BMW i3, charged at home: 7,4 kW\n'),
  mzText: bytes('MZ, the initials of a person, begin this note.'),
  utf16: bytes('\xff\xfeM\0Z\0 \0n\0o\0t\0e\0'),
  nothing: bytes('\x03\x02\x01\0\x01\x02\x03'),
} as const

/** Letters below 256, each a byte. */
function bytes(letters: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
}

/** An archive with one stored file in it, which is how a .docx and a .jar are told from a .zip. */
function zip(name: string): Uint8Array<ArrayBuffer> {
  const nameSize = String.fromCharCode(name.length)
  const common = `\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\0\0\0\x01\0\0\0${nameSize}\0\0\0`
  const local = `PK\x03\x04${common}${name}x`
  const central = `PK\x01\x02\x14\0${common}${'\0'.repeat(14)}${name}`
  const end = `PK\x05\x06\0\0\0\0\x01\0\x01\0${le32(central.length)}${le32(local.length)}\0\0`
  return bytes(local + central + end)
}

function le32(value: number): string {
  return String.fromCharCode(value & 255, (value >> 8) & 255, (value >> 16) & 255, value >> 24)
}
