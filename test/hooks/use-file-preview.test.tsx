import { waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { FileEntity } from '../../src/index.js'
import { useFilePreview } from '../../src/index.js'
import { createApp } from '../support/render-with-files.js'

const picture = new Blob(['pixels'], { type: 'image/png' })

it('is the picture that epilot draws, as wide as it is wanted', async () => {
  const { server, renderHook } = createApp()
  const file = server.addFile({ filename: 'plan.pdf' }, { preview: picture })

  const { result } = renderHook(() => useFilePreview(file, { widthPx: 480.5 }))

  await waitFor(() => expect(result.current.data).toBeInstanceOf(Blob))
  expect(result.current.data?.type).toBe('image/png')
  await expect(result.current.data?.text()).resolves.toBe('pixels')
  const [call] = server.ledger.calls('previewFile')
  expect(call?.url).toContain(`/v1/files/${file._id}/preview?version=0&w=481`)
  expect(call?.isAuthorized).toBe(true)
})

it('is there where epilot says outright that the file lies nowhere else', async () => {
  const { server, renderHook } = createApp()
  const file = server.addFile({ filename: 'plan.pdf' }, { preview: picture })

  const { result } = renderHook(() => useFilePreview({ ...file, custom_download_url: '' }))

  await waitFor(() => expect(result.current.data).toBeInstanceOf(Blob))
})

it('is null where epilot has none, without a second call', async () => {
  const { server, renderHook } = createApp()
  const file = server.addFile({ filename: 'plan.pdf' })

  const { result } = renderHook(() => useFilePreview(file))

  await waitFor(() => expect(result.current.data).toBeNull())
  expect(server.ledger.count('previewFile')).toBe(1)
})

it.each<[string, Partial<FileEntity>]>([
  ['a plan of a format that epilot does not draw', { filename: 'plan.dwg', mime_type: 'image/vnd.dwg' }],
  ['an SVG', { filename: 'logo.svg', mime_type: 'image/svg+xml' }],
  [
    'a file that lies with somebody else',
    { filename: 'plan.pdf', custom_download_url: 'https://archive.example/plan.pdf' },
  ],
])('asks for none of %s', async (_, seed) => {
  const { server, renderHook } = createApp()
  const file = server.addFile(seed)

  const { result } = renderHook(() => useFilePreview(file))

  await waitFor(() => expect(result.current.data).toBeNull())
  expect(server.ledger.count('previewFile')).toBe(0)
})

it('makes nothing of an answer that is no picture', async () => {
  const { server, renderHook } = createApp()
  const file = server.addFile({ filename: 'plan.pdf' })
  server.failNext('previewFile', { status: 200, body: { svg: '<svg/>' } })

  const { result } = renderHook(() => useFilePreview(file))

  await waitFor(() => expect(result.current.data).toBeNull())
})

it('says why it could not be loaded, in words for staff', async () => {
  const { server, renderHook } = createApp()
  const file = server.addFile({ filename: 'plan.pdf' })
  server.failNext('previewFile', { status: 403 })

  const { result } = renderHook(() => useFilePreview(file))

  await waitFor(() =>
    expect(result.current.error).toMatchObject({ code: 'forbidden', step: 'preview', audience: 'staff' }),
  )
})

it('is another one once the file has a new version', async () => {
  const { server, renderHook } = createApp()
  const file = server.addFile({ filename: 'plan.pdf' }, { preview: picture })
  const { result, rerender } = renderHook((shown: FileEntity) => useFilePreview(shown), file)
  await waitFor(() => expect(result.current.data).toBeInstanceOf(Blob))

  rerender({ ...file })
  rerender({ ...file, versions: [{ s3ref: { bucket: 'b', key: 'new' } }, ...(file.versions ?? [])] })

  await waitFor(() => expect(server.ledger.count('previewFile')).toBe(2))
})
