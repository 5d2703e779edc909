import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** The text of each module, by its path below src. */
type Sources = ReadonlyMap<string, string>

/** Each room and the rooms it may look into, besides itself. */
const floors = [
  ['api'],
  ['intake', 'transfer'],
  ['journal', 'downloads'],
  ['uploads'],
  ['create-file-client.ts'],
  ['queries', 'locales'],
  ['hooks'],
  ['parts'],
  ['components'],
]
const besides: Readonly<Record<string, readonly string[]>> = {
  testing: ['api', 'transfer', 'journal'],
  server: ['api'],
}

const doors = ['index.ts', 'core.ts', 'testing.ts', 'server.ts']

describe('the modules of src', () => {
  const sources = readSources(path.resolve(import.meta.dirname, '../src'))

  it('are found, with their imports', () => {
    expect(sources.size).toBeGreaterThan(40)
    expect(importsOf(sources, 'core.ts')).toContain('create-file-client.ts')
    expect(importsOf(sources, 'hooks/use-file.ts')).toContain('@tanstack/react-query')
  })

  it('import downwards only', () => expect(upwardImports(sources)).toEqual([]))
  it('import no door', () => expect(importedDoors(sources)).toEqual([]))
  it('import in no circle', () => expect(circles(sources)).toEqual([]))
  it('know no React where core.ts reaches', () => expect(reactBehind(sources, 'core.ts')).toEqual([]))
  it('name what they import by an existing path that ends in .js', () =>
    expect(oddPaths(sources)).toEqual([]))
  it('are named in kebab-case', () => expect(oddNames(sources)).toEqual([]))
})

describe('a module that breaks a rule', () => {
  it('is found when it imports upwards', () => {
    const sources = aLibrary({ 'api/http.ts': `import { putBlob } from '../transfer/put-blob.js'` })
    expect(upwardImports(sources)).toEqual(['api/http.ts -> transfer/put-blob.ts'])
  })

  it('is found when it imports a room on its own floor', () => {
    const sources = aLibrary({ 'locales/en.ts': `import type { Key } from '../queries/query-keys.js'` })
    expect(upwardImports(sources)).toEqual(['locales/en.ts -> queries/query-keys.ts'])
  })

  it('is found when the test kit looks into the uploads', () => {
    const sources = aLibrary({
      'testing/a-file.ts': `import { createUpload } from '../uploads/create-upload.js'`,
    })
    expect(upwardImports(sources)).toEqual(['testing/a-file.ts -> uploads/create-upload.ts'])
  })

  it('is found when it stands in no room', () => {
    expect(upwardImports(aLibrary({ 'utils/misc.ts': '' }))).toEqual(['utils/misc.ts is in no known room'])
  })

  it('is found when it imports a door', () => {
    const sources = aLibrary({ 'hooks/use-file.ts': `export * from '../core.js'` })
    expect(importedDoors(sources)).toEqual(['hooks/use-file.ts -> core.ts'])
  })

  it('is found in a circle', () => {
    const sources = aLibrary({
      'api/http.ts': `import {\n  FileError,\n  toFileError,\n} from './errors.js'`,
      'api/errors.ts': `import type { Http } from './http.js'`,
    })
    expect(circles(sources)).toEqual(['api/errors.ts -> api/http.ts -> api/errors.ts'])
  })

  it('is found when core.ts reaches React through others', () => {
    const sources = aLibrary({
      'core.ts': `export { createUpload } from './uploads/create-upload.js'`,
      'uploads/create-upload.ts': `const later = () => import('../transfer/put-blob.js')`,
      'transfer/put-blob.ts': `import { useQuery } from '@tanstack/react-query'\nimport { create } from 'zustand'`,
    })
    expect(reactBehind(sources, 'core.ts')).toEqual([
      'transfer/put-blob.ts imports @tanstack/react-query',
      'transfer/put-blob.ts imports zustand',
    ])
  })

  it('is found when its import has no ending, a wrong one, or leads nowhere', () => {
    const sources = aLibrary({
      'api/http.ts': `import './errors'\nimport './errors.ts'\nimport './gone.js'`,
    })
    expect(oddPaths(sources)).toEqual([
      'api/http.ts imports ./errors',
      'api/http.ts imports ./errors.ts',
      'api/http.ts imports ./gone.js',
    ])
  })

  it('is found when its name is no kebab-case', () => {
    expect(oddNames(aLibrary({ 'hooks/useFile.ts': '' }))).toEqual(['hooks/useFile.ts'])
  })
})

/** Some modules that exist, and others that the test is about. */
function aLibrary(modules: Readonly<Record<string, string>>): Sources {
  const empty = [
    'api/http.ts',
    'api/errors.ts',
    'transfer/put-blob.ts',
    'uploads/create-upload.ts',
    'queries/query-keys.ts',
    'core.ts',
  ]
  return new Map([...empty.map((file) => [file, ''] as const), ...Object.entries(modules)])
}

function readSources(root: string): Sources {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  )
  return new Map(
    files.map((file) => [file.split(path.sep).join('/'), readFileSync(path.join(root, file), 'utf8')]),
  )
}

/** What stands in quotes after `from`, `import` and `import(`. Comments do not begin a line with these words. */
function specifiersOf(source: string): string[] {
  const found = source.matchAll(
    /^(?:import|export)\b[^'"()]*?\bfrom\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm,
  )
  return [...found].flatMap(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? [])
}

/** What a module imports: paths below src, and what comes from packages. */
function importsOf(sources: Sources, file: string): string[] {
  return specifiersOf(sources.get(file) ?? '').map((specifier) =>
    specifier.startsWith('.') ? (resolve(sources, file, specifier) ?? specifier) : specifier,
  )
}

function resolve(sources: Sources, file: string, specifier: string): string | undefined {
  const base = path.posix.join(path.posix.dirname(file), specifier).replace(/\.(?:js|tsx?)$/, '')
  return [`${base}.ts`, `${base}.tsx`].find((candidate) => sources.has(candidate))
}

function upwardImports(sources: Sources): string[] {
  return modulesOf(sources).flatMap((file) => {
    const room = roomOf(file)
    if (doors.includes(room)) return []
    const below = roomsBelow(room)
    if (!below) return [`${file} is in no known room`]
    return importsOf(sources, file)
      .filter((target) => sources.has(target) && !doors.includes(target))
      .filter((target) => roomOf(target) !== room && !below.includes(roomOf(target)))
      .map((target) => `${file} -> ${target}`)
  })
}

/** A folder of src, or a file that lies in none. */
function roomOf(file: string): string {
  return file.split('/')[0] ?? file
}

function roomsBelow(room: string): readonly string[] | undefined {
  const floor = floors.findIndex((rooms) => rooms.includes(room))
  return floor < 0 ? besides[room] : floors.slice(0, floor).flat()
}

function importedDoors(sources: Sources): string[] {
  // A door may lead through another door.
  const inside = modulesOf(sources).filter((file) => !doors.includes(file))
  return inside.flatMap((file) =>
    importsOf(sources, file)
      .filter((target) => doors.includes(target))
      .map((door) => `${file} -> ${door}`),
  )
}

function circles(sources: Sources): string[] {
  const found: string[] = []
  const finished = new Set<string>()
  for (const file of modulesOf(sources)) visit(file, [])
  return found

  function visit(file: string, way: readonly string[]): void {
    if (way.includes(file)) {
      found.push([...way.slice(way.indexOf(file)), file].join(' -> '))
      return
    }
    if (finished.has(file)) return
    for (const target of importsOf(sources, file)) if (sources.has(target)) visit(target, [...way, file])
    finished.add(file)
  }
}

function reactBehind(sources: Sources, entry: string): string[] {
  const reached = new Set([entry])
  for (const file of reached) {
    for (const target of importsOf(sources, file)) if (sources.has(target)) reached.add(target)
  }
  return [...reached].flatMap((file) =>
    importsOf(sources, file)
      // Zustand's main door holds its hook; zustand/vanilla does without.
      .filter((target) => !sources.has(target) && /(?:^|\/)react\b|^zustand$/.test(target))
      .map((name) => `${file} imports ${name}`),
  )
}

function oddPaths(sources: Sources): string[] {
  return modulesOf(sources).flatMap((file) =>
    specifiersOf(sources.get(file) ?? '')
      .filter((specifier) => specifier.startsWith('.'))
      .filter((specifier) => !specifier.endsWith('.js') || !resolve(sources, file, specifier))
      .map((specifier) => `${file} imports ${specifier}`),
  )
}

function oddNames(sources: Sources): string[] {
  return modulesOf(sources).filter(
    (file) => !/^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.tsx?$/.test(file),
  )
}

function modulesOf(sources: Sources): string[] {
  return [...sources.keys()].toSorted()
}
