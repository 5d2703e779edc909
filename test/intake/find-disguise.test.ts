import { describe, expect, it } from 'vitest'
import { findDisguise } from '../../src/intake/find-disguise.js'
import { formats } from './bytes-of-formats.js'

const look = (format: keyof typeof formats, name: string, type = '') =>
  findDisguise(new File([formats[format]], name, { type }), new AbortController().signal)

describe('is found:', () => {
  it.each<[format: keyof typeof formats, name: string, claimed: string, found: string]>([
    ['exe', 'angebot.pdf', 'pdf', 'exe'],
    ['exe', 'ANGEBOT.PDF', 'pdf', 'exe'],
    ['exe', 'angebot.exe.pdf', 'pdf', 'exe'],
    ['pdf', 'setup.exe', 'exe', 'pdf'],
    ['pdf', 'angebot.pdf.exe', 'exe', 'pdf'],
    ['exe', 'photo.jpg', 'jpg', 'exe'],
    ['exe', 'readme.txt', 'txt', 'exe'],
    ['exe', 'table.csv', 'csv', 'exe'],
    ['exe', 'contract.docx', 'docx', 'exe'],
    ['exe', 'archive.zip', 'zip', 'exe'],
    ['elf', 'photo.png', 'png', 'elf'],
    ['png', 'photo.jpg', 'jpg', 'png'],
    ['heic', 'photo.jpg', 'jpg', 'heic'],
    ['jpg', 'contract.pdf', 'pdf', 'jpg'],
    ['pdf', 'photo.jpeg', 'jpeg', 'pdf'],
    ['zip', 'contract.pdf', 'pdf', 'zip'],
    ['cfb', 'contract.pdf', 'pdf', 'cfb'],
    ['gif', 'plan.dwg', 'dwg', 'gif'],
    ['mp4', 'contract.pdf', 'pdf', 'mp4'],
    ['pdf', 'video.mp4', 'mp4', 'pdf'],
    ['jpg', 'page.html', 'html', 'jpg'],
  ])('%s called %s', async (format, name, claimed, found) => {
    expect(await look(format, name)).toEqual({ claimed, found })
  })

  it('an exe without extension whose MIME type says PDF', async () => {
    expect(await look('exe', 'angebot', 'application/pdf')).toEqual({ claimed: 'pdf', found: 'exe' })
  })
})

describe('is honest:', () => {
  it.each<[format: keyof typeof formats, ...names: string[]]>([
    ['pdf', 'a.pdf', 'A.PDF', 'logo.ai'],
    ['jpg', 'a.jpg', 'a.jpeg', 'a.JPE', 'a.jfif'],
    ['png', 'a.png'],
    ['tif', 'a.tif', 'a.tiff', 'a.dng', 'a.nef', 'a.arw', 'a.cr2'],
    ['mp4', 'a.mp4', 'a.m4v', 'a.mov', 'a.m4a', 'a.3gp'],
    ['mov', 'a.mov', 'a.mp4', 'a.qt'],
    ['heic', 'a.heic', 'a.heif', 'a.HEIC'],
    ['avif', 'a.avif'],
    ['zip', 'a.zip', 'a.docx', 'a.xlsx', 'a.odt', 'a.kmz', 'a.jar', 'a.epub', 'a.pages', 'a.ifczip'],
    ['docx', 'a.docx', 'a.zip', 'a.docm', 'a.doc'],
    ['xlsx', 'a.xlsx', 'a.xls', 'a.xlsm', 'a.xlsb'],
    ['jar', 'a.jar', 'a.zip', 'a.ear'],
    // Old Office, mails, CAD; and a protected .docx is one of them too.
    ['cfb', 'a.doc', 'a.xls', 'a.ppt', 'a.msg', 'a.rvt', 'a.sldprt', 'a.docx', 'a.xlsx'],
    ['rtf', 'a.rtf', 'a.doc', 'a.txt'],
    ['xml', 'a.xml', 'a.svg', 'a.kml', 'a.gpx', 'a.html', 'a.xls', 'a.doc', 'a.plist'],
    ['gz', 'a.gz', 'a.tgz', 'a.tar.gz', 'a.svgz'],
    ['ps', 'a.ps', 'a.eps', 'a.ai'],
    ['exe', 'a.exe', 'a.dll', 'a.scr'],
    ['elf', 'a.so', 'a.elf'],
    ['mp3', 'a.mp3'],
    ['dwg', 'a.dwg', 'a.dwt'],
    // Text that begins like something else.
    ['text', 'a.txt', 'a.csv', 'a.md', 'a.log', 'a.dxf'],
    ['mzText', 'a.txt', 'a.eml', 'a.html'],
    ['utf16', 'a.txt', 'a.csv'],
    // Bytes that tell nothing.
    ['nothing', 'a.pdf', 'a.docx', 'a.jpg', 'a.dat', 'a.step'],
    // Names that claim nothing.
    ['pdf', 'a', 'a.2024', 'a.bak', 'a.final version', '.pdf.', 'a.unknown'],
  ])('%s called %s and alike', async (format, ...names) => {
    for (const name of names) expect([name, await look(format, name)]).toEqual([name, null])
  })

  it('a PDF without extension whose MIME type says so, or says nothing', async () => {
    expect(await look('pdf', 'scan', 'application/pdf')).toBeNull()
    expect(await look('pdf', 'scan')).toBeNull()
  })

  it('a file of no bytes', async () => {
    expect(await findDisguise(new File([], 'a.pdf'), new AbortController().signal)).toBeNull()
  })
})
