import type { StoreApi } from 'zustand/vanilla'

/** A value that can be read and listened to, and that only its owner changes. Fits zustand's `useStore`. */
export type ReadonlyStore<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>
