import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { IntakeRules } from '../../../src/index.js'
import {
  AttachToEntity,
  createFileClient,
  createRetryPolicy,
  EntityFiles,
  FilesProvider,
  FileUpload,
  pathOf,
  useLeaveWarning,
} from '../../../src/index.js'
import '../../../src/styles.css'
import { bytesOf } from './bytes.js'
import { followRow } from './follow-row.js'

/** A file as a test describes it; its bytes are made where they are needed. */
export interface FileSeed {
  readonly name: string
  readonly type: string
  readonly seed: number
  readonly sizeBytes: number
  /** These letters, each a byte, instead of bytes from the seed. */
  readonly content?: string
}

/** What tests ask of the page besides what a person could do. */
const e2e = {
  /** Drops files onto the page's drop zone, as a browser does when they come from the desktop. */
  async drop(seeds: readonly FileSeed[]): Promise<void> {
    await e2e.dropFiles(
      seeds.map(({ name, type, seed, sizeBytes, content }) => {
        const bytes =
          content === undefined
            ? bytesOf(seed, sizeBytes)
            : Uint8Array.from(content, (letter) => letter.charCodeAt(0))
        return new File([bytes], name, { type, lastModified: 1 })
      }),
    )
  },
  async dropFiles(given: Iterable<File>): Promise<void> {
    const files = new DataTransfer()
    for (const file of given) files.items.add(file)
    const zone = document.querySelector('.ef-dropzone') ?? document.body
    for (const type of ['dragenter', 'dragover', 'drop']) {
      zone.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true }))
      await new Promise(requestAnimationFrame)
    }
  },
  followRow,
  /** Somebody signs in, as the app's own sign-in would tell the client. */
  signIn(person: string): void {
    account.person = person
    client.resume()
  },
  signOut: () => void (account.person = ''),
}

declare global {
  interface Window {
    e2e: typeof e2e
  }
}
window.e2e = e2e

const query = new URLSearchParams(location.search)
const apiUrl = query.get('api') ?? ''
const entity = { slug: 'opportunity', id: query.get('entity') ?? '' }
const patienceMs = Number(query.get('patienceMs'))

const account = { person: query.get('signedIn') ?? '', version: 1 }
const withAccounts = {
  owner: () => account.person,
  /** A refresh takes its time, as it does at an identity provider; each brings another token. */
  async getToken({ refresh }: { readonly refresh: boolean }): Promise<string> {
    if (account.person === '') throw new Error('Nobody is signed in.')
    if (refresh) {
      await new Promise((resolve) => setTimeout(resolve, 200))
      account.version += 1
    }
    return `${account.person}-${account.version}`
  },
}

const client = createFileClient({
  getToken: () => 'token-of-a-person',
  ...(account.person !== '' && withAccounts),
  fileUrl: apiUrl,
  entityUrl: apiUrl,
  // As by default, but nobody waits half a minute for a test.
  retry: createRetryPolicy({ attempts: Number(query.get('attempts')), baseMs: 50 }),
  settleMs: 300,
  ...(patienceMs > 0 && { patience: { stallMs: patienceMs, answerMs: patienceMs } }),
})

/** The page of a public journey, where nobody is signed in. */
function Journey() {
  return (
    <main>
      <h1>Meter reading</h1>
      <FileUpload label="Meter photos" mode="journey" />
    </main>
  )
}

function Opportunity() {
  useLeaveWarning()
  return (
    <main>
      <h1>Opportunity</h1>
      <AttachToEntity
        entity={entity}
        rules={JSON.parse(query.get('rules') ?? '{}') as IntakeRules}
        autoStart={query.get('autoStart') !== 'false'}
        // Tells where a file came from.
        save={query.get('folders') === 'true' ? (file) => ({ _tags: [pathOf(file)] }) : {}}
        folders={query.get('folders') === 'true'}
        page={query.get('wholePage') === 'true'}
        targetName="Opportunity 1043"
      />
    </main>
  )
}

/** The Files tab of an opportunity. */
function Files() {
  return (
    <main>
      <h1>Opportunity</h1>
      <EntityFiles entity={entity} />
    </main>
  )
}

const scenes = new Map([
  ['journey', Journey],
  ['files', Files],
])
const Scene = scenes.get(query.get('scene') ?? '') ?? Opportunity

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <FilesProvider client={client}>
      <Scene />
    </FilesProvider>
  </StrictMode>,
)
