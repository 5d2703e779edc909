import type { StoryEpilot } from '../../.storybook/story-epilot.js'
import type { EntityRef, FileErrorCode, UploadState, Waiting } from '../../src/index.js'
import { FileError } from '../../src/index.js'
import { aFile, aFileEntity } from '../../src/testing.js'
import { aPhoto } from './a-photo.js'

/** Puts an upload in each state into the list of an entity, where it stands still. */
export async function adoptInAllStates({ client }: StoryEpilot, entity: EntityRef): Promise<void> {
  const scope = `${entity.slug}/${entity.id}/_files`
  const photos = new Map([
    ['Zählerschrank_offen.jpg', await aPhoto('Zählerschrank_offen.jpg', 'meter')],
    ['Heizraum_Keller.jpg', await aPhoto('Heizraum_Keller.jpg', 'cellar', { width: 480, height: 640 })],
  ])
  client.uploads.adopt(
    states().map(([name, state, more], index) => ({
      id: `standing-${index}`,
      file: photos.get(name) ?? aFile({ name, type: '' }),
      scope,
      entity,
      mode: 'user' as const,
      owner: undefined,
      save: {},
      restored: { state, interruptedAt: undefined, lacksBytes: false, prepared: undefined, ...more },
    })),
  )
}

type InAState = readonly [name: string, state: UploadState, more?: { readonly interruptedAt: number }]

const states = (): readonly InAState[] => [
  [
    'Drohnenflug_Dachflaeche.mov',
    { status: 'uploading', sentBytes: 1_764_000_000, totalBytes: 4_200_000_000 },
  ],
  ['Zählerschrank_offen.jpg', { status: 'saving', checkpoint: s3 }],
  ['Vollmacht_unterschrieben.pdf', failed('server', s3)],
  ['Lageplan.dwg', { status: 'queued', checkpoint: nothing }],
  ['Heizraum_Keller.jpg', { status: 'preparing' }],
  ['Netzanschlussvertrag.pdf', { status: 'paused', checkpoint: nothing }],
  ['Bestandsunterlagen.zip', waiting(inFourMinutes())],
  ['Begehung_Heizraum.mp4', waiting({ for: 'network' })],
  ['Stromverbrauch_2023–2025.csv', waiting({ for: 'sign-in' })],
  ['Lastgang_Werk-Nord.xlsx', waiting({ for: 'leader' })],
  ['Einspeisezusage_Netzbetreiber.pdf', { status: 'checking', checkpoint: sent }],
  ['Angebot_Wallbox.pdf', failed('outcome-unknown', sent)],
  ['Wartungsprotokoll.pdf', { status: 'attaching', checkpoint: entity }],
  ['Vertrag_Ausschliesslichkeitsvereinbarung.pdf', failed('forbidden', entity, 'attach')],
  ['Zählerfoto.heic', failed('file-unreadable', nothing)],
  ['Protokoll.docx', failed('blocked', nothing)],
  ['Abnahme.pdf', waiting({ for: 'file' })],
  ['Messung.csv', waiting({ for: 'file', other: { sizeBytes: 209_000 } })],
  ['Rechnung_2025.pdf', { status: 'paused', checkpoint: nothing }, { interruptedAt: 1 }],
  ['Falsch.pdf', { status: 'canceling', checkpoint: sent }],
  ['Doppelt.pdf', { status: 'canceled' }],
  [
    'Freigabe_Netzplan.pdf',
    { status: 'done', result: { kind: 'saved', file: aFileEntity(), attach: 'pending' } },
  ],
]

const nothing = { reached: 'nothing' } as const
const s3 = { reached: 's3', s3ref: { bucket: 'bucket', key: 'key' } } as const
const sent = { ...s3, reached: 'save-sent', mark: '1' } as const
const entity = { reached: 'entity', file: aFileEntity() } as const

function failed(
  code: FileErrorCode,
  checkpoint: typeof nothing | typeof s3 | typeof sent | typeof entity,
  step: 'save' | 'attach' = 'save',
): UploadState {
  return { status: 'failed', checkpoint, error: new FileError(code, 'It failed.', { step }) }
}

function waiting(what: Waiting): UploadState {
  return { status: 'waiting', checkpoint: nothing, waiting: what }
}

function inFourMinutes(): Waiting {
  const error = new FileError('network', 'Lost.', { step: 'send' })
  return { for: 'retry', step: 'send', until: performance.now() + 240_000, attempt: 1, error }
}
