import { FileError } from '../api/errors.js'

/** Three more tries, but none where no waiting helps: a person should not wait seven seconds for a "no". */
export function retryQuery(failures: number, error: Error): boolean {
  return failures < 3 && !(error instanceof FileError && !error.retryable)
}
