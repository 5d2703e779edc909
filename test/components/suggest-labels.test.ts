import { describe, expect, it } from 'vitest'
import { choiceOf, countLabels, labelsBy } from '../../src/components/entity-files/label-choices.js'
import { labelsIn, suggestLabels } from '../../src/components/entity-files/suggest-labels.js'
import type { RelatedFile } from '../../src/index.js'

const offered = ['Contract', 'Lageplan', 'Plan', 'Planskizze', 'Zähler']
const suggest = (text: string, all = offered) =>
  suggestLabels(text, { offered, all }).map(({ label, isNew }) => (isNew ? `+ ${label}` : label))

describe('suggested labels', () => {
  it('are all of them where nothing is typed', () => {
    expect(suggest('')).toEqual(offered)
    expect(suggest('  ')).toEqual(offered)
  })

  it('have the text anywhere, the closest first, and a new one last', () => {
    expect(suggest('lan')).toEqual(['Plan', 'Planskizze', 'Lageplan', '+ lan'])
  })

  it('are found without case and accents', () => {
    expect(suggest('ZAHL')).toEqual(['Zähler', '+ ZAHL'])
  })

  it('make nothing new that is called so already, whoever has it', () => {
    expect(suggest('plan')).toEqual(['Plan', 'Planskizze', 'Lageplan'])
    expect(suggest(' signed ', [...offered, 'Signed'])).toEqual([])
  })

  it('make nothing new of several at once', () => {
    expect(suggest('Roof, Wall')).toEqual([])
  })

  it('are no more than one can look through', () => {
    const many = Array.from({ length: 500 }, (_, index) => `label ${index}`)
    expect(suggestLabels('', { offered: many, all: many })).toHaveLength(100)
  })
})

describe('a text', () => {
  it('stands for labels that are there, and for new ones', () => {
    expect(labelsIn('plan', offered)).toEqual(['Plan'])
    expect(labelsIn(' Roof , zahler,, ', offered)).toEqual(['Roof', 'Zähler'])
    expect(labelsIn(' ', offered)).toEqual([])
  })

  it('stands for the one that is written just so, where two differ by case', () => {
    expect(labelsIn('plan', ['Plan', 'plan'])).toEqual(['plan'])
  })
})

describe('labels of many files', () => {
  const file = (_id: string, _tags: readonly string[]): RelatedFile => ({
    _id,
    _schema: 'file',
    _org: '1',
    filename: _id,
    type: 'document',
    $relation: { entity_id: _id, attribute: '_files', _tags },
  })

  it('are counted, each once in a file, with those that none has', () => {
    const counts = countLabels([file('a', ['x', 'x', 'y']), file('b', ['x'])], ['y', 'z'])
    expect([...counts]).toEqual([
      ['x', 2],
      ['y', 1],
      ['z', 0],
    ])
    expect([...counts.values()].map((count) => choiceOf(count, 2))).toEqual(['all', 'some', 'none'])
  })

  it('stay as they are but for what was chosen', () => {
    const choices = new Map([
      ['new', 'all'],
      ['old', 'none'],
    ] as const)
    expect(labelsBy(choices, ['old', 'kept'])).toEqual(['kept', 'new'])
    expect(labelsBy(choices, ['new'])).toEqual(['new'])
  })
})
