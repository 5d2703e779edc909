import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { runCommand } from './run-command.js'

/** An app in a folder of its own, outside of this repository, with the packed library installed. */
export interface Consumer {
  readonly folder: string
  /** Runs the script of a package that the app has, for example `next/dist/bin/next`. */
  run(script: string, ...args: readonly string[]): Promise<void>
  remove(): Promise<void>
}

export async function createConsumer(name: string): Promise<Consumer> {
  const folder = await mkdtemp(path.join(tmpdir(), `epilot-files-${name}-`))
  const app: Consumer = {
    folder,
    run: (script, ...args) =>
      runCommand(folder, process.execPath, [path.join('node_modules', script), ...args]),
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
  try {
    await install(name, folder)
  } catch (error) {
    await app.remove()
    throw error
  }
  return app
}

async function install(name: string, folder: string): Promise<void> {
  const consumers = path.resolve(import.meta.dirname, '..')
  await cp(path.join(consumers, name), folder, { recursive: true })
  await cp(path.join(consumers, 'shared'), path.join(folder, 'src/shared'), { recursive: true })
  await cp(inject('tarball'), path.join(folder, 'react-epilot-files.tgz'))
  // No lock file: made in one registry it lacks what another one has, and our own tarball differs each time.
  const quietly = ['--no-package-lock', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts']
  await runCommand(folder, 'npm', ['install', ...quietly])
}
