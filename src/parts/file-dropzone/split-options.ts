import type { DropzoneOptions } from './dropzone-options.js'

/** Takes the options of a drop zone from among the props of its element. */
export function splitOptions<Props extends Partial<DropzoneOptions>>(
  props: Props,
): readonly [Partial<DropzoneOptions>, Omit<Props, keyof DropzoneOptions>] {
  const { onFiles, multiple, disabled, rules, count, accept, page, paste, ...rest } = props
  const options = { multiple, disabled, rules, count, accept, page, paste }
  return [onFiles ? { onFiles, ...options } : options, rest]
}
