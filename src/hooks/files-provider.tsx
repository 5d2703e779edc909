'use client'
import { QueryClient, QueryClientContext, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { FileClient } from '../create-file-client.js'
import { en } from '../locales/en.js'
import type { Messages } from '../locales/messages.js'
import { handOver } from '../queries/hand-over.js'

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
  useStableClient(client)

  const provided = (
    <ClientContext.Provider value={client}>
      <MessagesContext.Provider value={messages ?? null}>{children}</MessagesContext.Provider>
    </ClientContext.Provider>
  )
  return outer ? provided : <QueryClientProvider client={queryClient}>{provided}</QueryClientProvider>
}

/** The client of the nearest `FilesProvider`. */
export function useFileClient(): FileClient {
  const client = useContext(ClientContext)
  if (!client)
    throw new Error('There is no file client here. Put <FilesProvider client={client}> around your app.')
  return client
}

/** The words of the nearest `FilesProvider`, English without one. */
export function useMessages(): Messages {
  // Not the context's default, so that apps without our words do not ship them.
  return useContext(MessagesContext) ?? en
}

const ClientContext = createContext<FileClient | null>(null)
const MessagesContext = createContext<Messages | null>(null)

/** A client made while rendering loses its uploads with each render: told at once instead of found out later. */
function useStableClient(client: FileClient): void {
  const seen = useRef({ client, changes: 0 })
  useEffect(() => {
    if (seen.current.client === client) return
    seen.current = { client, changes: seen.current.changes + 1 }
    if (seen.current.changes >= maxChanges) {
      throw new Error(
        '<FilesProvider> gets a new client again and again. Call createFileClient() outside of rendering.',
      )
    }
  }, [client])
}

// More changes than anybody signs in and out within the life of one provider.
const maxChanges = 20
