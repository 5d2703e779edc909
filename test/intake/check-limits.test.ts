import { expect, it } from 'vitest'
import type { Candidate } from '../../src/intake/candidate.js'
import { candidateAgain, candidatesOf } from '../../src/intake/candidate.js'
import type { CountedFile, Existing } from '../../src/intake/check-limits.js'
import { checkLimits, tallyOf } from '../../src/intake/check-limits.js'
import type { IntakeRules } from '../../src/intake/intake-rules.js'
import { aFile } from '../../src/testing.js'

interface Present {
  readonly files: CountedFile[]
  readonly existing: Existing
}
const empty: Present = { files: [], existing: { count: 0, totalBytes: 0 } }
const check = (candidates: readonly Candidate[], rules: IntakeRules, { files, existing }: Present) =>
  checkLimits(candidates, rules, { tally: tallyOf(files), existing })
const files = (...sizes: number[]) =>
  sizes.map((sizeBytes, index) => aFile({ name: `${index}.pdf`, sizeBytes }))
const reasons = (given: File[], rules: IntakeRules, present = empty) => {
  const { welcome, refused } = check(candidatesOf(given), rules, present)
  const why = new Map(refused.map(({ file, reason }) => [file, reason]))
  expect(welcome).toEqual(given.filter((file) => !why.has(file)))
  return given.map((file) => why.get(file) ?? 'welcome')
}

it('takes files up to the count, those that are there included', () => {
  expect(reasons(files(1, 1, 1), { maxCount: 3 })).toEqual(['welcome', 'welcome', 'welcome'])
  expect(reasons(files(1, 1, 1), { maxCount: 2 })).toEqual(['welcome', 'welcome', 'too-many'])
  const present = {
    files: [{ file: aFile({ name: 'there.pdf' }), mayRepeat: true }],
    existing: { count: 1, totalBytes: 0 },
  }
  expect(reasons(files(1, 1), { maxCount: 3 }, present)).toEqual(['welcome', 'too-many'])
  expect(reasons(files(1), { maxCount: 0 })).toEqual(['too-many'])
})

it('takes files up to the bytes of all together; one that is too large does not block those behind it', () => {
  expect(reasons(files(4, 6), { maxTotalBytes: 10 })).toEqual(['welcome', 'welcome'])
  expect(reasons(files(4, 7, 6, 1), { maxTotalBytes: 10 })).toEqual([
    'welcome',
    'total-too-large',
    'welcome',
    'total-too-large',
  ])
  const present = { ...empty, files: [{ file: aFile({ sizeBytes: 8 }), mayRepeat: false }] }
  expect(reasons(files(3, 2), { maxTotalBytes: 10 }, present)).toEqual(['total-too-large', 'welcome'])
  const elsewhere = { ...empty, existing: { count: 1, totalBytes: 8 } }
  expect(reasons(files(3, 2), { maxTotalBytes: 10 }, elsewhere)).toEqual(['total-too-large', 'welcome'])
})

it('holds back what is in the list already, and what comes twice at once', () => {
  const [one, again] = [aFile({ name: 'a.pdf' }), aFile({ name: 'a.pdf' })]
  expect(reasons([one, again], {})).toEqual(['welcome', 'duplicate'])
  expect(reasons([again], {}, { ...empty, files: [{ file: one, mayRepeat: false }] })).toEqual(['duplicate'])
  expect(reasons([again], {}, { ...empty, files: [{ file: one, mayRepeat: true }] })).toEqual(['welcome'])
  expect(reasons([one, again], { duplicates: 'allow' })).toEqual(['welcome', 'welcome'])
})

it('takes files for different ones that differ in path, name, size or date', () => {
  const from = (path: string) =>
    Object.defineProperty(aFile({ name: 'a.pdf' }), 'relativePath', { value: path })
  const older = new File(['The content of a.pdf'], 'a.pdf', { lastModified: 1 })
  const given = [
    aFile({ name: 'a.pdf' }),
    aFile({ name: 'b.pdf', content: 'The content of a.pdf' }),
    aFile({ name: 'a.pdf', content: 'more' }),
    older,
    from('plans/a.pdf'),
    from('roofs/a.pdf'),
    from('./plans/a.pdf'),
    aFile({ name: 'a.pdf', content: 'more' }),
  ]
  expect(reasons(given, {})).toEqual([...Array<string>(6).fill('welcome'), 'duplicate', 'duplicate'])
})

it('lets duplicates take no room', () => {
  const [a, b] = [aFile({ name: 'a.pdf' }), aFile({ name: 'b.pdf' })]
  expect(reasons([a, aFile({ name: 'a.pdf' }), b], { maxCount: 2 })).toEqual([
    'welcome',
    'duplicate',
    'welcome',
  ])
})

it('adds a duplicate that was asked for, if the limits allow', () => {
  const file = aFile()
  const present = { ...empty, files: [{ file: aFile(), mayRepeat: false }] }
  const [refusal] = check(candidatesOf([file]), {}, present).refused
  expect(refusal?.mayAdd).toBe(true)

  expect(check([candidateAgain(refusal!)], {}, present).welcome).toEqual([file])
  expect(check([candidateAgain(refusal!)], { maxCount: 1 }, present).refused).toMatchObject([
    { reason: 'too-many', limit: 1, mayAdd: false },
  ])
})
