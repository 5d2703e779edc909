'use client'
import type { ReactNode } from 'react'
import { createFileClient, FilesProvider } from 'react-epilot-files'
import { createFileServer } from 'react-epilot-files/testing'

const server = createFileServer()
const client = createFileClient({ getToken: () => 'token', fetch: server.fetch, putBlob: server.putBlob })

/** An app's provider, on a small epilot in the page itself. */
export function Providers({ children }: { readonly children: ReactNode }) {
  return <FilesProvider client={client}>{children}</FilesProvider>
}
