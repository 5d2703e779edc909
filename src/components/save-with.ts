import type { FileAttributes } from '../api/types.js'
import type { AddOptions } from '../uploads/create-uploads.js'

type Save = AddOptions['save']

/** What files are saved with: what the caller says wins, but tags come together. */
export function saveWith({ _tags, ...base }: FileAttributes, save: Save): Save {
  const merge = (said: FileAttributes = {}): FileAttributes => {
    const tags = [...new Set([...(said._tags ?? []), ...(_tags ?? [])])]
    return { ...base, ...said, ...(tags.length > 0 && { _tags: tags }) }
  }
  return typeof save === 'function' ? (file) => merge(save(file)) : merge(save)
}

/** What a file without bytes of ours is saved with: it is known by its name alone. */
export function attributesOf(save: Save, filename: string): FileAttributes {
  return (typeof save === 'function' ? save(new File([], filename)) : save) ?? {}
}
