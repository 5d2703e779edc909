import { act, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { OpenDownload } from '../../src/index.js'
import {
  describeError,
  en,
  FileError,
  useDeletePortalFiles,
  useFileUpload,
  usePortalDownload,
  usePortalFiles,
  usePortalPreview,
  usePortalRules,
} from '../../src/index.js'
import type { FileServerOptions } from '../../src/testing.js'
import { aFile, anEntity, createFileServer } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const contract = anEntity({ slug: 'contract' })

it('pages through the files that a portal user may see', async () => {
  const { add, renderHook } = portal()
  add(...Array.from({ length: 250 }, (_, index) => `${index}.pdf`))
  const { result } = renderHook(() => usePortalFiles({ entity: contract }))
  await waitFor(() => expect(result.current.data).toMatchObject({ hits: 250 }))
  expect(result.current.data?.files).toHaveLength(100)

  await act(() => result.current.fetchNextPage())
  await act(() => result.current.fetchNextPage())

  await waitFor(() => expect(result.current.data?.files).toHaveLength(250))
  expect(result.current.hasNextPage).toBe(false)
})

it('finds files by the words of their name, of one entity or of all', async () => {
  const { add, server, renderHook } = portal()
  add('meter 2026.jpg', 'invoice 2026.pdf')
  const other = server.addFile({ filename: 'meter 2025.jpg', shared_with_end_customer: true })
  server.relate(anEntity({ slug: 'order' }), [other])
  const { result } = renderHook(() => ({
    here: usePortalFiles({ entity: contract, text: 'meter' }),
    anywhere: usePortalFiles({ text: 'meter' }),
  }))

  await waitFor(() => expect(result.current.anywhere.data?.files).toHaveLength(2))
  await waitFor(() =>
    expect(result.current.here.data?.files.map(({ filename }) => filename)).toEqual(['meter 2026.jpg']),
  )
})

it('lets what is uploaded pass from the uploads into the list', async () => {
  const { server, renderHook } = portal()
  const { result } = renderHook(() => ({
    list: usePortalFiles({ entity: contract }),
    upload: useFileUpload({ mode: 'portal', entity: contract }),
  }))
  await waitFor(() => expect(result.current.list.isSuccess).toBe(true))

  await act(() => result.current.upload.add([aFile({ name: 'meter.jpg' })]))

  await waitFor(() =>
    expect(result.current.list.data?.files.map(({ filename }) => filename)).toEqual(['meter.jpg']),
  )
  await waitFor(() => expect(result.current.upload.uploads).toEqual([]))
  expect(server.ledger.count('saveFileV2')).toBe(0)
})

it('deletes files of an entity', async () => {
  const { add, server, renderHook } = portal()
  const [first] = add('a.pdf', 'b.pdf')
  const { result } = renderHook(() => ({
    list: usePortalFiles({ entity: contract }),
    remove: useDeletePortalFiles(contract),
  }))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(2))

  act(() => result.current.remove.mutate([first!]))

  await waitFor(() => expect(server.filesOf(contract)).toHaveLength(1))
  await waitFor(() => expect(result.current.remove.data).toEqual([first!._id]))
  expect(result.current.list.data?.files.map(({ filename }) => filename)).toEqual(['b.pdf'])
})

it.each([403, 404, 409])(
  'gives back files that may not be deleted (%i), where they stood',
  async (status) => {
    const { add, server, renderHook } = portal()
    const files = add('a.pdf', 'b.pdf', 'c.pdf')
    const { result } = renderHook(() => ({
      list: usePortalFiles({ entity: contract }),
      remove: useDeletePortalFiles(contract),
    }))
    const shown = () => result.current.list.data?.files.map(({ filename }) => filename)
    await waitFor(() => expect(shown()).toHaveLength(3))
    const before = shown()
    server.failNext('deleteEntityFile', { status, body: { message: 'No.' } })
    // The truth is not asked for: what is seen is what was put back.
    server.failNext('searchPortalUserEntities', 'hang')

    act(() => result.current.remove.mutate([files[1]!]))

    await waitFor(() => expect(shown()).toEqual(before))
    expect(server.files()).toHaveLength(3)
  },
)

it('says of each file why it is back, also where several are deleted at once', async () => {
  const { add, server, renderHook } = portal()
  const [a, b, c] = add('a.pdf', 'b.pdf', 'c.pdf')
  const { result } = renderHook(() => useDeletePortalFiles(contract))
  server.failNext('deleteEntityFile', { status: 403, body: { message: 'It is checked already.' } })
  server.failNext('deleteEntityFile', { status: 202, body: { deletedFiles: [b!._id] } })

  act(() => result.current.mutate([a!]))
  await waitFor(() => expect(server.ledger.count('deleteEntityFile')).toBe(1))
  act(() => result.current.mutate([b!, c!]))

  await waitFor(() => expect(result.current.refusals.size).toBe(2))
  for (const { _id } of [a!, c!]) {
    expect(result.current.refusals.get(_id)).toMatchObject({ code: 'forbidden', step: 'delete' })
  }
  expect(describeError(result.current.refusals.get(a!._id)!, en).what).toBe(
    'Not deleted. This is not possible here. Get in touch if you need it',
  )

  act(() => result.current.mutate([a!]))
  await waitFor(() => expect(result.current.refusals.has(a!._id)).toBe(false))
})

it('gives back those that the portal has not deleted', async () => {
  const { add, server, renderHook } = portal()
  const [first, second] = add('a.pdf', 'b.pdf')
  const { result } = renderHook(() => ({
    list: usePortalFiles({ entity: contract }),
    remove: useDeletePortalFiles(contract),
  }))
  await waitFor(() => expect(result.current.list.data?.files).toHaveLength(2))
  server.failNext('deleteEntityFile', { status: 202, body: { deletedFiles: [first!._id] } })
  server.failNext('searchPortalUserEntities', 'hang')

  act(() => result.current.remove.mutate([first!, second!]))

  await waitFor(() =>
    expect(result.current.list.data?.files.map(({ filename }) => filename)).toEqual(['b.pdf']),
  )
})

it('asks anew how to show a file each time it is opened', async () => {
  const { add, server, renderHook } = portal()
  const [photo] = add('meter.png')
  const { result, rerender } = renderHook(({ id }: { id: string | null }) => usePortalPreview(id), {
    id: null as string | null,
  })
  expect(server.ledger.count('getFilePreview')).toBe(0)

  rerender({ id: photo!._id })
  await waitFor(() => expect(result.current.data).toMatchObject({ kind: 'image', url: expect.any(String) }))
  rerender({ id: null })
  await waitFor(() => expect(result.current.data).toBeUndefined())
  rerender({ id: photo!._id })

  await waitFor(() => expect(server.ledger.count('getFilePreview')).toBe(2))
})

const proxied = {
  filename: 'bill.pdf',
  shared_with_end_customer: true,
  custom_download_url: 'https://erp-file-proxy.sls.epilot.io/download?id=7',
  custom_download_url_auth: 'token' as const,
}

it('shows bytes that answer to the customer’s token alone, as what they are shown as', async () => {
  const { server, renderHook } = portal()
  const bill = server.addFile(
    { ...proxied, mime_type: 'text/plain', filename: 'bill.pdf' },
    { content: '<script>' },
  )
  server.relate(contract, [bill])
  const { result } = renderHook(() => usePortalPreview(bill._id))

  await waitFor(() => expect(result.current.data?.blob).toBeInstanceOf(Blob))

  // Never as a document that could run in the app's own name.
  expect(result.current.data?.blob?.type).toBe('application/pdf')
  expect(result.current.data?.url).toBeUndefined()
  await expect(result.current.data?.blob?.text()).resolves.toBe('<script>')
  expect(server.ledger.calls('file-proxy')).toMatchObject([{ isAuthorized: true, status: 200 }])
})

it('asks no strange host with the customer’s token, and says so', async () => {
  const { server, renderHook } = portal()
  const bill = server.addFile({ ...proxied, custom_download_url: 'https://evil.example/bill' })
  server.relate(contract, [bill])
  const { result } = renderHook(() => usePortalPreview(bill._id))

  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'untrusted-host' }))

  expect(describeError(result.current.error as FileError, en).what).toBe(
    'Not shown. It lies with a service that is not set up for this page. Get in touch',
  )
})

it('calls the bytes off when the preview is closed', async () => {
  const { server, renderHook } = portal()
  const bill = server.addFile(proxied)
  server.relate(contract, [bill])
  server.failNext('file-proxy', 'hang')
  interface Props {
    readonly id: string | null
  }
  const open: Props = { id: bill._id }
  const { result, rerender } = renderHook(({ id }: Props) => usePortalPreview(id), open)
  await waitFor(() => expect(server.ledger.count('file-proxy')).toBe(1))

  rerender({ id: null })
  await waitFor(() => expect(result.current.fetchStatus).toBe('idle'))
  rerender(open)

  await waitFor(() => expect(result.current.data?.blob).toBeInstanceOf(Blob))
  expect(server.ledger.count('getFilePreview')).toBe(2)
})

it.each(['bill.pdf', 'bill.zip'])('saves %s with the token where nothing else will do', async (filename) => {
  const openDownload = vi.fn<OpenDownload>()
  const { server, renderHook } = portal({}, openDownload)
  const bill = server.addFile({ ...proxied, filename, mime_type: 'application/x' }, { content: 'bytes' })
  server.relate(contract, [bill])
  const saved: string[] = []
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push(this.download)
  })
  const { result } = renderHook(() => usePortalDownload())

  await act(() => result.current.mutateAsync(bill))

  click.mockRestore()
  expect(saved).toEqual([filename])
  expect(openDownload).not.toHaveBeenCalled()
  expect([...server.world.downloaded]).toEqual([bill._id])
})

it('does not tell epilot of a download that did not come', async () => {
  const { server, renderHook } = portal()
  const bill = server.addFile(proxied)
  server.relate(contract, [bill])
  server.failNext('file-proxy', { status: 403 })
  const { result } = renderHook(() => usePortalDownload())

  act(() => result.current.mutate(bill))

  await waitFor(() => expect(result.current.error).toMatchObject({ code: 'forbidden', step: 'download' }))
  expect(server.ledger.count('trackFileDownloaded')).toBe(0)
})

it('downloads a file, tells epilot, and shows it as no longer new', async () => {
  const openDownload = vi.fn<OpenDownload>()
  const { add, server, renderHook } = portal({}, openDownload)
  const [file] = add('invoice.pdf')
  const { result } = renderHook(() => ({
    list: usePortalFiles({ entity: contract }),
    download: usePortalDownload(),
  }))
  await waitFor(() => expect(result.current.list.data?.files).toMatchObject([{ is_new: true }]))

  await act(() => result.current.download.mutateAsync(file!))

  expect(openDownload).toHaveBeenCalledTimes(1)
  expect([...server.world.downloaded]).toEqual([file!._id])
  await waitFor(() => expect(result.current.list.data?.files).toMatchObject([{ is_new: false }]))
})

it('downloads all the same where epilot cannot be told, and says so', async () => {
  const openDownload = vi.fn<OpenDownload>()
  const { add, server, renderHook } = portal({}, openDownload)
  const [file] = add('invoice.pdf')
  const { result } = renderHook(() => usePortalDownload())
  server.failNext('trackFileDownloaded', { status: 500 })

  await act(() => result.current.mutateAsync(file!))

  expect(openDownload).toHaveBeenCalledTimes(1)
  await waitFor(() =>
    expect(result.current.data?.trackError).toMatchObject({ code: 'server', step: 'update' }),
  )
})

it('says why a file cannot be downloaded', async () => {
  const { add, server, renderHook } = portal()
  const [file] = add('invoice.pdf')
  const { result } = renderHook(() => usePortalDownload())
  const body = { message: 'Not activated', reason: 'PORTAL_USER_PENDING_ACTIVATION' }
  server.failNext('getFilePreview', { status: 403, body })

  act(() => result.current.mutate(file!))

  await waitFor(() => expect(result.current.error).toBeInstanceOf(FileError))
  expect(describeError(result.current.error as FileError, en).what).toBe(
    'Not downloaded. Your account is not active yet. Try again once it is',
  )
})

it('has words for a customer where the portal says no', async () => {
  const { add, server, renderHook } = portal()
  const [file] = add('invoice.pdf')
  for (const operation of ['searchPortalUserEntities', 'getFilePreview'] as const) {
    server.failNext(operation, { status: 403, body: { message: 'No.' } })
  }
  const { result } = renderHook(() => ({
    list: usePortalFiles({ entity: contract }),
    preview: usePortalPreview(file!._id),
  }))

  await waitFor(() => expect(result.current.list.error).not.toBeNull())
  await waitFor(() => expect(result.current.preview.error).not.toBeNull())
  const words = (error: Error | null) => describeError(error as FileError, en).what
  expect(words(result.current.list.error)).toBe(
    'The files could not be loaded. This is not possible here. Get in touch if you need it',
  )
  expect(words(result.current.preview.error)).toBe(
    'Not shown. This is not possible here. Get in touch if you need it',
  )
})

it('takes what the portal takes', async () => {
  const { renderHook } = portal({
    portal: { config: { allowed_file_extensions: { document: ['pdf'], image: ['JPG', 'png'] } } },
  })
  const { result } = renderHook(() =>
    usePortalRules({ organizationId: '123', origin: 'END_CUSTOMER_PORTAL' }),
  )

  await waitFor(() => expect(result.current.data).toEqual({ accept: ['.pdf', '.jpg', '.png'] }))
})

it('takes anything where the portal says nothing', async () => {
  const { renderHook } = portal()
  const { result } = renderHook(() => usePortalRules({ organizationId: '123', portalId: 'p' }))

  await waitFor(() => expect(result.current.data).toEqual({}))
})

function portal(options: FileServerOptions = {}, openDownload?: OpenDownload) {
  const server = createFileServer(options)
  const app = createApp({
    fetch: server.fetch,
    putBlob: server.putBlob,
    ...(openDownload && { openDownload }),
  })
  /** Files that the portal user may see. */
  const add = (...filenames: readonly string[]) => {
    const files = filenames.map((filename) =>
      server.addFile({
        filename,
        shared_with_end_customer: true,
        ...(filename.endsWith('.png') && { mime_type: 'image/png' }),
      }),
    )
    server.relate(contract, files)
    return files
  }
  return { ...app, server, add }
}
