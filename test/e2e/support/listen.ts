import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Listening {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** A machine whose cable can be pulled. */
export interface Machine extends Listening {
  /** Cuts every connection and takes no new one. */
  readonly unplug: () => Promise<void>
  /** It is back at the same address. */
  readonly plugIn: () => Promise<void>
}

/** Serves HTTP on a free port of 127.0.0.1: an origin of its own. */
export async function listen(answer: RequestListener): Promise<Machine> {
  const server = createServer(answer)
  await plugIn(0)
  const { port } = server.address() as AddressInfo // since it listens on TCP
  return { origin: `http://127.0.0.1:${port}`, unplug: close, plugIn: () => plugIn(port), close }

  function plugIn(at: number): Promise<void> {
    return new Promise((resolve) => server.listen(at, '127.0.0.1', resolve))
  }

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  }
}
