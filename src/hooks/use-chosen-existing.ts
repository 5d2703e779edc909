'use client'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { createStore } from 'zustand/vanilla'
import type { FileEntity } from '../api/types.js'
import type { FileClient } from '../create-file-client.js'
import { useFileClient } from './files-provider.js'

/** What somebody has chosen, and what changes it. */
export type ChosenExisting = ReturnType<typeof useChosenExisting>

/** Files of epilot that somebody has chosen for an entity yet to be created; found again by who comes back to the scope. */
export function useChosenExisting(scope: string) {
  const client = useFileClient()
  const store = storeOf(client, scope)
  const chosen = useStore(store)
  const actions = useMemo(
    () => ({
      choose: (files: readonly FileEntity[]) => {
        store.setState((before) => {
          const known = new Set(before.map(({ _id }) => _id))
          return [...before, ...files.filter(({ _id }) => !known.has(_id))]
        }, true)
      },
      clear: () => store.setState([], true),
      remove: (id: string) => {
        store.setState((before) => before.filter(({ _id }) => _id !== id), true)
      },
    }),
    [store],
  )
  return { chosen, ...actions }
}

type Store = StoreApi<readonly FileEntity[]>

function storeOf(client: FileClient, scope: string): Store {
  const stores = known.get(client) ?? new Map<string, Store>()
  if (!known.has(client)) {
    known.set(client, stores)
    // Whoever signs in next has chosen nothing.
    client.onForget(() => stores.forEach((store) => store.setState([], true)))
  }
  const store = stores.get(scope) ?? createStore<readonly FileEntity[]>(() => [])
  stores.set(scope, store)
  return store
}

const known = new WeakMap<FileClient, Map<string, Store>>()
