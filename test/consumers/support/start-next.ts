import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { listen } from '../../e2e/support/listen.js'
import type { Listening } from '../../e2e/support/listen.js'
import { environment } from './run-command.js'

/** `next start` on a free port, once it answers. */
export async function startNext(folder: string): Promise<Listening> {
  const port = await freePort()
  const args = ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', port]
  const child = spawn(process.execPath, args, { cwd: folder, env: environment(), stdio: 'pipe' })
  const gone = once(child, 'exit')
  let said = ''
  child.stderr.on('data', (piece) => (said += String(piece)))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (piece) => {
      said += String(piece)
      if (said.includes('Ready')) resolve()
    })
    void gone.then(() => reject(new Error(`\`next start\` ended.\n${said}`)))
  })

  return {
    origin: `http://127.0.0.1:${port}`,
    async close() {
      child.kill()
      await gone
    },
  }
}

async function freePort(): Promise<string> {
  const { origin, close } = await listen(() => {})
  await close()
  return new URL(origin).port
}
