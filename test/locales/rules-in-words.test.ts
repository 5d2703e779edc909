import { expect, it } from 'vitest'
import type { IntakeRules } from '../../src/index.js'
import { de, en, rulesInWords } from '../../src/index.js'

it.each<[rules: IntakeRules, english: string, german: string]>([
  [{}, '', ''],
  [{ content: 'warn', duplicates: 'allow', allowEmpty: true }, '', ''],
  [
    {
      accept: ['.pdf', '.jpg', 'image/jpeg', '.jpeg', 'image/png', '.HEIC'],
      maxSizeBytes: 20e6,
      maxCount: 10,
    },
    'PDF, JPG, PNG or HEIC · up to 20 MB each · up to 10 files',
    'PDF, JPG, PNG oder HEIC · je bis 20 MB · bis zu 10 Dateien',
  ],
  [
    { accept: ['application/pdf'], maxCount: 1, maxSizeBytes: 5e6 },
    'PDF · up to 5 MB · one file',
    'PDF · bis 5 MB · eine Datei',
  ],
  [{ accept: ['image/*', 'video/*'] }, 'images or videos', 'Bilder oder Videos'],
  [{ accept: ['*/*'], maxCount: 2 }, 'up to 2 files', 'bis zu 2 Dateien'],
  [{ maxSizeBytes: 50e9 }, 'up to 5.4 GB each', 'je bis 5,4 GB'],
  [{ maxSizeBytes: Infinity, maxCount: Infinity, maxTotalBytes: Infinity }, '', ''],
  [
    { minSizeBytes: 10_000, maxTotalBytes: 100e6 },
    'at least 10 kB each · up to 100 MB in total',
    'je mindestens 10 kB · zusammen bis 100 MB',
  ],
  [
    {
      accept: [
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'image/svg+xml',
        'image/tiff',
        'application/x-foo',
        'model/*',
      ],
    },
    'DOCX, SVG, TIF, FOO or model',
    'DOCX, SVG, TIF, FOO oder model',
  ],
])('%#', (rules, english, german) => {
  const inWords = [en, de].map((messages) => rulesInWords(rules, messages).replaceAll('\u00a0', ' '))
  expect(inWords).toEqual([english, german])
})
