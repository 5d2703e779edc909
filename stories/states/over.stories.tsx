import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import type { StoryEpilot } from '../../.storybook/story-epilot.js'
import type { Checkpoint, FileErrorCode, FileStep, Upload, UploadState } from '../../src/index.js'
import { FileError, describeError } from '../../src/index.js'
import { aFile, aFileEntity, anEntity } from '../../src/testing.js'
import { anUpload } from '../support/an-upload.js'
import { SeededUploads, ThreeDensities, expectEverywhere } from '../support/three-densities.js'

/**
 * `done`, `failed` and `canceled` are where an upload ends. What failed says what happened, why, and what to do; trying
 * again goes on from where it had come to.
 */
const meta: Meta = { title: 'States/Over', render: () => <SeededUploads /> }
export default meta

const offer = aFile({ name: 'Angebot_PV-Speicher.pdf', sizeBytes: 1_300_000 })

/** A small green check, and the file can be downloaded. */
export const Done: StoryObj = {
  parameters: {
    epilot: {
      bytesPerSecond: 1e9,
      seed: ({ client }) => void client.uploads.add([offer], { scope: 'state' }),
    },
  },
  play: async ({ canvas, canvasElement, words }) => {
    await waitFor(() => expectEverywhere(canvasElement, 'done', words.done))
    const name = words.forFile(words.download, offer.name)
    await expect(canvas.getAllByRole('button', { name })).toHaveLength(3)
  },
}

/** May be thought better of. */
export const Canceled: StoryObj = {
  parameters: {
    epilot: {
      bytesPerSecond: 'by-hand',
      seed: ({ client }) => client.uploads.add([offer], { scope: 'state' })[0]?.cancel(),
    },
  },
  play: async ({ canvas, canvasElement, words }) => {
    await expectEverywhere(canvasElement, 'canceled', words.canceled)
    const name = words.forFile(words.uploadAgain, offer.name)
    await expect(canvas.getAllByRole('button', { name })).toHaveLength(3)
  },
}

/** One row for each reason, told at the step at which it happened. */
export const Failed: StoryObj = {
  parameters: {
    epilot: { bytesPerSecond: 1e9, latencyMs: 0, client: { retry: () => null }, seed: seedFailures },
  },
  play: async ({ canvasElement, words }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('[data-status="failed"]')).toHaveLength(24))
    await expectEverywhere(canvasElement, 'failed', words.errors['outcome-unknown'].what)
    await expectEverywhere(canvasElement, 'failed', words.errors['prepare-failed'].what)
    await expectEverywhere(canvasElement, 'failed', words.attachRefused.what)
  },
}

/** The same in German. */
export const FailedInGerman: StoryObj = { ...Failed, globals: { locale: 'de' } }

/** Every reason for which an upload can fail, in its own words: none goes without. */
export const EveryReason: StoryObj = {
  render: () => <ThreeDensities uploads={everyFailure()} />,
  play: async ({ canvasElement, words }) => {
    for (const { state } of everyFailure()) {
      const { error } = state.getState() as Extract<UploadState, { readonly status: 'failed' }>
      const { what, short } = describeError(error, words)
      await expectWords(canvasElement, 'comfortable', what)
      await expectWords(canvasElement, 'micro', short)
    }
  },
}

/** The same in German. */
export const EveryReasonInGerman: StoryObj = { ...EveryReason, globals: { locale: 'de' } }

/** The answer to the save got lost, and nobody may look for the file. What to do is the person's choice. */
export const SavedPerhaps: StoryObj = {
  parameters: {
    epilot: {
      bytesPerSecond: 1e9,
      seed: ({ client, server }: StoryEpilot) => {
        server.failNext('saveFileV2', 'lost-answer')
        server.failNext('searchEntities', { status: 403 })
        client.uploads.add([offer], { scope: 'state' })
      },
    },
  },
  play: async ({ canvas, canvasElement, words }) => {
    const unknown = words.errors['outcome-unknown'].what
    await waitFor(() => expectEverywhere(canvasElement, 'failed', unknown))
    const [again] = canvas.getAllByRole('button', { name: words.forFile(words.saveAgain, offer.name) })
    await expect(again).toBeVisible()
    if (again) await userEvent.hover(again)
  },
}

/** Canceled when the save had left, whose answer got lost, and nobody may look for the file. Found later, it is deleted. */
export const CanceledPerhaps: StoryObj = {
  parameters: {
    epilot: {
      bytesPerSecond: 1e9,
      seed({ client, server }: StoryEpilot) {
        server.failNext('saveFileV2', 'lost-answer')
        server.failNext('searchEntities', { status: 403 })
        const [upload] = client.uploads.add([offer], { scope: 'state' })
        upload?.state.subscribe((state) => {
          if ('checkpoint' in state && state.checkpoint.reached === 'save-sent') upload.cancel()
        })
      },
    },
  },
  play: async ({ canvas, canvasElement, words }) => {
    await waitFor(() => expectEverywhere(canvasElement, 'failed', words.canceledUnknown.what))
    const name = words.forFile(words.checkAgain, offer.name)
    const [check] = canvas.getAllByRole('button', { name })
    if (check) await userEvent.click(check)
    await waitFor(() => expectEverywhere(canvasElement, 'canceled', words.canceledAndDeleted))
  },
}

/** At which step an upload meets each code; `null`: it meets it at none. */
const stepOf: Readonly<Record<FileErrorCode, FileStep | null>> = {
  network: 'send',
  timeout: 'send',
  stalled: 'send',
  blocked: 'send',
  server: 'save',
  'rate-limited': 'reserve',
  unauthorized: 'reserve',
  'sign-in': 'reserve',
  'owner-changed': 'save',
  forbidden: 'save',
  'not-found': 'attach',
  conflict: 'attach',
  'too-large': 'reserve',
  'type-not-allowed': 'reserve',
  'bad-request': 'save',
  'link-expired': 'send',
  'link-rejected': 'send',
  'bad-answer': 'save',
  'outcome-unknown': 'save',
  'file-unreadable': 'send',
  'prepare-failed': 'prepare',
  expired: 'prepare',
  'untrusted-host': null,
  'not-a-download': null,
  'address-refused': null,
  'tab-blocked': null,
  'needs-token': null,
}

function everyFailure(): readonly Upload[] {
  return Object.entries(stepOf).flatMap(([code, step]) => {
    if (step === null) return []
    const error = new FileError(code as FileErrorCode, 'As told.', { step }) // a key of the record
    return [
      anUpload(
        { status: 'failed', checkpoint: checkpointAt(step), error },
        aFile({ name: `${code}.pdf`, sizeBytes: 400_000 }),
      ),
    ]
  })
}

/** How far it had come when it failed. */
function checkpointAt(step: FileStep): Checkpoint {
  if (step === 'attach') return { reached: 'entity', file: aFileEntity() }
  return step === 'save' ? { reached: 's3', s3ref: { bucket: 'bucket', key: 'key' } } : { reached: 'nothing' }
}

async function expectWords(canvasElement: HTMLElement, density: string, words: string): Promise<void> {
  const rows = [...canvasElement.querySelectorAll(`[data-density="${density}"] [data-status="failed"]`)]
  await expect(
    rows.filter((row) => row.textContent.includes(words)).map((row) => row.textContent),
  ).not.toEqual([])
}

/** Lets one upload after the other fail, each in its own way. */
async function seedFailures({ client, server }: StoryEpilot): Promise<void> {
  await fail('Zaehlerfoto.jpg', () => server.failNext('uploadFileV2', 'network'))
  await fail('Begehung_Heizraum.mp4', () => server.failNext('uploadFileV2', { status: 413 }))
  await fail('Bestandsunterlagen.exe', () => server.failNext('uploadFileV2', { status: 422 }))
  await fail('Netzanschlussvertrag.pdf', () => server.failNext('uploadFileV2', { status: 401 }, 2))
  await fail('Vollmacht.pdf', () => server.failNext('saveFileV2', { status: 403 }))
  await fail('Stromverbrauch_2023–2025.csv', () => {
    server.failNext('saveFileV2', 'lost-answer')
    server.failNext('searchEntities', { status: 403 })
  })
  await fail('Dach_Suedseite.jpg', () => server.failNext('addRelations', { status: 403 }))
  await fail('IMG_4417.heic', () => {}, true)

  function fail(name: string, script: () => void, isUnprepared = false): Promise<void> {
    script()
    return new Promise((resolve) => {
      client.uploads.add([aFile({ name, type: '', sizeBytes: 400_000 })], {
        scope: 'state',
        entity: anEntity(),
        ...(isUnprepared && { prepare: () => Promise.reject(new Error('This is no picture.')) }),
        onFailed: () => resolve(),
      })
    })
  }
}
