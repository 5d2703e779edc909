import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import type { RenderOptions } from '@testing-library/react'
import { render, renderHook } from '@testing-library/react'
import type { FileClientOptions } from '../../src/index.js'
import { createFileClient, FilesProvider } from '../../src/index.js'
import { createFileServer, createManualPut } from '../../src/testing.js'

/** A client on a fake epilot whose bytes the test drives by hand, and an app around it. */
export function createApp(options: FileClientOptions = {}) {
  const server = createFileServer()
  const put = createManualPut({ server })
  const client = createFileClient({
    getToken: () => 'token',
    fetch: server.fetch,
    putBlob: put,
    // The browser's own is shared by all tests.
    journal: 'off',
    ...options,
  })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>
      <FilesProvider client={client}>{children}</FilesProvider>
    </QueryClientProvider>
  )
  return {
    server,
    put,
    client,
    queryClient,
    render: (ui: ReactElement, options?: Omit<RenderOptions, 'wrapper' | 'queries'>) =>
      render(ui, { ...options, wrapper }),
    renderHook: <Result, Props>(hook: (props: Props) => Result, initialProps?: Props) =>
      renderHook(hook, initialProps === undefined ? { wrapper } : { wrapper, initialProps }),
  }
}
