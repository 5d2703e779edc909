// What a strict app may write: every door, and the types that come through it.
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import type {
  FileDropzoneRootProps,
  FileUploadProps,
  IntakeRules,
  Messages,
  Upload,
} from 'react-epilot-files'
import {
  AttachToEntity,
  de,
  entityFilesQuery,
  FileDropzone,
  FileList,
  FilesProvider,
  FileUpload,
  UploadSummary,
  useFileUpload,
  useUpload,
} from 'react-epilot-files'
import type { FileClient, FileEntity, UploadState } from 'react-epilot-files/core'
import { createFileClient, FileError } from 'react-epilot-files/core'
import 'react-epilot-files/styles.css'
import type { FileServer } from 'react-epilot-files/testing'
import { aFile, anEntity, createFileServer } from 'react-epilot-files/testing'

export const server: FileServer = createFileServer({ latencyMs: 5 })
export const client: FileClient = createFileClient({
  getToken: ({ refresh }) => (refresh ? 'new' : 'token'),
  fetch: server.fetch,
  putBlob: server.putBlob,
})

const rules: IntakeRules = { accept: ['.pdf', 'image/*'], maxSizeBytes: 20_000_000, content: 'warn' }
const words: Messages = { ...de, chooseFiles: 'Dateien aussuchen' }

export function Files(props: Omit<FileUploadProps, 'rules'>): ReactElement {
  return (
    <FilesProvider client={client} messages={words}>
      <FileUpload {...props} rules={rules} onDone={({ kind }) => console.info(kind)} />
      <AttachToEntity entity={anEntity()} />
    </FilesProvider>
  )
}

export function OwnList(props: FileDropzoneRootProps): ReactElement {
  const { uploads, add, scope } = useFileUpload({ scope: 'own', rules })
  return (
    <FileDropzone.Root {...props} onFiles={(files) => void add(files)}>
      <FileDropzone.Input />
      <FileDropzone.Button render={(given, state) => <button {...given} data-state={typeof state} />} />
      <UploadSummary.Root scope={scope}>
        <UploadSummary.Title />
      </UploadSummary.Root>
      <FileList.Root aria-label="Uploads">
        {uploads.map((upload) => (
          <Row key={upload.id} upload={upload} />
        ))}
      </FileList.Root>
    </FileDropzone.Root>
  )
}

function Row({ upload }: { readonly upload: Upload }): ReactElement {
  const status: UploadState['status'] = useUpload(upload, (state) => state.status)
  return <FileList.Item upload={upload}>{status}</FileList.Item>
}

export function useContracts(): readonly FileEntity[] {
  const { data } = useQuery({ queryKey: ['contracts'], queryFn: () => server.files() })
  return data ?? []
}

export const later = entityFilesQuery(client, { slug: 'contract', id: '1' })
export const tells = (cause: unknown): string => (cause instanceof FileError ? cause.code : 'unknown')
export const seeds: readonly File[] = [aFile({ name: 'a.pdf' })]
