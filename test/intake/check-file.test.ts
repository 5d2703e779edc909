import { describe, expect, it } from 'vitest'
import { accepts } from '../../src/intake/accepts.js'
import { candidatesOf } from '../../src/intake/candidate.js'
import { checkFile } from '../../src/intake/check-file.js'
import type { IntakeRules } from '../../src/intake/intake-rules.js'
import { maxPutBytes } from '../../src/intake/intake-rules.js'
import { markUnreadable } from '../../src/intake/unreadable.js'
import { aFile } from '../../src/testing.js'

describe('a type', () => {
  it.each<[name: string, type: string, accept: string[], isWelcome: boolean]>([
    ['a.pdf', 'application/pdf', ['.pdf'], true],
    ['A.PDF', '', ['.pdf'], true],
    ['a.pdf', '', ['.PDF'], true],
    ['a.pdf', '', ['pdf'], true],
    ['a.pdf', '', [' .pdf '], true],
    ['a.jpg', 'image/jpeg', ['.pdf'], false],
    ['a.jpg', 'image/jpeg', ['.pdf', '.jpg'], true],
    ['a.jpg', 'image/jpeg', ['image/*'], true],
    ['a.jpg', 'IMAGE/JPEG', ['Image/*'], true],
    ['a.pdf', 'application/pdf', ['image/*'], false],
    ['a.txt', 'text/plain;charset=utf-8', ['text/plain'], true],
    ['a.bin', 'application/octet-stream', ['*/*'], true],
    // The extension fits, whatever the browser calls it; and the other way round.
    ['a.pdf', 'application/x-something', ['.pdf'], true],
    ['scan', 'application/pdf', ['application/pdf'], true],
    ['scan', 'application/pdf', ['.pdf'], false],
    // Browsers know no type, or that of the office suite which is installed.
    ['IMG_4417.HEIC', '', ['image/*'], true],
    ['IMG_4417.heic', '', ['image/heic'], true],
    ['table.csv', 'application/vnd.ms-excel', ['text/csv'], true],
    ['mail.eml', '', ['message/rfc822'], true],
    ['a.unknown', '', ['image/*', 'application/pdf'], false],
    // Names that are odd.
    ['scan', '', ['.pdf'], false],
    ['pdf', '', ['.pdf'], false],
    ['.pdf', '', ['.pdf'], true],
    ['archive.tar.gz', '', ['.tar.gz'], true],
    ['archive.tar.gz', '', ['.gz'], true],
    ['a.pdf.exe', '', ['.pdf'], false],
    ['a.xpdf', '', ['.pdf'], false],
    ['', '', ['.pdf'], false],
  ])('%j of %j against %j', (name, type, accept, isWelcome) => {
    expect(accepts(new File(['x'], name, { type }), accept)).toBe(isWelcome)
  })
})

describe('a file', () => {
  const sized = (size: number) => Object.defineProperty(aFile(), 'size', { value: size })
  const lost = markUnreadable(new File([], 'lost.pdf'))

  it.each<[what: string, file: File, rules: IntakeRules, reason: string | undefined, limit?: number]>([
    ['without rules', aFile(), {}, undefined],
    ['with an empty list of types', aFile(), { accept: [] }, undefined],
    ['of another type', aFile({ name: 'a.exe', type: '' }), { accept: ['.pdf'] }, 'type'],
    ['of no bytes, which may only be gone', aFile({ sizeBytes: 0 }), {}, undefined],
    ['of no bytes, where that is welcome', aFile({ sizeBytes: 0 }), { allowEmpty: true }, undefined],
    [
      'of no bytes, where that is welcome, below the smallest size',
      aFile({ sizeBytes: 0 }),
      { allowEmpty: true, minSizeBytes: 5 },
      undefined,
    ],
    ['just too small', sized(9), { minSizeBytes: 10 }, 'too-small', 10],
    ['just large enough', sized(10), { minSizeBytes: 10 }, undefined],
    ['just small enough', sized(20), { maxSizeBytes: 20 }, undefined],
    ['just too large', sized(21), { maxSizeBytes: 20 }, 'too-large', 20],
    ['just what S3 takes', sized(maxPutBytes), {}, undefined],
    ['more than S3 takes', sized(maxPutBytes + 1), {}, 'too-large', maxPutBytes],
    [
      'more than S3 takes, if the rules say more',
      sized(maxPutBytes + 1),
      { maxSizeBytes: 1e12 },
      'too-large',
      maxPutBytes,
    ],
    ['that could not be read', lost, { accept: ['.txt'] }, 'unreadable'],
  ])('%s', (_, file, rules, reason, limit) => {
    const [candidate] = candidatesOf([file])
    const refusal = checkFile(candidate!, rules)
    expect(refusal?.reason).toBe(reason)
    expect(refusal?.limit).toBe(limit)
    expect(refusal?.mayAdd ?? false).toBe(false)
  })
})
