import { expect, it } from 'vitest'
import { aFile, aFileEntity, anEntity } from '../../src/testing.js'

it('makes a file of exactly the size that is asked for', () => {
  for (const sizeBytes of [0, 1, 17, 1024 * 1024, 3_500_001]) {
    const file = aFile({ name: 'scan.pdf', sizeBytes })
    expect(file.size).toBe(sizeBytes)
  }
})

it('fills files of the same name with the same bytes, and files of other names with others', async () => {
  const bytesOf = async (name: string) =>
    new Uint8Array(await aFile({ name, sizeBytes: 2_000_000 }).arrayBuffer())

  const [first, again, other] = [await bytesOf('a.pdf'), await bytesOf('a.pdf'), await bytesOf('b.pdf')]

  expect(again).toEqual(first)
  expect(Buffer.compare(other, first)).not.toBe(0)
})

it('makes a file as a person would pick it', async () => {
  const file = aFile({ name: 'Straße 1.txt', type: 'text/plain', content: 'hello' })

  expect(file).toBeInstanceOf(File)
  expect(file.name).toBe('Straße 1.txt')
  expect(file.type).toBe('text/plain')
  expect(await file.text()).toBe('hello')
})

it('makes a File entity of which all parts agree', () => {
  const entity = aFileEntity({ filename: 'photo.jpg', mime_type: 'image/jpeg', size_bytes: 2_400_000 })

  expect(entity).toMatchObject({
    _title: 'photo.jpg',
    type: 'image',
    readable_size: '2.4 MB',
    versions: [{ filename: 'photo.jpg', mime_type: 'image/jpeg', size_bytes: 2_400_000 }],
  })
})

it('names an entity that nobody else has', () => {
  expect(anEntity().id).not.toBe(anEntity().id)
  expect(anEntity({ slug: 'contact', attribute: 'contracts' })).toMatchObject({
    slug: 'contact',
    attribute: 'contracts',
  })
})
