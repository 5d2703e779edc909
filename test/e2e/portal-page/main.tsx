import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { FileError, PortalFile } from '../../../src/index.js'
import {
  createFileClient,
  createRetryPolicy,
  describeError,
  en,
  FilesProvider,
  FileUpload,
  rulesInWords,
  useDeletePortalFiles,
  useObjectUrl,
  usePortalDownload,
  usePortalFiles,
  usePortalPreview,
  usePortalRules,
} from '../../../src/index.js'
import '../../../src/styles.css'

// The files of a contract in a customer portal, as an app would build it of our hooks.

const query = new URLSearchParams(location.search)
const apiUrl = query.get('api') ?? ''
const contract = { slug: 'contract', id: query.get('contract') ?? '' }

const client = createFileClient({
  getToken: () => 'token-of-a-customer',
  fileUrl: apiUrl,
  entityUrl: apiUrl,
  portalUrl: apiUrl,
  retry: createRetryPolicy({ baseMs: 50, maxMs: 500 }),
  settleMs: 300,
})

function Contract() {
  const { data: rules = {} } = usePortalRules({ organizationId: '123', origin: 'END_CUSTOMER_PORTAL' })
  const { data, error } = usePortalFiles({ entity: contract })
  const [opened, setOpened] = useState<PortalFile | null>(null)
  return (
    <main>
      <FileUpload label="Send us a file" mode="portal" entity={contract} rules={rules} />
      <p>Takes: {rulesInWords(rules, en)}</p>
      {error && <p role="alert">{describeError(error as FileError, en).what}</p>}
      <ul aria-label="Your files">
        {data?.files.map((file) => (
          <File key={file._id} file={file} onOpen={() => setOpened(file)} />
        ))}
      </ul>
      {opened && <Preview file={opened} onClose={() => setOpened(null)} />}
    </main>
  )
}

function File({ file, onOpen }: { readonly file: PortalFile; readonly onOpen: () => void }) {
  const download = usePortalDownload()
  const remove = useDeletePortalFiles(contract)
  const problem = (download.error ?? remove.error) as FileError | null // all our operations throw these
  return (
    <li>
      {file.filename} {file.is_new && <strong>New</strong>}
      {problem && <span role="alert">{describeError(problem, en).what}</span>}
      <button onClick={onOpen}>Show</button>
      <button onClick={() => download.mutate(file)}>Download</button>
      <button onClick={() => remove.mutate([file])}>Delete</button>
    </li>
  )
}

function Preview({ file, onClose }: { readonly file: PortalFile; readonly onClose: () => void }) {
  const { data: preview, error } = usePortalPreview(file._id)
  const src = useObjectUrl(preview?.blob) ?? preview?.url
  return (
    <section aria-label="Preview">
      {preview?.kind === 'image' && src && <img src={src} alt={file.filename} />}
      {error && <p role="alert">{describeError(error as FileError, en).what}</p>}
      {preview?.kind === 'unsupported' && <p>No preview</p>}
      <button onClick={onClose}>Close</button>
    </section>
  )
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <FilesProvider client={client}>
        <Contract />
      </FilesProvider>
    </StrictMode>,
  )
}
