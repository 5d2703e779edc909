import { expect, it } from 'vitest'
import { de, en } from '../../src/index.js'
import { attachedInWords } from '../../src/locales/attached-in-words.js'

const id = '3f6b2a04-7c1e-4a52-a9d8-51c0e2f61043'

it.each<[slug: string, title: string | undefined, english: string, german: string]>([
  ['opportunity', '#1043', 'Opportunity #1043', 'Opportunity #1043'],
  ['order', '#88-2210', 'Order #88-2210', 'Auftrag #88-2210'],
  ['order', 'Order 12', 'Order 12', 'Auftrag Order 12'],
  ['contact', 'Emre Yıldız', 'Emre Yıldız', 'Emre Yıldız'],
  ['meter_counter', undefined, 'Meter counter 3f6b2a04', 'Meter counter 3f6b2a04'],
  ['contract', undefined, 'Contract 3f6b2a04', 'Vertrag 3f6b2a04'],
])('names the %s %j that a file is attached to', (slug, title, english, german) => {
  const attached = { entities: [{ slug, id, title }], moreCount: 0 }

  expect(attachedInWords(attached, en.collection)).toBe(english)
  expect(attachedInWords(attached, de.collection)).toBe(german)
})

it('counts what it does not name', () => {
  const contact = { slug: 'contact', id, title: 'Emre Yıldız' }
  const order = { slug: 'order', id: '2', title: '#1' }

  expect(attachedInWords({ entities: [contact, order], moreCount: 1 }, en.collection)).toBe(
    'Emre Yıldız and 2 more',
  )
  expect(attachedInWords({ entities: [contact], moreCount: 1200 }, de.collection)).toBe(
    'Emre Yıldız und 1.200 weitere',
  )
})

it('says that a file is attached to nothing only where that is known', () => {
  expect(attachedInWords({ entities: [], moreCount: 0 }, en.collection)).toBe('Not attached yet')
  expect(attachedInWords({ entities: [], moreCount: 1 }, en.collection)).toBeNull()
})
