import { vi } from 'vitest'

// What a test waits for comes when it comes, on a busy machine too; of this wait there is no default to set.
const { waitFor } = vi
vi.waitFor = (callback, options = {}) =>
  waitFor(callback, { timeout: 20_000, ...(typeof options === 'number' ? { timeout: options } : options) })
