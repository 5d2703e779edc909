import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { useUploadAttributes } from '../../src/hooks/use-upload-attributes.js'
import { useUpload } from '../../src/hooks/use-upload.js'
import type { Upload } from '../../src/index.js'
import { canDescribe } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

function Purpose({ upload }: { readonly upload: Upload }) {
  const [{ _purpose = [] }, describe] = useUploadAttributes(upload)
  const isOpen = useUpload(upload, canDescribe)
  return (
    <input
      aria-label={`Purpose, ${upload.file.name}`}
      value={_purpose.join(', ')}
      readOnly={!isOpen}
      onChange={({ target }) => describe({ _purpose: [target.value] })}
    />
  )
}

it('is a form beside the row, until the save call has left', async () => {
  const { client, put, server, render } = createApp()
  const [upload] = client.uploads.add([aFile({ name: 'a.pdf' })], { scope: 's', save: { _tags: ['scan'] } })
  render(<Purpose upload={upload!} />)
  const input = screen.getByRole('textbox', { name: 'Purpose, a.pdf' })

  await userEvent.type(input, 'Grid')
  expect(input).toHaveValue('Grid')
  // From elsewhere too: a button that describes all files at once.
  act(() => void upload!.describe({ _purpose: ['Grid connection'] }))
  expect(input).toHaveValue('Grid connection')

  await act(async () => (await put.next()).finish())
  await expect.poll(() => server.files()[0]).toMatchObject({ _tags: ['scan'], _purpose: ['Grid connection'] })
  expect(input).toHaveAttribute('readonly')
})
