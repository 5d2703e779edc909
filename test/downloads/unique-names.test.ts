import { expect, it } from 'vitest'
import { createUniqueNames } from '../../src/downloads/archive/unique-names.js'

it.each([
  [
    ['plan.pdf', 'plan.pdf', 'PLAN.PDF'],
    ['plan.pdf', 'plan (2).pdf', 'PLAN (3).PDF'],
  ],
  [
    ['plan (2).pdf', 'plan.pdf', 'plan.pdf'],
    ['plan (2).pdf', 'plan.pdf', 'plan (3).pdf'],
  ],
  [
    ['README', 'README', '.env', '.env'],
    ['README', 'README (2)', 'env', 'env (2)'],
  ],
  [
    ['Zählerfoto.jpg', 'Za\u0308hlerfoto.jpg'],
    ['Zählerfoto.jpg', 'Zählerfoto (2).jpg'],
  ],
  [
    ['../../etc/passwd', '..\\boot.ini', 'C:\\a.pdf', 'a\u202Efdp.exe', 'a\nb.pdf'],
    ['_.._etc_passwd', '_boot.ini', 'C__a.pdf', 'a_fdp.exe', 'a_b.pdf'],
  ],
  [
    ['CON.pdf', 'lpt1', 'Console.pdf'],
    ['_CON.pdf', '_lpt1', 'Console.pdf'],
  ],
  [
    ['...', ' . ', ''],
    ['file', 'file (2)', 'file (3)'],
  ],
])('names %j as %j', (names, unique) => {
  expect(names.map(createUniqueNames())).toEqual(unique)
})
