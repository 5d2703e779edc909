import { describe, expect, it } from 'vitest'
import type { FileErrorCode, FileStep } from '../../src/api/errors.js'
import { FileError } from '../../src/api/errors.js'
import { de } from '../../src/locales/de.js'
import { describeError } from '../../src/locales/describe-error.js'
import { en } from '../../src/locales/en.js'
import type { Messages } from '../../src/locales/messages.js'

const codes = Object.keys(en.errors) as FileErrorCode[]
const steps: readonly (FileStep | undefined)[] = [
  undefined,
  'prepare',
  'reserve',
  'send',
  'save',
  'attach',
  'list',
  'download',
  'preview',
  'detach',
  'delete',
  'update',
  'submit',
]

function describeIn(messages: Messages, code: FileErrorCode, step?: FileStep) {
  return describeError(new FileError(code, 'for developers', step ? { step } : {}), messages)
}

describe.each(codes)('the error %s', (code) => {
  it.each(steps)('has words in both languages at the step %s', (step) => {
    const english = describeIn(en, code, step)
    const german = describeIn(de, code, step)

    for (const { what, short } of [english, german]) {
      expect(what.length).toBeGreaterThan(10)
      expect(short.length).toBeLessThanOrEqual(31)
      expect(`${what} ${short}`).not.toMatch(/[!]|oops|hoppla|error|fehler \d|\d{3}|undefined/i)
      expect(what).not.toMatch(/\.$/)
    }
    expect(german.what).not.toBe(english.what)
    expect(german.short).not.toBe(english.short)
  })

  it('has words of its own', () => {
    const others = codes.filter((other) => other !== code).map((other) => describeIn(en, other).what)
    expect(others).not.toContain(describeIn(en, code).what)
  })
})

it('says what is safe already', () => {
  expect(describeIn(en, 'server', 'save').what).toBe(
    'Uploaded, but not saved. Nothing needs to be sent again',
  )
  expect(describeIn(en, 'forbidden', 'attach').what).toBe('Saved, but you can’t add files here')
  expect(describeIn(de, 'network', 'save').short).toBe('Nicht gespeichert')
})

it('does not say that nothing was saved where nobody knows', () => {
  expect(describeIn(en, 'outcome-unknown', 'save').what).toMatch(/may be saved already/)
  expect(describeIn(en, 'outcome-unknown', 'attach').what).toMatch(/may be added already/)
})

describe.each(codes)('the error %s for a customer', (code) => {
  it.each(steps)('sends nobody to an administrator, and does not speak of epilot, at the step %s', (step) => {
    for (const messages of [en, de]) {
      const options = { audience: 'customer', ...(step && { step }) } as const
      const { what, short } = describeError(new FileError(code, 'for developers', options), messages)
      // Where a customer attaches nothing and knows no epilot.
      expect(`${what} ${short}`).not.toMatch(/administrator|epilot|berechtigung|the right/i)
      expect(short.length).toBeLessThanOrEqual(31)
      expect(what).not.toMatch(/\.$/)
    }
  })
})

it('says what the portal names as the reason', () => {
  const reason = 'PORTAL_USER_PENDING_ACTIVATION'
  const refused = new FileError('forbidden', 'for developers', { step: 'save', reason })
  const unknown = new FileError('forbidden', 'for developers', { step: 'save', reason: 'SOMETHING_NEW' })

  expect(describeError(refused, en).what).toBe(
    'Uploaded, but not saved. Your account is not active yet. Try again once it is',
  )
  expect(describeError(refused, de).what).toMatch(/Konto ist noch nicht freigeschaltet/)
  expect(describeError(unknown, en)).toEqual(describeIn(en, 'forbidden', 'save'))
})

describe('every other message', () => {
  it('is said in both languages', () => {
    const flat = (messages: Messages) =>
      Object.entries(messages).filter(([, words]) => typeof words !== 'object')
    const same = new Set(['uploads', 'version', 'percent', 'forFile'])
    for (const [key, english] of flat(en)) {
      const german = flat(de).find(([other]) => other === key)?.[1]
      expect(typeof german, key).toBe(typeof english)
      if (typeof english === 'string' && !same.has(key)) expect(german, key).not.toBe(english)
    }
  })

  it('counts in the plural of its language', () => {
    expect(en.needAttention(37, 3)).toBe('37 uploaded, 3 need attention')
    expect(en.needAttention(0, 1)).toBe('0 uploaded, 1 needs attention')
    expect(en.filesUploaded(1)).toBe('1 file uploaded')
    expect(de.needAttention(2, 1)).toBe('2 hochgeladen, 1 mit Problem')
    expect(de.uploadingFiles(0, 1)).toBe('1 Datei wird hochgeladen')
    expect(de.uploadingFiles(12, 40)).toBe('12 von 40 Dateien hochgeladen')
  })
})
