import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import type { StoryEpilot } from '../../.storybook/story-epilot.js'
import { formatBytes, UploadSummary } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { keepSending } from '../support/keep-sending.js'
import { plain } from '../support/plain.js'

/**
 * Many uploads in one line: how far they are together, and what can be done to all of them. `scope` says whose; without
 * any list beside it, it can stand in a header or a tray.
 */
const meta = {
  title: 'Parts/UploadSummary',
  component: UploadSummary.Root,
  args: { scope: 'scans' },
  render: (args) => (
    <UploadSummary.Root {...args}>
      <UploadSummary.Icon />
      <UploadSummary.Text>
        <UploadSummary.Title />
        <p className="ef-meta">
          <UploadSummary.Size />
          <UploadSummary.Speed className="ef-minor" />
          <UploadSummary.TimeLeft />
        </p>
      </UploadSummary.Text>
      <UploadSummary.PauseAllButton />
      <UploadSummary.CancelAllButton />
      <UploadSummary.RetryFailedButton />
      <UploadSummary.DismissButton />
      <UploadSummary.Progress />
    </UploadSummary.Root>
  ),
} satisfies Meta<typeof UploadSummary.Root>
export default meta

type Story = StoryObj<typeof meta>

const scans = (count: number) =>
  Array.from({ length: count }, (_, index) => aFile({ name: `Scan_${index + 1}.pdf`, sizeBytes: 3_000_000 }))

/** Begins many uploads, of which some are sent and some are on their way. */
async function seedScans({ client, put }: StoryEpilot): Promise<void> {
  client.uploads.add(scans(40), { scope: 'scans' })
  for (let sent = 0; sent < 12; sent++) (await put.next()).finish()
  for (let sending = 0; sending < 3; sending++) (await put.next()).progress(1_000_000)
}

export const OnTheirWay: Story = {
  parameters: { epilot: { bytesPerSecond: 'by-hand', latencyMs: 0, seed: seedScans } },
  play: async ({ canvas, words }) => {
    await expect(await canvas.findByText(words.uploadingFiles(12, 40))).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: words.pauseAll }))
    await expect(await canvas.findByText(words.pausedFiles(28))).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: words.resumeAll }))
    await expect(await canvas.findByText(words.uploadingFiles(12, 40))).toBeVisible()
  },
}

/** How fast all of them go together, and how long the rest will take; nothing while nobody can say. */
export const SpeedAndTimeLeft: Story = {
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      latencyMs: 0,
      seed: async ({ client, put }) => {
        const videos = Array.from({ length: 8 }, (_, index) =>
          aFile({ name: `Begehung_${index + 1}.mp4`, type: 'video/mp4', sizeBytes: 60_000_000 }),
        )
        client.uploads.add(videos, { scope: 'scans' })
        for (let sending = 0; sending < 6; sending++) {
          keepSending(await put.next(), { fromBytes: 2_000_000 * sending, bytesPerSecond: 500_000 })
        }
      },
    },
  },
  play: async ({ canvas, words }) => {
    const speed = plain(words.perSecond(formatBytes(3_000_000, words.locale)))
    await expect(await canvas.findByText(speed)).toBeVisible()
    await expect(canvas.getByText(plain(words.timeLeft('2 min')))).toBeVisible()
  },
}

/** One click tries all of them again that failed, and nothing else. */
export const SomeNeedAttention: Story = {
  parameters: {
    epilot: {
      bytesPerSecond: 1e9,
      latencyMs: 0,
      seed: ({ client, server }) => {
        server.failNext('saveFileV2', { status: 400 }, 3)
        client.uploads.add(scans(12), { scope: 'scans' })
      },
    },
  },
  play: async ({ canvas, words }) => {
    await expect(await canvas.findByText(words.needAttention(9, 3))).toBeVisible()
    await expect(canvas.getByRole('button', { name: words.tryFailedAgain(3) })).toBeVisible()
  },
}

export const AllDone: Story = {
  parameters: {
    epilot: {
      bytesPerSecond: 1e9,
      latencyMs: 0,
      seed: ({ client }) => void client.uploads.add(scans(12), { scope: 'scans' }),
    },
  },
  play: async ({ canvas, words }) => {
    await expect(await canvas.findByText(words.filesUploaded(12))).toBeVisible()
    await waitFor(() => expect(canvas.queryByRole('progressbar')).toBeNull())
  },
}

/** A title and a bar are enough for a header. */
export const InAHeader: Story = {
  parameters: OnTheirWay.parameters ?? {},
  render: (args) => (
    <UploadSummary.Root {...args}>
      <UploadSummary.Title />
      <UploadSummary.Progress />
    </UploadSummary.Root>
  ),
  play: async ({ canvas, words }) => {
    await expect(await canvas.findByText(words.uploadingFiles(12, 40))).toBeVisible()
    await expect(canvas.getByRole('progressbar')).toBeVisible()
  },
}
