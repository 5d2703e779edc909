'use client'
import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { FileClient } from '../create-file-client.js'
import { en } from '../locales/en.js'
import type { Messages } from '../locales/messages.js'
import { handOver } from '../queries/hand-over.js'
import { queryKeys } from '../queries/query-keys.js'

/** What `FilesProvider` gives to everything below. */
export interface FilesProviderProps {
  /** From `createFileClient()`, created outside of rendering. */
  readonly client: FileClient
  /**
   * The words of the components.
   * @default en
   */
  readonly messages?: Messages
  readonly children?: ReactNode
}

/**
 * Gives a client to all hooks and components below. Uses the app's QueryClient where there is one, else its own.
 *
 * @example
 * const client = createFileClient({ getToken })
 * <FilesProvider client={client}><App /></FilesProvider>
 */
export function FilesProvider({ client, messages, children }: FilesProviderProps) {
  const outer = useContext(QueryClientContext)
  const [own] = useState(() => new QueryClient())
  const queryClient = outer ?? own

  useEffect(() => handOver(client, queryClient), [client, queryClient])
  useEffect(
    () => client.onForget(() => void queryClient.resetQueries({ queryKey: queryKeys.all })),
    [client, queryClient],
  )
  // Once for each client: the second call of StrictMode finds the first.
  useEffect(() => void client.restore(), [client])
  useClientChange(client, queryClient)

  const provided = (
    <ClientContext.Provider value={client}>
      <MessagesContext.Provider value={messages ?? null}>{children}</MessagesContext.Provider>
    </ClientContext.Provider>
  )
  return outer ? provided : <QueryClientProvider client={queryClient}>{provided}</QueryClientProvider>
}

/**
 * The client of the nearest `FilesProvider`.
 *
 * @example
 * const { uploads } = useFileClient()
 */
export function useFileClient(): FileClient {
  const client = useContext(ClientContext)
  if (!client)
    throw new Error('There is no file client here. Put <FilesProvider client={client}> around your app.')
  return client
}

/**
 * The words of the nearest `FilesProvider`, English without one.
 *
 * @example
 * const { chooseFiles } = useMessages()
 */
export function useMessages(): Messages {
  // Not the context's default, so that apps without our words do not ship them.
  return useContext(MessagesContext) ?? en
}

const ClientContext = createContext<FileClient | null>(null)
const MessagesContext = createContext<Messages | null>(null)

/**
 * Another client is another person or organisation: what the cache holds of the last one is asked for anew. Clients that
 * come in quick succession are made while rendering, each without the uploads of the one before.
 */
function useClientChange(client: FileClient, queryClient: QueryClient): void {
  const seen = useRef({ client, changes: 0, since: 0 })
  useEffect(() => {
    const now = performance.now()
    const { client: last, changes, since } = seen.current
    if (last === client) return
    const isQuick = now - since < 1000
    seen.current = { client, changes: isQuick ? changes + 1 : 1, since: isQuick ? since : now }
    if (seen.current.changes === 5) {
      reportError(
        new Error(
          '<FilesProvider> gets new clients all the time. Call createFileClient() outside of rendering.',
        ),
      )
    }
    void queryClient.resetQueries({ queryKey: queryKeys.all })
  }, [client, queryClient])
}
