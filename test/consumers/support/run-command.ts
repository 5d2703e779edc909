import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** Runs a program to its end. Throws with all it said if it fails. */
export async function runCommand(folder: string, program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { cwd: folder, env: environment(), stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  )
  const [code, output, errors] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  if (code === 0) return
  throw new Error(`\`${program} ${args.join(' ')}\` failed.\n${output}\n${errors}`)
}

/** As on a developer's command line: neither a test (React would be its development build) nor an npm script of ours. */
export function environment(): NodeJS.ProcessEnv {
  const ours =
    /^(NODE_ENV|VITEST.*|TEST|MODE|DEV|PROD|npm_(package|lifecycle)_.*|npm_config_(local_prefix|loglevel))$/
  const entries = Object.entries(process.env).filter(([name]) => !ours.test(name))
  return { ...Object.fromEntries(entries), NEXT_TELEMETRY_DISABLED: '1', CI: '1' }
}
