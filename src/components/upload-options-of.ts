import type { UseFileUploadOptions } from '../hooks/use-file-upload.js'

type Options = Omit<UseFileUploadOptions, 'entity' | 'mode' | 'hold'>

/** Of the props of a component those that are about uploads: the engine keeps what it is given. */
export function uploadOptionsOf(props: Options): Options {
  const { scope, rules, save, prepare, autoStart, existingCount, existingBytes, onDone, onFailed } = props
  return { scope, rules, save, prepare, autoStart, existingCount, existingBytes, onDone, onFailed }
}
