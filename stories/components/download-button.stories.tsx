import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { DownloadButton } from '../../src/index.js'

/**
 * One click asks for a fresh link and lets the browser download it. Links live 15 minutes and are never kept, so the
 * button works however long the page has been open, also while uploads run.
 */
const meta = {
  title: 'Components/DownloadButton',
  component: DownloadButton,
  args: { file: { _id: 'contract', filename: 'Netzanschlussvertrag.pdf' }, onError: fn() },
  parameters: {
    epilot: {
      seed: ({ server }) => {
        const { filename, s3ref } = server.addFile({ filename: 'Netzanschlussvertrag_2024.pdf' })
        server.addFile({
          _id: 'contract',
          filename: 'Netzanschlussvertrag.pdf',
          versions: [{ filename: 'Netzanschlussvertrag.pdf' }, { filename, ...(s3ref && { s3ref }) }],
        })
      },
    },
  },
} satisfies Meta<typeof DownloadButton>
export default meta

type Story = StoryObj<typeof meta>

/** Its name says which file, for those who do not see the row. */
export const OneClick: Story = {
  play: async ({ canvas, epilot, words }) => {
    const name = words.forFile(words.download, 'Netzanschlussvertrag.pdf')
    await userEvent.click(canvas.getByRole('button', { name }))
    await waitFor(() => expect(epilot.server.ledger.calls('downloadFile')[0]?.status).toBe(200))
  },
}

/** Any content: the part brings behaviour and `data-*` attributes. */
export const InWords: Story = {
  args: {
    'aria-label': 'Download the contract',
    children: 'Download the contract',
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Download the contract' })).toBeVisible()
  },
}

/** 0 is the latest version, 1 the one before. */
export const AnOlderVersion: Story = {
  args: { version: 1 },
  play: async ({ canvas, epilot }) => {
    await userEvent.click(canvas.getByRole('button'))
    await waitFor(() => expect(epilot.server.ledger.calls('downloadFile')[0]?.url).toContain('version=1'))
  },
}

/** The button shows that it failed and describes why; `onError` has it for a place with more room. */
export const WhenItIsGone: Story = {
  args: { file: { _id: 'deleted', filename: 'Netzanschlussvertrag.pdf' } },
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole('button'))
    await waitFor(() => expect(canvas.getByRole('button')).toHaveAttribute('data-failed'))
    await expect(args.onError).toHaveBeenLastCalledWith(expect.objectContaining({ code: 'not-found' }))
  },
}
