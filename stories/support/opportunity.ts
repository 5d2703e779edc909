import type { StoryEpilot } from '../../.storybook/story-epilot.js'
import { sampleContent } from '../../.storybook/sample-content.js'
import type { EntityRef, FileEntity } from '../../src/index.js'
import type { Drawing } from './a-picture.js'
import { aPicture } from './a-picture.js'

/** The opportunity that most stories are about. */
export const opportunity: EntityRef = { slug: 'opportunity', id: '3f6b2a04-7c1e-4a52-a9d8-51c0e2f61043' }

/** Attaches what an opportunity has gathered after some weeks. */
export function seedOpportunity({ server }: Pick<StoryEpilot, 'server'>): void {
  const saved = attached.map(({ filename, drawing, ...file }) => {
    const { contentType, body } = sampleContent(filename)
    const preview = drawing && aPicture(drawing)
    return server.addFile(
      { filename, mime_type: contentType, ...file },
      { content: filledTo(body, file.size_bytes), ...(preview && { preview }) },
    )
  })
  server.relate(opportunity, saved)
}

/** As many bytes as epilot says: a download that is shorter is none. */
function filledTo(content: string, sizeBytes = 0): Blob {
  const filling = new Blob([' '.repeat(100_000)])
  const missing = Math.max(0, sizeBytes - new Blob([content]).size)
  const whole = Array.from({ length: Math.floor(missing / filling.size) }, () => filling)
  return new Blob([content, ...whole, filling.slice(0, missing % filling.size)])
}

/** The same files with labels that they have only there. */
export function seedLabels(epilot: Pick<StoryEpilot, 'server'>): void {
  seedOpportunity(epilot)
  const { relations, files } = epilot.server.world
  for (const [key, items] of relations) {
    const labelled = items.map((item) => ({
      ...item,
      _tags: labels[files.get(item.entity_id)?.filename ?? ''] ?? [],
    }))
    relations.set(key, labelled)
  }
}

/** Files that epilot has, attached to what no story shows, or to nothing yet. */
export function seedElsewhere({ server }: Pick<StoryEpilot, 'server'>): void {
  const [, sketch, schedule] = elsewhere.map(({ filename, drawing, ...file }) =>
    server.addFile(
      {
        filename,
        mime_type: sampleContent(filename).contentType,
        _created_at: '2026-03-14T09:00:00Z',
        ...file,
      },
      drawing && { preview: aPicture(drawing) },
    ),
  )
  if (!sketch || !schedule) return
  const contact = { slug: 'contact', id: 'b1c7a6de-0d5f-4f0e-9a38-6a2f5d8e1c01' }
  const order = { slug: 'order', id: 'b1c7a6de-0d5f-4f0e-9a38-6a2f5d8e1c02' }
  const contract = { slug: 'contract', id: 'b1c7a6de-0d5f-4f0e-9a38-6a2f5d8e1c03' }
  server.nameEntity(contact, 'Emre Yıldız')
  server.nameEntity(order, '#88-2210')
  server.relate(contact, [sketch])
  server.relate(order, [sketch, schedule])
  server.relate(contract, [sketch])
}

const elsewhere: readonly (Partial<FileEntity> &
  Pick<FileEntity, 'filename'> & { readonly drawing?: Drawing })[] = [
  { filename: 'Netzplan_Quartier_Sued.pdf', size_bytes: 2_200_000, _tags: ['Plan'], drawing: 'plan' },
  {
    filename: 'Planskizze_Zaehlerschrank.jpg',
    size_bytes: 3_400_000,
    _tags: ['Meter photo', 'Plan'],
    drawing: 'meter',
  },
  { filename: 'Bauzeitenplan.xlsx', size_bytes: 640_000 },
]

/** An attribute that holds one file, and has it. */
export function seedPowerOfAttorney({ server }: Pick<StoryEpilot, 'server'>): void {
  const attribute = 'power_of_attorney'
  server.addSchema({
    slug: opportunity.slug,
    attributes: [
      {
        name: attribute,
        label: 'Power of attorney',
        multiple: false,
        allowed_extensions: ['pdf'],
        file_size_bytes: 10_000_000,
      },
    ],
  })
  const filename = 'Vollmacht_2025.pdf'
  const file = server.addFile({ filename, size_bytes: 1_100_000, _created_at: '2025-11-03T10:00:00Z' })
  server.relate({ ...opportunity, attribute }, [file])
}

/** An attribute of which the schema says all that it can say. */
export function seedSitePhotos({ server }: Pick<StoryEpilot, 'server'>): void {
  const attribute = 'site_photos'
  server.addSchema({
    slug: opportunity.slug,
    attributes: [
      {
        name: attribute,
        type: 'image',
        label: 'Photos of the site',
        multiple: true,
        required: true,
        allowed_extensions: ['jpg', 'png', 'heic'],
        file_size_bytes: 20_000_000,
        enable_description: true,
        display_images_landscaped: true,
      },
    ],
  })
  const photos = [
    ['Haus_Strassenseite.jpg', 'house'],
    ['Heizraum_Keller.jpg', 'cellar'],
    ['Dach_Suedseite.jpg', 'roof'],
  ] as const
  const files = photos.map(([filename, drawing], index) =>
    server.addFile(
      {
        filename,
        mime_type: 'image/jpeg',
        size_bytes: 5_200_000 - index * 1_300_000,
        _created_at: `2026-03-1${3 - index}T09:00:00Z`,
      },
      { preview: aPicture(drawing) },
    ),
  )
  server.relate({ ...opportunity, attribute }, files)
}

const labels: Readonly<Record<string, readonly string[]>> = {
  'Zählerfoto_2026-03.jpg': ['Site visit'],
  'Dach_Suedseite.jpg': ['Signed', 'Roof'],
  'Netzanschlussvertrag.pdf': ['Contract', 'Grid operator'],
  'Lageplan_Trafostation.dwg': ['Signed'],
}

interface Attached extends Omit<Partial<FileEntity>, 'filename'> {
  readonly filename: string
  /** What epilot shows of it. */
  readonly drawing?: Drawing
}

const attached: readonly Attached[] = [
  {
    filename: 'Angebot_PV-Speicher.pdf',
    drawing: 'letter',
    size_bytes: 1_300_000,
    _tags: ['Offer', 'Signed'],
    _created_at: '2026-03-12T14:05:00Z',
    versions: [{ size_bytes: 1_300_000 }, { size_bytes: 1_280_000 }, { size_bytes: 1_190_000 }],
  },
  {
    filename: 'Zählerfoto_2026-03.jpg',
    drawing: 'meter',
    size_bytes: 2_800_000,
    _tags: ['Meter photo'],
    _created_at: '2026-03-12T09:40:00Z',
  },
  {
    filename: 'Dach_Suedseite.jpg',
    drawing: 'roof',
    size_bytes: 4_100_000,
    _tags: ['Roof'],
    _created_at: '2026-03-11T16:22:00Z',
  },
  {
    filename: 'Netzanschlussvertrag.pdf',
    size_bytes: 912_000,
    _tags: ['Contract', 'Grid operator'],
    _created_at: '2026-03-10T11:00:00Z',
  },
  {
    filename: 'Lastgang_Werk-Nord_2025.xlsx',
    size_bytes: 17_000_000,
    _tags: ['Consumption'],
    _created_at: '2026-03-10T08:15:00Z',
  },
  {
    filename: 'Lageplan_Flurstueck_118-4.pdf',
    drawing: 'plan',
    size_bytes: 4_800_000,
    _tags: ['Plan'],
    _created_at: '2026-03-09T15:30:00Z',
  },
  {
    filename: 'عقد_توريد_الكهرباء_2026.pdf',
    size_bytes: 912_000,
    _tags: ['Contract'],
    _created_at: '2026-03-06T10:10:00Z',
  },
  {
    filename: 'Lageplan_Trafostation.dwg',
    size_bytes: 7_400_000,
    _tags: ['Plan'],
    _created_at: '2026-03-05T13:45:00Z',
  },
  {
    filename: 'Allgemeine_Geschäftsbedingungen_für_die_Belieferung_mit_Strom_v7.pdf',
    size_bytes: 640_000,
    access_control: 'public-read',
    _tags: ['Terms'],
    _created_at: '2026-03-02T09:00:00Z',
  },
]
