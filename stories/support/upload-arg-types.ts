/** What components take over from `useFileUpload`, for their tables of props. */
export const uploadArgTypes = {
  rules: {
    description: 'What may come in: types, sizes, how many, what the bytes say, a rule of your own.',
    table: { type: { summary: 'IntakeRules' } },
  },
  save: {
    description: 'What the File entities are saved with, for all files or file by file.',
    table: { type: { summary: 'FileAttributes | (file: File) => FileAttributes' } },
  },
  prepare: {
    description: 'Makes the bytes ready before they are sent: resize, convert, rename.',
    table: { type: { summary: '(file: File, { signal }) => File | Promise<File>' } },
  },
  autoStart: {
    description: '`false` lets them stand in line until `start()`.',
    table: { type: { summary: 'boolean' }, defaultValue: { summary: 'true' } },
  },
  scope: {
    description: 'The list the files belong to. Whoever asks with the same scope sees the same uploads.',
    table: { type: { summary: 'string' }, defaultValue: { summary: 'one per entity' } },
  },
  onDone: {
    description: 'Called once for each upload that is done.',
    table: { type: { summary: '(result: UploadResult, upload: Upload) => void' } },
  },
  onFailed: {
    description: 'Called each time an upload fails for good.',
    table: { type: { summary: '(error: FileError, upload: Upload) => void' } },
  },
}
