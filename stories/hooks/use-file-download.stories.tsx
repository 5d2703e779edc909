import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import { FileError, useFileDownload } from '../../src/index.js'

/** `useFileDownload` is a mutation: one click, one fresh link, the browser's own download. */
const meta: Meta = {
  title: 'Hooks/useFileDownload',
  parameters: {
    epilot: {
      seed: ({ server }) => void server.addFile({ _id: 'contract', filename: 'Netzanschlussvertrag.pdf' }),
    },
  },
}
export default meta

function Contract({ id }: { readonly id: string }) {
  const { mutate: download, isPending, error } = useFileDownload()
  return (
    <p>
      <button type="button" className="ef-button" onClick={() => download({ _id: id })}>
        {isPending ? 'One moment…' : 'Download the contract'}
      </button>{' '}
      {error instanceof FileError && error.code === 'not-found' && (
        <span role="alert">It is no longer there.</span>
      )}
    </p>
  )
}

export const UnderYourOwnMarkup: StoryObj = {
  render: () => <Contract id="contract" />,
  play: async ({ canvas, epilot }) => {
    await userEvent.click(canvas.getByRole('button'))
    await expect(await canvas.findByText('One moment…')).toBeVisible()
    await waitFor(() => expect(epilot.server.ledger.calls('downloadFile')[0]?.status).toBe(200))
  },
}

/** Errors are told apart by `code`. */
export const WhenItIsGone: StoryObj = {
  render: () => <Contract id="deleted" />,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button'))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('It is no longer there.')
  },
}
