import { act, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { FileEntity } from '../../src/index.js'
import { queryKeys, useEntityFiles, useNewVersion } from '../../src/index.js'
import { aFile, anEntity } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

const pdf = aFile({ name: 'plan 2.pdf' })

it('uploads a new version of a file that is known, and tells of its upload', async () => {
  const { server, put, renderHook } = createApp()
  const file = server.addFile({ filename: 'plan.pdf' })
  const { result } = renderHook(() => useNewVersion(file))
  expect(result.current.accept).toBe('.pdf')

  await act(() => result.current.add(pdf))

  expect(result.current.upload).toMatchObject({ versionOf: file._id, file: pdf })
  ;(await put.next()).finish()
  await waitFor(() => expect(result.current.upload?.state.getState().status).toBe('done'))
  expect(server.files()).toMatchObject([{ filename: 'plan.pdf', versions: [{ filename: 'plan 2.pdf' }, {}] }])
})

it('asks for the file where only its id is known', async () => {
  const { server, put, renderHook } = createApp()
  const { _id } = server.addFile({ filename: 'meter.jpeg', mime_type: 'image/jpeg' })
  const { result } = renderHook(() => useNewVersion(_id))

  const report = await act(() => result.current.add(pdf))
  expect(report).toMatchObject({ added: 0, refused: [{ message: 'Only a JPG can be version 2' }] })
  await act(() => result.current.add(aFile({ name: 'meter.JPG', type: 'image/jpeg' })))

  await put.next()
  expect(result.current.accept).toBe('.jpeg,.jpg,.jfif')
})

it('counts on from what is shown, and calls nothing new that is not', async () => {
  const { server, queryClient, renderHook } = createApp()
  const once: FileEntity = server.addFile({ filename: 'plan.pdf' })
  const now: FileEntity = { ...once, versions: [...once.versions!, ...once.versions!, ...once.versions!] }
  const key = queryKeys.file(once._id)
  queryClient.setQueryData(key, once, { updatedAt: 1 })
  const { result, rerender } = renderHook((file: FileEntity) => useNewVersion(file), now)

  await act(() => result.current.add(pdf))
  expect(queryClient.getQueryData(key)).toEqual(now)

  queryClient.setQueryData(key, now, { updatedAt: 1 })
  rerender(once)
  await act(() => result.current.add(pdf))
  expect(queryClient.getQueryState(key)).toMatchObject({ data: now, dataUpdatedAt: 1 })
})

it('keeps the other rules', async () => {
  const { server, renderHook } = createApp()
  const file = server.addFile({ filename: 'plan.pdf' })
  const rules = { maxSizeBytes: 10, maxCount: 1, accept: ['.jpg'] }
  const { result } = renderHook(() => useNewVersion(file, { rules }))

  const report = await act(() => result.current.add(aFile({ name: 'a.pdf', sizeBytes: 11 })))

  expect(report.refused).toMatchObject([{ reason: 'too-large' }])
})

it('takes the same file once more', async () => {
  const { server, put, renderHook } = createApp()
  const file = server.addFile({ filename: 'plan.pdf' })
  const { result } = renderHook(() => useNewVersion(file))
  for (const round of [1, 2]) {
    await act(() => result.current.add(pdf))
    ;(await put.next()).finish()
    await waitFor(() => expect(server.files()[0]?.versions).toHaveLength(round + 1))
  }
})

it('hands a version over to every list that has the file, and leaves its own once the answer shows it', async () => {
  const { server, put, queryClient, client, renderHook } = createApp()
  const [entity, other] = [anEntity(), anEntity({ slug: 'contract' })]
  const file = server.addFile({ filename: 'plan.pdf' })
  server.relate(entity, [file])
  server.relate(other, [file])
  const { result } = renderHook(() => ({
    ...useNewVersion(file, { entity }),
    here: useEntityFiles(entity).data?.files[0],
    there: useEntityFiles(other).data?.files[0],
  }))
  await waitFor(() => expect(result.current.there?.versions).toHaveLength(1))

  server.failNext('getRelationsV3', { status: 403 }, 2)
  await act(() => result.current.add(pdf))
  ;(await put.next()).finish()
  await waitFor(() => expect(server.ledger.count('getRelationsV3')).toBe(4))
  await waitFor(() => expect(result.current.upload?.state.getState().status).toBe('done'))
  expect(result.current.here?.versions).toHaveLength(1)
  expect(queryClient.getQueryData<FileEntity>(queryKeys.file(file._id))?.versions).toHaveLength(2)

  await act(() => queryClient.invalidateQueries())
  await waitFor(() => expect(result.current.here?.versions).toHaveLength(2))
  expect(result.current.there?.versions).toHaveLength(2)
  await waitFor(() => expect(client.uploads.all()).toEqual([]))
})

it('stays in its own list as long as the answer is that of before', async () => {
  const { server, put, queryClient, client, renderHook } = createApp()
  const entity = anEntity()
  const file = server.addFile({ filename: 'plan.pdf' })
  server.relate(entity, [file])
  const { result } = renderHook(() => ({
    ...useNewVersion(file, { entity }),
    files: useEntityFiles(entity).data?.files,
  }))
  await waitFor(() => expect(result.current.files).toHaveLength(1))
  const old = server.world.files.get(file._id)
  await act(() => result.current.add(pdf))
  const sending = await put.next()
  // A server whose list lags behind.
  result.current.upload?.state.subscribe(({ status }) => {
    if (status === 'done' && old) server.world.files.set(file._id, old)
  })
  sending.finish()

  await waitFor(() => expect(server.ledger.count('getRelationsV3')).toBe(2))
  await act(() => queryClient.invalidateQueries())
  expect(client.uploads.all()).toHaveLength(1)
})
