import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactElement } from 'react'
import { StrictMode } from 'react'
import { expect, it } from 'vitest'
import type { EntityRef, FileClientOptions } from '../../src/index.js'
import {
  AttachToEntity,
  createFileClient,
  EntityFiles,
  FilesProvider,
  RestoredUploads,
} from '../../src/index.js'
import { takeOffReplaced } from '../../src/queries/replaced-files.js'
import { aFile, anEntity, createFileServer, createMemoryJournal } from '../../src/testing.js'

const plan: EntityRef = { ...anEntity(), attribute: 'plan' }
const never = () => new Promise<never>(() => {})

it.each([
  ['AttachToEntity', <AttachToEntity key="a" entity={plan} />],
  ['EntityFiles', <EntityFiles key="e" entity={plan} />],
])(
  'takes the old file off once the new one is attached, after a reload in between (%s)',
  async (_name, ui) => {
    const scene = setUp()
    const before = await replaceIn(scene, { ui, putBlob: never })
    await waitFor(() => expect(scene.journal.keptBytes()).toHaveLength(1))
    before.close()
    expect(scene.names()).toEqual(['old.pdf'])

    scene.open({ ui })
    await userEvent.click(await screen.findByRole('button', { name: 'Continue, new.pdf' }))

    await waitFor(() => expect(scene.names()).toEqual(['new.pdf']))
    const order = scene.server.ledger.calls().map(({ operation }) => operation)
    expect(order.indexOf('addRelations')).toBeLessThan(order.indexOf('deleteRelation'))
    await waitFor(() => expect(screen.queryByTitle('old.pdf')).not.toBeInTheDocument())
    expect(await screen.findByTitle('new.pdf')).toBeInTheDocument()
  },
)

it('does so, once, where the reload comes between the two', async () => {
  const scene = setUp()
  const before = await replaceIn(scene, { fetch: hangsAt(scene.server, 'DELETE') })
  await waitFor(() => expect(scene.names()).toEqual(['old.pdf', 'new.pdf']))
  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ result: { kind: 'saved' } }]))
  before.close()

  const { close } = scene.open({ ui: <RestoredUploads /> })

  await waitFor(() => expect(scene.names()).toEqual(['new.pdf']))
  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ replaces: undefined }]))
  // Somebody puts it back: that is not to be undone.
  close()
  const [old] = scene.server.files()
  scene.server.relate(plan, [...scene.server.filesOf(plan), old!])
  const third = scene.open({ ui: <RestoredUploads /> })
  await act(() => third.client.restore())
  expect(scene.server.ledger.count('deleteRelation')).toBe(1)
})

it('does so in one of two tabs', async () => {
  const scene = setUp()
  const before = await replaceIn(scene, { fetch: hangsAt(scene.server, 'DELETE') })
  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ result: { kind: 'saved' } }]))

  const second = scene.open({ ui: <RestoredUploads /> })
  const third = scene.open({ ui: <RestoredUploads /> })
  await act(() => Promise.all([second.client.restore(), third.client.restore()]))
  expect(scene.server.ledger.count('deleteRelation')).toBe(0)
  before.close()

  await waitFor(() => expect(scene.names()).toEqual(['new.pdf']))
  expect(scene.server.ledger.count('deleteRelation')).toBe(1)
})

it('leaves the old file where the new one is refused after a reload', async () => {
  const scene = setUp()
  const before = await replaceIn(scene, { putBlob: never })
  await waitFor(() => expect(scene.journal.keptBytes()).toHaveLength(1))
  before.close()
  scene.server.failNext('addRelations', { status: 403 })

  scene.open({ ui: <AttachToEntity entity={plan} /> })
  await userEvent.click(await screen.findByRole('button', { name: 'Continue, new.pdf' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Keep unattached, new.pdf' }))

  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ result: { attach: 'none' } }]))
  expect(scene.names()).toEqual(['old.pdf'])
  expect(scene.server.ledger.count('deleteRelation')).toBe(0)
})

it('leaves the old file where the new one was canceled too late and could not be deleted', async () => {
  const scene = setUp()
  const before = await replaceIn(scene, { fetch: hangsAt(scene.server, 'POST', /relations/) })
  await waitFor(() =>
    expect(scene.journal.entries()).toMatchObject([{ checkpoint: { reached: 'attach-sent' } }]),
  )
  before.close()
  scene.server.failNext('deleteFile', { status: 403 })
  scene.server.failNext('getRelationsV3', 'hang')

  const { client } = scene.open({ ui: <RestoredUploads /> })
  await waitFor(() => expect(client.uploads.all()).toHaveLength(1))
  act(() => client.uploads.all()[0]?.cancel())
  await waitFor(() => expect(scene.server.ledger.count('deleteFile')).toBe(1))

  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ result: {}, replaces: undefined }]))
  expect(scene.names()).toEqual(['old.pdf'])
  expect(scene.server.ledger.count('deleteRelation')).toBe(0)
})

it('leaves the old file where undo has brought it back before the reload', async () => {
  const scene = setUp()
  const before = await replaceIn(scene, {})
  await waitFor(() => expect(scene.names()).toEqual(['new.pdf']))
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(scene.names()).toEqual(['old.pdf']))
  before.close()
  const calls = scene.server.ledger.count('deleteRelation')

  const { client } = scene.open({ ui: <AttachToEntity entity={plan} /> })
  await act(() => client.restore())

  await screen.findByTitle('old.pdf')
  expect(scene.server.ledger.count('deleteRelation')).toBe(calls)
})

it('leaves the old file where somebody has taken off the new one by then', async () => {
  const scene = setUp()
  const before = await replaceIn(scene, { fetch: hangsAt(scene.server, 'DELETE') })
  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ result: { kind: 'saved' } }]))
  before.close()
  const [old] = scene.server.filesOf(plan)
  scene.server.relate(plan, [])
  scene.server.world.relations.clear()
  scene.server.relate(plan, [old!])

  scene.open({ ui: <AttachToEntity entity={plan} /> })

  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ replaces: undefined }]))
  expect(scene.names()).toEqual(['old.pdf'])
  expect(scene.server.ledger.count('deleteRelation')).toBe(0)
})

it('takes it off also where a thousand files of other attributes stand between the two', async () => {
  const scene = setUp()
  const many = Array.from({ length: 250 }, (_, index) => scene.server.addFile({ filename: `${index}.pdf` }))
  scene.server.relate({ slug: plan.slug, id: plan.id }, many)
  const before = await replaceIn(scene, { fetch: hangsAt(scene.server, 'DELETE') })
  await waitFor(() => expect(scene.names()).toEqual(['old.pdf', 'new.pdf']))
  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ result: { kind: 'saved' } }]))
  before.close()

  scene.open({ ui: <RestoredUploads /> })

  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ replaces: undefined }]))
  expect(scene.names()).toEqual(['new.pdf'])
})

it('does so where a tab that was open all the time has seen it end', async () => {
  const scene = setUp()
  const before = await replaceIn(scene, {
    fetch: hangsAt(scene.server, 'DELETE'),
    putBlob: async (request) => {
      await isWatched
      return scene.server.putBlob(request)
    },
  })
  let watch = () => {}
  const isWatched = new Promise<void>((resolve) => (watch = resolve))
  await waitFor(() => expect(scene.journal.entries()).toHaveLength(1))
  const { client } = scene.open({ ui: <RestoredUploads /> })
  await act(() => client.restore())
  expect(client.uploads.all()).toHaveLength(1)
  await act(async () => watch())
  await waitFor(() =>
    expect(client.uploads.all().map(({ state }) => state.getState().status)).toEqual(['done']),
  )
  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ result: { kind: 'saved' } }]))
  expect(scene.server.ledger.count('deleteRelation')).toBe(0)

  before.close()

  await waitFor(() => expect(scene.names()).toEqual(['new.pdf']))
  expect(scene.server.ledger.count('deleteRelation')).toBe(1)
})

it('takes nothing off for somebody else who has signed in by then', async () => {
  const scene = setUp()
  const before = await replaceIn(scene, { fetch: hangsAt(scene.server, 'DELETE') })
  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ result: { kind: 'saved' } }]))
  before.close()
  let owner = 'me'
  const { client, show } = scene.load({ owner: () => owner })
  await act(() => client.restore())
  expect(client.uploads.all()).toHaveLength(1)
  owner = 'somebody else'
  show(<AttachToEntity entity={plan} />)
  await screen.findByTitle('new.pdf')

  const [upload] = client.uploads.all()
  if (upload) await takeOffReplaced(client, new QueryClient(), upload)

  expect(scene.names()).toEqual(['old.pdf', 'new.pdf'])
  expect(scene.server.ledger.count('deleteRelation')).toBe(0)
  expect(scene.journal.entries()).toMatchObject([{ replaces: [expect.any(String)] }])
})

it.each([
  [403, 'AttachToEntity', <AttachToEntity key="a" entity={plan} />],
  [503, 'EntityFiles', <EntityFiles key="e" entity={plan} />],
])('says where the old file could not be taken off after a reload (%i, %s)', async (status, _name, ui) => {
  const scene = setUp()
  const before = await replaceIn(scene, { fetch: hangsAt(scene.server, 'DELETE') })
  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ result: { kind: 'saved' } }]))
  before.close()
  scene.server.failNext('deleteRelation', { status }, 99)

  scene.open({ ui })

  expect(await screen.findByText(/^new\.pdf added, but old\.pdf could not be removed/)).toBeInTheDocument()
  expect(scene.names()).toEqual(['old.pdf', 'new.pdf'])
})

it('says nothing where somebody else has taken off the old file in the same moment', async () => {
  const scene = setUp()
  const before = await replaceIn(scene, { fetch: hangsAt(scene.server, 'DELETE') })
  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ result: { kind: 'saved' } }]))
  before.close()
  scene.server.failNext('deleteRelation', { status: 404 })

  scene.open({ ui: <EntityFiles entity={plan} /> })

  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ replaces: undefined }]))
  expect(scene.server.ledger.count('deleteRelation')).toBe(1)
  expect(screen.queryByText(/could not be removed/)).not.toBeInTheDocument()
})

it('does so once somebody looks, where it was found before', async () => {
  const scene = setUp()
  const before = await replaceIn(scene, { fetch: hangsAt(scene.server, 'DELETE') })
  await waitFor(() => expect(scene.journal.entries()).toMatchObject([{ result: { kind: 'saved' } }]))
  before.close()
  const { client, show } = scene.load({})
  await act(() => client.restore())
  expect(scene.names()).toEqual(['old.pdf', 'new.pdf'])

  show(<EntityFiles entity={plan} />)

  await waitFor(() => expect(scene.names()).toEqual(['new.pdf']))
})

function setUp() {
  const journal = createMemoryJournal()
  const server = createFileServer({
    schemas: [{ slug: plan.slug, attributes: [{ name: 'plan', multiple: false }] }],
  })
  server.relate(plan, [server.addFile({ filename: 'old.pdf' })])
  const names = () => server.filesOf(plan).map(({ filename }) => filename)
  return { journal, server, names, open, load }

  function open({ ui, ...options }: FileClientOptions & { readonly ui: ReactElement }) {
    const page = load(options)
    page.show(ui)
    return page
  }

  /** A page load. */
  function load(options: FileClientOptions) {
    const tab = journal.openTab()
    const client = createFileClient({
      getToken: () => 'token',
      owner: () => 'me',
      fetch: server.fetch,
      putBlob: server.putBlob,
      lock: tab.lock,
      journal: { storage: tab },
      ...options,
    })
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    let unmount = () => {}
    const show = (ui: ReactElement) => {
      unmount = render(
        <StrictMode>
          <QueryClientProvider client={queryClient}>
            <FilesProvider client={client}>{ui}</FilesProvider>
          </QueryClientProvider>
        </StrictMode>,
      ).unmount
    }
    const close = () => {
      unmount()
      tab.kill()
    }
    return { client, show, close }
  }
}

/** Somebody chooses a file in the place of the one that is there. */
async function replaceIn(
  scene: ReturnType<typeof setUp>,
  { ui = <AttachToEntity entity={plan} />, ...options }: FileClientOptions & { readonly ui?: ReactElement },
) {
  const page = scene.open({ ui, ...options })
  await screen.findByTitle('old.pdf')
  await userEvent.upload(
    document.querySelector<HTMLInputElement>('input[type="file"]')!,
    aFile({ name: 'new.pdf' }),
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Replace' }))
  return page
}

/** Calls by this method, to these paths, never reach epilot. */
function hangsAt(
  { fetch }: { readonly fetch: typeof globalThis.fetch },
  method: string,
  path = /./,
): typeof globalThis.fetch {
  return (input, init) => {
    const isRequest = input instanceof Request
    const called = init?.method ?? (isRequest ? input.method : 'GET')
    const url = isRequest ? input.url : String(input)
    return called === method && path.test(url) ? never() : fetch(input, init)
  }
}
