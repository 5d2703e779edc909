import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Controller, useForm } from 'react-hook-form'
import { expect, it } from 'vitest'
import type { FileUploadValue } from '../../src/index.js'
import { FileField } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { createApp } from '../support/render-with-files.js'

interface Quote {
  readonly photos: FileUploadValue | undefined
}

const there = { bucket: 'b', key: '123/temp/1/old.pdf' }
const draft: FileUploadValue = { files: [{ filename: 'old.pdf', s3ref: there, size: 512_000 }] }
const photo = aFile({ name: 'meter.jpg', type: 'image/jpeg', sizeBytes: 2000 })

it('tells react-hook-form what is uploaded, and is focused and told when it is missing', async () => {
  const { put, submitted, server } = renderQuote()
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))

  expect(await screen.findByText('A photo is needed')).toBeVisible()
  expect(screen.getByLabelText(/Photo of your meter/, { selector: 'input' })).toHaveFocus()
  expect(submitted).toEqual([])

  await userEvent.upload(screen.getByLabelText(/Photo of your meter/, { selector: 'input' }), photo)
  await act(async () => (await put.next()).finish())
  await screen.findByText('Uploaded')
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))

  await waitFor(() => expect(submitted).toHaveLength(1))
  const [reservation] = server.world.reservations.values()
  expect(submitted[0]?.photos?.files).toMatchObject([{ filename: 'meter.jpg', s3ref: reservation?.s3ref }])
  expect(screen.queryByText('A photo is needed')).not.toBeInTheDocument()
})

it('begins with the draft of react-hook-form, and goes back to it', async () => {
  const { submitted } = renderQuote({ photos: draft })
  await userEvent.click(await screen.findByRole('button', { name: /Remove.*old\.pdf/ }))
  await waitFor(() => expect(screen.queryByText('old.pdf')).not.toBeInTheDocument())

  await userEvent.click(screen.getByRole('button', { name: 'Start over' }))
  expect(await screen.findByRole('button', { name: /Remove.*old\.pdf/ })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))

  await waitFor(() => expect(submitted).toEqual([{ photos: draft }]))
})

it('holds back what is still being uploaded, of which no rule of the form can know', async () => {
  const { put, submitted } = renderQuote({ photos: draft })
  const input = () => screen.getByLabelText(/Photo of your meter/, { selector: 'input' })
  await userEvent.upload(input(), photo)
  const sending = await put.next()

  await userEvent.click(screen.getByRole('button', { name: 'Send' }))

  const why = 'The file is still being uploaded. You can go on once it is there'
  expect(await screen.findByText(why, { selector: '.ef-error *' })).toBeVisible()
  expect(input()).toHaveFocus()
  expect(submitted).toEqual([])

  await act(async () => sending.finish())
  await waitFor(() => expect(screen.getAllByText('Uploaded')).toHaveLength(2))
  await userEvent.click(screen.getByRole('button', { name: 'Send' }))
  await waitFor(() => expect(submitted[0]?.photos?.files).toHaveLength(2))
})

it('lets a draft be saved while a file is on its way', async () => {
  const { put, submitted } = renderQuote({ photos: draft })
  await userEvent.upload(screen.getByLabelText(/Photo of your meter/, { selector: 'input' }), photo)
  await put.next()

  await userEvent.click(screen.getByRole('button', { name: 'Save for later' }))

  await waitFor(() => expect(submitted).toEqual([{ photos: draft }]))
})

it.each(['Start over', 'Clear'])(
  'lets go of what is on its way with a reset of the form (%s)',
  async (how) => {
    const { put, client } = renderQuote()
    await userEvent.upload(screen.getByLabelText(/Photo of your meter/, { selector: 'input' }), photo)
    const sending = await put.next()

    await userEvent.click(screen.getByRole('button', { name: how }))
    expect(screen.queryByText('meter.jpg')).not.toBeInTheDocument()
    await act(async () => sending.finish())

    expect(screen.queryByText('meter.jpg')).not.toBeInTheDocument()
    expect(client.uploads.all()).toEqual([])
  },
)

function renderQuote(defaultValues: Quote = { photos: undefined }) {
  const app = createApp()
  const submitted: Quote[] = []
  function QuoteForm() {
    const { control, handleSubmit, reset } = useForm<Quote>({ defaultValues })
    return (
      <form
        noValidate
        onSubmit={(event) => void handleSubmit((quote) => void submitted.push(quote))(event)}
        onReset={() => reset()}
      >
        <Controller
          name="photos"
          control={control}
          rules={{ validate: (value) => Boolean(value?.files?.length) || 'A photo is needed' }}
          render={({ field, fieldState }) => (
            <FileField label="Photo of your meter" {...field} error={fieldState.error?.message} />
          )}
        />
        <button type="submit">Send</button>
        <button type="submit" formNoValidate>
          Save for later
        </button>
        <button type="reset">Start over</button>
        <button type="button" onClick={({ currentTarget }) => currentTarget.form?.reset()}>
          Clear
        </button>
      </form>
    )
  }
  app.render(<QuoteForm />)
  return { ...app, submitted }
}
