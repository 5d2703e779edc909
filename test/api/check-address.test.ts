import { expect, it } from 'vitest'
import { checkAddress, nameOfAddress } from '../../src/core.js'

it.each([
  'https://contoso.sharepoint.com/sites/netz/Netzplan.pdf?web=1',
  'https://archive.example:8443/get?id=42#page=3',
  'https://münchen.example/Pläne/Süd.pdf',
  'HTTPS://archive.example/a',
  'https://archive.example/@jana/plan.pdf?by=a@b#c@d',
  String.raw`https://archive.example/get?path=C:\plans\a.pdf`,
])('lets %s be kept', (address) => {
  expect(checkAddress(address)).toBeNull()
})

it.each([
  ['', { kind: 'missing' }],
  ['contoso.sharepoint.com/plan.pdf', { kind: 'invalid' }],
  ['https://', { kind: 'invalid' }],
  ['https://archive.example/a b.pdf', { kind: 'invalid' }],
  ['https://archive.example/a\nb.pdf', { kind: 'invalid' }],
  ['https://archive.example/fdp.\u202eexe', { kind: 'invalid' }],
  ['https:archive.example/plan.pdf', { kind: 'invalid' }],
  ['https:/archive.example/plan.pdf', { kind: 'invalid' }],
  ['https:///archive.example/plan.pdf', { kind: 'invalid' }],
  [String.raw`https:\\archive.example\plan.pdf`, { kind: 'invalid' }],
  [String.raw`https://archive.example\@intern.local/plan.pdf`, { kind: 'invalid' }],
  ['http://intern.local/plan.pdf', { kind: 'scheme', scheme: 'http:' }],
  ['javascript:alert(1)', { kind: 'scheme', scheme: 'javascript:' }],
  ['data:text/html,<script>', { kind: 'scheme', scheme: 'data:' }],
  ['file:///C:/plan.pdf', { kind: 'scheme', scheme: 'file:' }],
  ['https://jana@archive.example/plan.pdf', { kind: 'credentials' }],
  ['https://jana:secret@archive.example/plan.pdf', { kind: 'credentials' }],
  ['https://@archive.example/plan.pdf', { kind: 'credentials' }],
  ['https://:@archive.example/plan.pdf', { kind: 'credentials' }],
  [`https://archive.example/${'a'.repeat(7000)}`, { kind: 'too-long', maxLength: 7000 }],
])('says of %j what is wrong', (address, problem) => {
  expect(checkAddress(address)).toEqual(problem)
})

it.each([
  ['https://contoso.sharepoint.com/sites/netz/Netzplan%20S%C3%BCd.pdf?web=1', 'Netzplan Süd.pdf'],
  ['https://archive.example/plans/', 'plans'],
  ['https://archive.example/a%2Fb.pdf', 'b.pdf'],
  ['https://archive.example/100%.pdf', '100%.pdf'],
  ['https://archive.example', ''],
  ['not an address', ''],
])('calls %s by the last part of its path', (address, name) => {
  expect(nameOfAddress(address)).toBe(name)
})
