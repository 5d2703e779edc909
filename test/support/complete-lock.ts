/**
 * Adds to package-lock.json the optional packages of other platforms that a registry does not carry. Without them
 * `npm ci` says "Missing: X from lock file". Run after a dependency was added: `node test/support/complete-lock.ts`,
 * then `npm install`.
 */
import { readFileSync, writeFileSync } from 'node:fs'

interface Entry {
  readonly version?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
  'aix',
]
const processors = ['arm', 'arm64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> }
const { packages } = lock
for (const [from, { optionalDependencies = {} }] of Object.entries(packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    const version = range.replace(/^\D*/, '')
    const isExact = /^\d/.test(range)
    const known = resolve(from, name)
    if (known && (!isExact || packages[known]?.version === version)) continue
    const top = `node_modules/${name}`
    packages[packages[top] ? `${from}/node_modules/${name}` : top] = entryOf(name, version)
    console.log(`added ${name} ${version}`)
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)

/** Where Node would find a package from a place in the tree. */
function resolve(from: string, name: string): string | undefined {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const path = `${place && `${place}/`}node_modules/${name}`
    if (packages[path]) return path
    if (!place) return undefined
  }
}

/** The names of such packages say for what they are: `@scope/binding-linux-x64-gnu`. */
function entryOf(name: string, version: string): Entry {
  const words = name.split(/[/-]/)
  const os = words.filter((word) => systems.includes(word))
  const cpu = words.filter((word) => processors.includes(word))
  const libc = words.flatMap((word) => (word === 'gnu' ? 'glibc' : word === 'musl' ? 'musl' : []))
  return {
    version,
    dev: true,
    optional: true,
    ...(os.length > 0 && { os }),
    ...(cpu.length > 0 && { cpu }),
    ...(os.includes('linux') && libc.length > 0 && { libc }),
  }
}
