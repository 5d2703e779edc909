import { expect, it } from 'vitest'
import { fromFileUploadValue, toFileUploadValue } from '../../src/core.js'

const s3ref = { bucket: 'b', key: '123/temp/1/Stra%C3%9Fe%201.pdf' }
const whole = { s3ref, filename: 'Straße 1.pdf', contentType: 'application/pdf', size: 1234 }

it('comes back from a form field as it went in', () => {
  const files = [whole, { s3ref: { bucket: 'b', key: 'k' }, filename: 'b' }]

  const field = JSON.stringify(toFileUploadValue(files))

  expect(fromFileUploadValue(field)).toEqual(files)
  expect(JSON.parse(field)).toEqual({
    files: [
      { filename: 'Straße 1.pdf', s3ref, contentType: 'application/pdf', size: 1234 },
      { filename: 'b', s3ref: { bucket: 'b', key: 'k' } },
    ],
  })
})

it('holds each file once', () => {
  expect(toFileUploadValue([whole, whole]).files).toHaveLength(1)
  expect(fromFileUploadValue({ files: [whole, whole] })).toEqual([whole])
})

it.each([
  ['an empty field', ''],
  ['no field', null],
  ['nothing', undefined],
  ['another text', 'photo.jpg'],
  ['another value', { files: 'photo.jpg' }],
  ['an empty value', {}],
  ['files that never reached S3', { files: [{ filename: 'a.pdf' }, null, { s3ref: { bucket: 'b' } }] }],
])('has no files where it is %s', (_, value) => {
  expect(fromFileUploadValue(value)).toEqual([])
})

it.each([
  ['123/temp/1/Stra%C3%9Fe%201.pdf', 'Straße 1.pdf'],
  ['100%.pdf', '100%.pdf'],
])('calls a file without a name by the end of its key: %s', (key, filename) => {
  expect(fromFileUploadValue({ files: [{ s3ref: { bucket: 'b', key } }] })).toMatchObject([{ filename }])
})
