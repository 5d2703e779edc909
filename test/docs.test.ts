import { execFile } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

/** A piece of TypeScript in a page of the manual. */
interface Sample {
  /** `docs/journeys.md` */
  readonly page: string
  /** Where it begins in its page. */
  readonly line: number
  readonly text: string
  /** Below the folder of its page, where samples find one another: `providers.tsx`. */
  readonly file: string
}

const root = path.resolve(import.meta.dirname, '..')
const pages = ['README.md', ...readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`)]
const samples = pages.filter((page) => page.endsWith('.md')).flatMap(samplesOf)

describe('what README and docs show', () => {
  let errors: readonly string[] = []
  beforeAll(async () => void (errors = await compile(samples)), 120_000)

  it('is found', () => expect(samples.length).toBeGreaterThan(15))

  it.each(samples.map((sample) => [`${sample.page}:${sample.line}`, sample] as const))(
    'can be pasted as it stands: %s',
    (_place, sample) => {
      const own = `${folderOf(sample)}/${sample.file}`
      expect(errors.filter((error) => error.startsWith(own))).toEqual([])
    },
  )

  it('has no other errors', () => {
    const known = samples.map((sample) => `${folderOf(sample)}/${sample.file}`)
    expect(errors.filter((error) => !known.some((file) => error.startsWith(file)))).toEqual([])
  })
})

function samplesOf(page: string): readonly Sample[] {
  const text = readFileSync(path.join(root, page), 'utf8')
  const fences = text.matchAll(/^( *)```(tsx?)\n(.*?)^ *```$/gms)
  return [...fences].map(({ index, 1: indent = '', 2: extension = 'ts', 3: code = '' }) => {
    const line = text.slice(0, index).split('\n').length + 1
    const name = /^\/\/ ([\w-]+\.tsx?)\b/.exec(code)?.[1] ?? `line-${line}.${extension}`
    return { page, line, file: name, text: code.replaceAll(new RegExp(`^${indent}`, 'gm'), '') }
  })
}

function folderOf({ page }: Sample): string {
  return path.basename(page, '.md')
}

/** What the compiler has against them, a line each, by the file. */
async function compile(samples: readonly Sample[]): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'docs-'))
  try {
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction')
    for (const sample of samples) write(path.join(folder, folderOf(sample)), sample.file, sample.text)
    for (const page of new Set(samples.map(folderOf))) {
      for (const [file, text] of Object.entries(theAppsOwn)) write(path.join(folder, page), file, text)
    }
    write(folder, 'app.d.ts', othersPackages)
    write(folder, 'tsconfig.json', JSON.stringify(config))
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
    const output = await run(tsc, ['-p', folder, '--pretty', 'false'], folder)
    return output.split('\n').filter((line) => line.includes('error TS'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What it says; it says something where it is not content. */
function run(script: string, options: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script, ...options], { cwd }, (error, stdout) => {
      if (error && !stdout.includes('error TS')) reject(error)
      else resolve(stdout)
    })
  })
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, file), text)
}

const src = (file: string) => [path.join(root, 'src', file)]
const config = {
  extends: path.join(root, 'tsconfig.json'),
  compilerOptions: {
    types: ['vite/client'],
    moduleDetection: 'force',
    paths: {
      'react-epilot-files': src('index.ts'),
      'react-epilot-files/core': src('core.ts'),
      'react-epilot-files/testing': src('testing.ts'),
    },
  },
  include: ['**/*'],
  exclude: ['node_modules'],
}

/** What samples take from the app around them. */
const theAppsOwn = {
  'session.ts': `export declare const session: {
    readonly orgId: string
    readonly userId: string
    getToken(options: { readonly refresh: boolean }): Promise<string>
    signIn(): void
  }`,
  'app.tsx': `import type { EntityRef } from 'react-epilot-files'
  export declare function App(): null
  export declare function EntityTitle(entity: EntityRef): null`,
  'archive.ts': `export declare function isKnown(file: File, signal: AbortSignal): Promise<boolean>`,
  'customer.ts': `export declare const customer: {
    readonly id: string
    getToken(options: { readonly refresh: boolean }): Promise<string>
    signIn(): void
    signOut(): Promise<void>
  }`,
}

/** What is not installed here. */
const othersPackages = `declare module '@epilot/app-bridge' {
  export function initialize(): Promise<{ readonly token: string; readonly lang: string }>
  export function getEntityContext(): Promise<{ readonly entityId: string; readonly schema: string }>
}`
