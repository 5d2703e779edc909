import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { UploadRow } from '../../src/components/upload-row.js'
import { useFileUpload } from '../../src/hooks/use-file-upload.js'
import * as FileList from '../../src/parts/file-list/index.js'
import { aFile } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

function Uploads({ virtual }: { readonly virtual?: boolean }) {
  const { uploads } = useFileUpload({ scope: 's' })
  return (
    <FileList.Root aria-label="Uploads">
      <FileList.Rows items={uploads} keyOf={(upload) => upload.id} {...(virtual && { virtual })}>
        {(upload) => <UploadRow upload={upload} />}
      </FileList.Rows>
    </FileList.Root>
  )
}

function setUp({ virtual = false } = {}) {
  const app = createApp()
  const { unmount } = app.render(<Uploads virtual={virtual} />)
  const add = (count: number) =>
    act(async () => {
      const files = Array.from({ length: count }, (_, index) => aFile({ name: `${index}.pdf` }))
      app.client.uploads.add(files, { scope: 's', autoStart: false })
    })
  const places = () => screen.getAllByRole('listitem').map((row) => row.dataset.enter)
  return { ...app, add, places, unmount }
}

it('comes in one after the other with the first eight of a batch', async () => {
  const { add, places } = setUp()
  await add(10)
  expect(places()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '7', '7'])

  await expect.poll(places, { timeout: 3000 }).toEqual(Array(10).fill(undefined))
  await add(2)
  expect(places().slice(-3)).toEqual([undefined, '0', '1'])
})

it('comes in but once, however often it is shown', async () => {
  const { add, places, unmount, render } = setUp()
  await add(2)
  unmount()
  render(<Uploads />)
  expect(places()).toEqual([undefined, undefined])
})

it('is simply there where rows come and go as one scrolls', async () => {
  const { add, places } = setUp({ virtual: true })
  await add(2)
  expect(places()).toEqual([undefined, undefined])
})

it('draws its check where one sees it happen, not where it was done before', async () => {
  const { client, put, render, unmount } = setUp()
  await act(async () => void client.uploads.add([aFile({ name: 'a.pdf' })], { scope: 's' }))
  await act(async () => (await put.next()).finish())
  await screen.findByText('Uploaded')
  const check = () => document.querySelector('.ef-status > .ef-icon')
  expect(check()).toHaveAttribute('data-draw')

  unmount()
  render(<Uploads />)
  expect(check()).not.toHaveAttribute('data-draw')
})
