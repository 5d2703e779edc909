import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import type { Upload, UploadState, Waiting } from '../../src/index.js'
import { FileError } from '../../src/index.js'
import { aFile, aFileEntity } from '../../src/testing.js'
import { anUpload } from '../support/an-upload.js'
import { ThreeDensities, expectEverywhere } from '../support/three-densities.js'

/**
 * What was interrupted goes on by itself. A person is asked only for what nobody else can know: whether to save once more,
 * where the file is, what to do with one that is saved already.
 */
const meta: Meta = { title: 'States/Recovery' }
export default meta

const nothing = { reached: 'nothing' } as const
const s3 = { reached: 's3', s3ref: { bucket: 'bucket', key: 'key' } } as const
const sent = { ...s3, reached: 'save-sent', mark: '1' } as const

const failed = (error: FileError): UploadState => ({ status: 'failed', checkpoint: s3, error })
const waiting = (what: Waiting): UploadState => ({ status: 'waiting', checkpoint: nothing, waiting: what })
const busy = (): UploadState =>
  waiting({
    for: 'retry',
    step: 'send',
    until: performance.now() + 240_000,
    attempt: 1,
    error: new FileError('rate-limited', 'Busy.', { step: 'reserve', status: 429, retryAfterMs: 240_000 }),
  })

function row(name: string, sizeBytes: number, state: UploadState, interruptedAt?: number): Upload {
  return { ...anUpload(state, aFile({ name, type: '', sizeBytes })), interruptedAt }
}

/** Whoever goes back to the page finds everything as it was; most goes on without anybody. */
const everyRow = (): readonly Upload[] => [
  row('Einspeisezusage_Netzbetreiber.pdf', 1_300_000, { status: 'checking', checkpoint: sent }),
  row('Vollmacht_unterschrieben.pdf', 400_000, failed(unknown)),
  row('Drohnenflug_Dachflaeche_Hauptgebaeude.mov', 4_200_000_000, waiting({ for: 'sign-in' })),
  row('Lageplan_Trafostation.dwg', 7_400_000, busy()),
  row('Lastgang_Werk-Nord_2025.xlsx', 900_000, waiting({ for: 'leader' })),
  row('Zählerschrank_offen.HEIC', 3_400_000, { status: 'saving', checkpoint: s3 }, 1),
  row('Netzanschlussvertrag.pdf', 11_600_000, { status: 'paused', checkpoint: nothing }, 1),
  row('Bestandsunterlagen.zip', 88_000_000, waiting({ for: 'file' })),
  row('Begehung_Heizraum.mp4', 212_000_000, waiting({ for: 'file', other: { sizeBytes: 209_000_000 } })),
  row('Stromverbrauch_2023–2025.csv', 40_000, failed(expired)),
  row('Angebot_PV-Speicher_Yıldız.pdf', 1_300_000, refusedState),
  row('Lageplan_Flurstueck_118-4.pdf', 4_800_000, pending),
  row('IMG_4417.HEIC', 3_400_000, { status: 'canceling', checkpoint: sent }),
  row('Zählerfoto_2026-03.jpg', 2_800_000, { status: 'canceled', wasSaved: true }),
  row('Dach_Suedseite.jpg', 2_100_000, {
    status: 'done',
    result: { kind: 'saved', file: aFileEntity(), notDeleted: forbidden },
  }),
]

const unknown = new FileError('outcome-unknown', 'The answer got lost.', { step: 'save' })
const expired = new FileError('expired', 'Seven days are over.')
const pending: UploadState = {
  status: 'done',
  result: { kind: 'saved', file: aFileEntity(), attach: 'pending' },
}
const refused = new FileError('forbidden', 'May not.', { step: 'attach', status: 403 })
const refusedState: UploadState = {
  status: 'failed',
  checkpoint: { reached: 'entity', file: aFileEntity() },
  error: refused,
}
const forbidden = new FileError('forbidden', 'May not.', { step: 'delete', status: 403 })

/** Every row that can be met after a bad day. */
export const EveryRow: StoryObj = {
  render: () => <ThreeDensities uploads={everyRow()} />,
  play: async ({ canvasElement, words }) => {
    await expectEverywhere(canvasElement, 'checking', words.checkingSaved)
    await expectEverywhere(canvasElement, 'waiting', words.waitingForLeader)
    await expectEverywhere(canvasElement, 'saving', words.interruptedSaving)
    await expectEverywhere(canvasElement, 'canceling', words.canceling)
  },
}

/** The same in German. */
export const InGerman: StoryObj = {
  globals: { locale: 'de' },
  render: () => <ThreeDensities uploads={everyRow()} />,
  play: async ({ canvasElement }) => {
    await expectEverywhere(canvasElement, 'waiting', 'Läuft in einem anderen Tab')
    await expectEverywhere(
      canvasElement,
      'waiting',
      'Das ist eine andere Datei: 209\u00a0MB statt 212\u00a0MB',
    )
    await expectEverywhere(canvasElement, 'done', 'War schon gespeichert')
  },
}

/** The bytes are kept on this device, but it had not got far: whether it is still wanted, only a person knows. */
export const Interrupted: StoryObj = {
  render: () => (
    <ThreeDensities
      uploads={[row('Begehung_Heizraum.mp4', 212_000_000, { status: 'paused', checkpoint: nothing }, 1)]}
    />
  ),
  play: async ({ canvas, canvasElement, words }) => {
    await expectEverywhere(canvasElement, 'restored', words.interrupted)
    await expectButtons(canvas, words.forFile(words.goOn, 'Begehung_Heizraum.mp4'))
    await expectButtons(canvas, words.forFile(words.discard, 'Begehung_Heizraum.mp4'))
  },
}

/** S3 has the bytes: it is saved at once, and no byte is sent again. */
export const GoesOnByItself: StoryObj = {
  render: () => (
    <ThreeDensities uploads={[row('Lageplan.pdf', 400_000, { status: 'saving', checkpoint: s3 }, 1)]} />
  ),
  play: ({ canvasElement, words }) => expectEverywhere(canvasElement, 'saving', words.interruptedSaving),
}

/** The same file is known by its size; another one is not sent in its name. */
export const AnotherFileWasChosen: StoryObj = {
  render: () => (
    <ThreeDensities
      uploads={[
        row('Begehung.mp4', 212_000_000, waiting({ for: 'file', other: { sizeBytes: 209_000_000 } })),
      ]}
    />
  ),
  play: async ({ canvas, canvasElement, words }) => {
    const sizes = { chosen: '209\u00a0MB', needed: '212\u00a0MB' }
    await expectEverywhere(canvasElement, 'waiting', words.otherFile(sizes))
    await expectButtons(canvas, words.forFile(words.chooseSameFile, 'Begehung.mp4'))
  },
}

/** After a week nobody is kept waiting any more. */
export const Expired: StoryObj = {
  render: () => <ThreeDensities uploads={[row('Stromverbrauch.csv', 40_000, failed(expired))]} />,
  play: async ({ canvas, canvasElement, words }) => {
    await expectEverywhere(canvasElement, 'failed', words.errors.expired.what)
    await expectButtons(canvas, words.forFile(words.chooseSameFile, 'Stromverbrauch.csv'))
  },
}

/**
 * The file is safe; only its entity does not take it. No alarm, a warning: `onChooseAnother` lets the person choose another
 * entity, or the file stays as it is.
 */
export const SavedButNotAdded: StoryObj = {
  render: () => <ThreeDensities uploads={[row('Angebot.pdf', 1_300_000, refusedState)]} />,
  play: async ({ canvas, canvasElement, words }) => {
    await expectEverywhere(canvasElement, 'failed', words.attachRefused.what)
    await expectButtons(canvas, words.forFile(words.chooseAnother, 'Angebot.pdf'))
    await expectButtons(canvas, words.forFile(words.keepUnattached, 'Angebot.pdf'))
    await expect(canvasElement.querySelectorAll('[data-tone="warning"]')).toHaveLength(3)
  },
}

/** Somebody has to approve that it is added. */
export const WaitingForApproval: StoryObj = {
  render: () => <ThreeDensities uploads={[row('Lageplan.pdf', 4_800_000, pending)]} />,
  play: ({ canvasElement, words }) => expectEverywhere(canvasElement, 'done', words.waitingForApproval),
}

/** The server asked for the wait: till when, but no button. */
export const EpilotIsBusy: StoryObj = {
  render: () => <ThreeDensities uploads={[row('Lageplan.dwg', 7_400_000, busy())]} />,
  play: async ({ canvas, canvasElement, words }) => {
    await expectEverywhere(canvasElement, 'waiting', words.errors['rate-limited'].short)
    await expect(
      canvas.queryByRole('button', { name: words.forFile(words.tryNow, 'Lageplan.dwg') }),
    ).toBeNull()
  },
}

/** The save was on its way already: its answer is awaited, then the file is deleted again. */
export const Canceling: StoryObj = {
  render: () => (
    <ThreeDensities uploads={[row('IMG_4417.HEIC', 3_400_000, { status: 'canceling', checkpoint: sent })]} />
  ),
  play: ({ canvasElement, words }) => expectEverywhere(canvasElement, 'canceling', words.canceling),
}

export const CanceledAndDeletedAgain: StoryObj = {
  render: () => (
    <ThreeDensities uploads={[row('Foto.jpg', 2_800_000, { status: 'canceled', wasSaved: true })]} />
  ),
  play: ({ canvasElement, words }) => expectEverywhere(canvasElement, 'canceled', words.canceledAndDeleted),
}

/** Canceled too late, by somebody who may save but not delete. */
export const AlreadySaved: StoryObj = {
  render: () => (
    <ThreeDensities
      uploads={[
        row('Dach.jpg', 2_100_000, {
          status: 'done',
          result: { kind: 'saved', file: aFileEntity(), notDeleted: forbidden },
        }),
      ]}
    />
  ),
  play: ({ canvasElement, words }) => expectEverywhere(canvasElement, 'done', words.mayNotDelete),
}

/** In each of the three densities. */
async function expectButtons(canvas: StoryCanvas, name: string): Promise<void> {
  await expect(canvas.getAllByRole('button', { name })).toHaveLength(3)
}

type StoryCanvas = Parameters<NonNullable<StoryObj['play']>>[0]['canvas']
