import type { ReactElement } from 'react'
import { createElement as h } from 'react'
import {
  AttachToEntity,
  DownloadButton,
  EntityFiles,
  FileDropzone,
  FileField,
  FileList,
  FilesProvider,
  FileUpload,
  LiveRegion,
  SubmitButton,
  SubmitReason,
  UploadSummary,
  createFileClient,
} from '../../src/index.js'
import type { WholeFileEntity } from '../../src/testing.js'
import { aFileEntity } from '../../src/testing.js'

const client = createFileClient({ getToken: () => 'token', fetch: () => new Promise(() => {}) })
const stored = { ...aFileEntity({ filename: 'contract.pdf' }), _created_at: '2026-03-01T23:30:00.000Z' }

function Row({ file }: { readonly file: WholeFileEntity }) {
  const parts = [FileList.Thumb, FileList.Name, FileList.Size, FileList.Date]
  return h(FileList.Item, { file }, ...parts.map((part, index) => h<object>(part, { key: index })))
}

/** What an app may render on a server, each with the words a reader must find before any script has run. */
export const pages: Readonly<
  Record<string, { readonly page: ReactElement; readonly words: readonly string[] }>
> = {
  FileUpload: {
    page: h(FileUpload, {
      label: 'Meter photos',
      scope: 'meter',
      rules: { maxSizeBytes: 20_000_000 },
      folders: true,
    }),
    words: ['Meter photos', 'Drop files here', 'Choose files', '20'],
  },
  AttachToEntity: {
    page: h(AttachToEntity, { entity: { slug: 'opportunity', id: 'one' } }),
    words: ['Files', 'Choose files'],
  },
  EntityFiles: {
    page: h(EntityFiles, { entity: { slug: 'opportunity', id: 'one' }, title: 'Documents', page: true }),
    words: ['Documents', 'Add files', 'Loading files'],
  },
  'FileField and SubmitButton': {
    page: h(
      'form',
      null,
      h(FileField, { name: 'photos', label: 'Meter photos', required: true, supportedTypes: ['PDF'] }),
      h(SubmitReason, { scopes: ['photos'] }),
      h(SubmitButton, { scopes: ['photos'] }),
    ),
    words: ['Meter photos', '(required)', 'PDF', 'Choose files', 'name="photos"', 'Continue'],
  },
  'the parts of a drop zone': {
    page: h(
      FileDropzone.Area,
      { onFiles() {} },
      h(
        FileDropzone.Root,
        null,
        h(FileDropzone.Input),
        h(FileDropzone.Icon),
        h(FileDropzone.Text, null, h(FileDropzone.Title), h(FileDropzone.Rules, null, 'PDF only')),
        h(FileDropzone.Button),
        h(FileDropzone.FolderButton),
        h(FileDropzone.CameraButton),
      ),
      h(FileDropzone.Overlay),
    ),
    words: ['Drop files here', 'PDF only', 'Choose files'],
  },
  'the parts of a list': {
    page: h(FileList.Root, { 'aria-label': 'Files' }, h(Row, { file: stored })),
    words: ['contract', '.pdf', 'Mar 1, 2026'],
  },
  'a list of many files': {
    page: h(
      FileList.Root,
      { 'aria-label': 'Files' },
      h(FileList.Rows<WholeFileEntity>, {
        items: Array.from({ length: 150 }, (_, index) => ({ ...stored, _id: `${index}` })),
        keyOf: ({ _id }) => _id,
        children: (file) => h(Row, { file }),
      }),
    ),
    words: ['contract', '.pdf'],
  },
  'the parts of a summary': {
    page: h(UploadSummary.Root, { scope: 'meter' }, h(UploadSummary.Title), h(UploadSummary.Progress)),
    words: [],
  },
  DownloadButton: { page: h(DownloadButton, { file: stored }), words: ['Download'] },
  LiveRegion: { page: h(LiveRegion, { scope: 'meter' }), words: [] },
}

/** A page as an app has it, with a provider. */
export function inApp(page: ReactElement): ReactElement {
  return h(FilesProvider, { client, children: page })
}
