import { readFileSync, globSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import * as testKit from '../src/testing.js'

const root = path.resolve(import.meta.dirname, '..')
const docs = ['README.md', ...globSync('docs/*.md', { cwd: root })]
  .map((file) => readFileSync(path.join(root, file), 'utf8'))
  .join('\n')

it.each(Object.keys(testKit))('the docs name %s of the test kit', (name) => {
  expect(docs).toMatch(new RegExp(`\\b${name}\\b`))
})

const methods = Object.entries({
  createFileServer: testKit.createFileServer(),
  createMemoryJournal: testKit.createMemoryJournal(),
}).flatMap(([maker, made]) => Object.keys(made).map((method) => ({ maker, method })))

it.each(methods)('the docs name $method of $maker()', ({ method }) => {
  expect(docs).toMatch(new RegExp(`\\b${method}\\b`))
})
