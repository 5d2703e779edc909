// A server component: no 'use client' here, ours say it themselves.
import { version } from 'react'
import { AttachToEntity, FileList, FileUpload } from 'react-epilot-files'
import { aFileEntity } from 'react-epilot-files/testing'
import { Providers } from '../shared/providers'

const stored = aFileEntity({ filename: 'from the server.pdf' })

export default function Page() {
  return (
    <main>
      <h1>React {version}</h1>
      <Providers>
        <FileUpload label="Meter photos" rules={{ content: 'warn' }} />
        <AttachToEntity entity={{ slug: 'opportunity', id: 'one' }} />
        <FileList.Root aria-label="Contract">
          <FileList.Item file={stored}>
            <FileList.Name />
            <FileList.Date />
          </FileList.Item>
        </FileList.Root>
      </Providers>
    </main>
  )
}
