import { describe, expect, it } from 'vitest'
import type { FileFilter, FileSort } from '../../src/components/entity-files/arrange-files.js'
import { addedSince, isSameSince } from '../../src/components/entity-files/added-since.js'
import { arrangeFiles, facetsOf, kindOf, tagsOf } from '../../src/components/entity-files/arrange-files.js'
import type { FileEntity } from '../../src/index.js'

const all: FileFilter = { name: '', kinds: new Set(), tags: new Set(), added: null }
const newest: FileSort = { by: 'added', order: 'desc' }

function file(filename: string, rest: Partial<FileEntity> = {}): FileEntity {
  return { _id: filename, _schema: 'file', _org: '1', filename, type: 'document', ...rest }
}
function names(files: readonly FileEntity[], filter: Partial<FileFilter>, sort: FileSort = newest) {
  return arrangeFiles(files, { ...all, ...filter }, sort, 'de').map(({ filename }) => filename)
}

describe('arranged files', () => {
  it('are sorted by name as people of the locale do, numbers by their value', () => {
    const files = [file('Plan 10.pdf'), file('Ärger.pdf'), file('plan 9.pdf'), file('Zaun.pdf')]
    const sorted = ['Ärger.pdf', 'plan 9.pdf', 'Plan 10.pdf', 'Zaun.pdf']
    expect(names(files, {}, { by: 'name', order: 'asc' })).toEqual(sorted)
    expect(names(files, {}, { by: 'name', order: 'desc' })).toEqual(sorted.toReversed())
  })

  it('are sorted by type and within it by name; names without extension come first', () => {
    const files = [file('b.pdf'), file('readme'), file('c.jpg'), file('a.pdf')]
    expect(names(files, {}, { by: 'type', order: 'asc' })).toEqual(['readme', 'c.jpg', 'a.pdf', 'b.pdf'])
  })

  it('are sorted by size, an unknown one as nothing', () => {
    const files = [file('b', { size_bytes: 2 }), file('none'), file('a', { size_bytes: 10 })]
    expect(names(files, {}, { by: 'size', order: 'desc' })).toEqual(['a', 'b', 'none'])
  })

  it('keep their order where they are equal', () => {
    const files = [file('b', { size_bytes: 1 }), file('a', { size_bytes: 1 })]
    expect(names(files, {}, { by: 'size', order: 'desc' })).toEqual(['b', 'a'])
    expect(names(files, {}, { by: 'size', order: 'asc' })).toEqual(['b', 'a'])
  })

  it('are found by any part of the name, without case and accents', () => {
    const files = [file('Zählerfoto.JPG'), file('Vertrag.pdf')]
    expect(names(files, { name: ' zahlerF ' })).toEqual(['Zählerfoto.JPG'])
  })

  it('are let through by one of the kinds and one of the tags', () => {
    const files = [
      file('a.pdf', { _tags: ['Plan'] }),
      file('b.pdf', { _tags: ['Offer', 'Signed'] }),
      file('c.jpg', { _tags: ['Plan'] }),
      file('d.dwg', { _tags: ['Plan'] }),
    ]
    expect(names(files, { kinds: new Set(['pdf', 'image']) })).toEqual(['a.pdf', 'b.pdf', 'c.jpg'])
    expect(names(files, { tags: new Set(['Signed', 'Plan']), kinds: new Set(['pdf']) })).toEqual([
      'a.pdf',
      'b.pdf',
    ])
  })
})

describe('files added of late', () => {
  const now = new Date(2026, 2, 12, 15, 30).valueOf()
  const at = (...[month, day, hour, minute]: readonly [number, number, number?, number?]) => ({
    _created_at: new Date(2026, month - 1, day, hour ?? 0, minute ?? 0).toISOString(),
  })

  it('are those of today and of the seven days before, from the first minute', () => {
    const files = [file('today', at(3, 12, 15)), file('first', at(3, 5)), file('late', at(3, 4, 23, 59))]
    expect(names(files, { added: addedSince('week', now) })).toEqual(['today', 'first'])
  })

  it('are those of the month so far', () => {
    const files = [file('today', at(3, 12)), file('first', at(3, 1)), file('late', at(2, 28, 23, 59))]
    expect(names(files, { added: addedSince('month', now) })).toEqual(['today', 'first'])
  })

  it('reach back into the month before, over a change of clocks, too', () => {
    const april = new Date(2026, 3, 2, 1).valueOf()
    expect(addedSince('week', april).at).toBe(new Date(2026, 2, 26).valueOf())
    expect(addedSince('month', april).at).toBe(new Date(2026, 3, 1).valueOf())
  })

  it('are none of which nobody knows when', () => {
    const files = [file('no date'), file('odd date', { _created_at: 'soon' })]
    expect(names(files, { added: addedSince('month', now) })).toEqual([])
    expect(names(files, {})).toHaveLength(2)
  })

  it('are told apart by what was chosen, where both begin at the same moment', () => {
    const eighth = new Date(2026, 2, 8).valueOf()
    const [week, month] = [addedSince('week', eighth), addedSince('month', eighth)]
    expect(week.at).toBe(month.at)
    expect(isSameSince(week, month)).toBe(false)
    expect(isSameSince(week, addedSince('week', eighth + 3_600_000))).toBe(true)
    expect(isSameSince(null, null)).toBe(true)
    expect(isSameSince(null, month)).toBe(false)
  })
})

describe('facets', () => {
  it('count kinds and tags, the most frequent first', () => {
    const files = [file('a.jpg', { _tags: ['x'] }), file('b.pdf', { _tags: ['x', 'y'] }), file('c.pdf')]
    const { kinds, tags } = facetsOf(files)
    expect([...kinds]).toEqual([
      ['pdf', 2],
      ['image', 1],
    ])
    expect([...tags]).toEqual([
      ['x', 2],
      ['y', 1],
    ])
  })

  it('take a link for a link, whatever its name', () => {
    expect(kindOf(file('plan.pdf', { custom_download_url: 'https://example.com' }))).toBe('link')
  })

  it('name the own tags and the labels here, each once', () => {
    expect(tagsOf({ ...file('a', { _tags: ['x', 'y'] }), $relation: { _tags: ['y', 'z'] } })).toEqual([
      'x',
      'y',
      'z',
    ])
  })
})
