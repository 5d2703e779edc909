import type { StoryEpilot } from '../../.storybook/story-epilot.js'
import { sampleContent } from '../../.storybook/sample-content.js'
import type { EntityRef, PortalRef } from '../../src/index.js'
import type { FileServerOptions } from '../../src/testing.js'

export type MessageId = 'wallbox' | 'bill' | 'meter' | 'order'

export interface PortalMessage {
  readonly id: MessageId
  /** ISO 8601. */
  readonly sentAt: string
  /** What its files for the customer belong to. */
  readonly documents: EntityRef
  /** What the customer's own files belong to, where some are asked for. */
  readonly reply?: EntityRef
}

export const portal: PortalRef = { organizationId: '123', origin: 'END_CUSTOMER_PORTAL' }

/** How many photos are asked for at most. */
export const maxPhotos = 5

/** What is asked for by the first message. */
export const wallbox: EntityRef = { slug: 'order', id: '88221000-7c1e-4a52-a9d8-51c0e2f61043' }

export const portalMessages: readonly PortalMessage[] = [
  { id: 'wallbox', sentAt: '2026-03-24T09:20:00Z', documents: aMessage(1), reply: wallbox },
  { id: 'bill', sentAt: '2026-03-12T08:00:00Z', documents: aMessage(2) },
  { id: 'meter', sentAt: '2026-03-06T15:10:00Z', documents: aMessage(3) },
  { id: 'order', sentAt: '2026-03-02T10:45:00Z', documents: aMessage(4) },
]

/** The portal as its operator has set it up. */
export const portalServer: FileServerOptions = {
  portal: {
    entities: [wallbox, ...portalMessages.map(({ documents }) => documents)],
    config: { allowed_file_extensions: { image: ['jpg', 'png', 'heic'], document: ['pdf'] } },
  },
}

/** What the supplier has sent in these weeks. The customer has downloaded all but the newest. */
export function seedPortal({ server }: Pick<StoryEpilot, 'server'>): void {
  for (const { id, sentAt, documents } of portalMessages) {
    const files = sent[id].map(({ filename, sizeBytes, liesAt }) => {
      const { contentType, body } = sampleContent(filename)
      const file = {
        filename,
        mime_type: contentType,
        size_bytes: sizeBytes,
        shared_with_end_customer: true,
        _created_at: sentAt,
        ...(liesAt && { custom_download_url: liesAt, custom_download_url_auth: 'token' as const }),
      }
      return server.addFile(file, { content: body })
    })
    server.relate(documents, files)
    if (id !== 'wallbox') for (const { _id } of files) server.world.downloaded.add(_id)
  }
}

interface SentFile {
  readonly filename: string
  readonly sizeBytes: number
  /** With another system, which wants the customer's token. */
  readonly liesAt?: string
}

const sent: Readonly<Record<MessageId, readonly SentFile[]>> = {
  wallbox: [{ filename: 'Anmeldung_Wallbox_Netzbetreiber.pdf', sizeBytes: 640_000 }],
  bill: [
    {
      filename: 'Jahresabrechnung_2025.pdf',
      sizeBytes: 912_000,
      liesAt: 'https://erp-file-proxy.sls.epilot.io/download?useCaseSlug=bills&id=2025',
    },
  ],
  meter: [],
  order: [
    { filename: 'Auftragsbestätigung_88-2210.pdf', sizeBytes: 214_000 },
    { filename: 'Allgemeine_Geschäftsbedingungen.pdf', sizeBytes: 388_000 },
  ],
}

function aMessage(number: number): EntityRef {
  return { slug: 'message', id: `0000000${number}-7c1e-4a52-a9d8-51c0e2f61043` }
}
