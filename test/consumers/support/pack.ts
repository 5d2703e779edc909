import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { runCommand } from './run-command.js'

declare module 'vitest' {
  interface ProvidedContext {
    /** What `npm publish` would send. */
    readonly tarball: string
  }
}

/** Builds and packs the library once for all consumers. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = path.resolve(import.meta.dirname, '../../..')
  const folder = await mkdtemp(path.join(tmpdir(), 'epilot-files-tarball-'))
  const remove = () => rm(folder, { recursive: true })
  try {
    await runCommand(root, 'npm', ['pack', '--silent', `--pack-destination=${folder}`])
    const [name = ''] = await readdir(folder)
    project.provide('tarball', path.join(folder, name))
  } catch (error) {
    await remove()
    throw error
  }
  return remove
}
