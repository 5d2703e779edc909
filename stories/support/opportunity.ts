import type { StoryEpilot } from '../../.storybook/story-epilot.js'
import { sampleContent } from '../../.storybook/sample-content.js'
import type { EntityRef, FileEntity } from '../../src/index.js'

/** The opportunity that most stories are about. */
export const opportunity: EntityRef = { slug: 'opportunity', id: '3f6b2a04-7c1e-4a52-a9d8-51c0e2f61043' }

/** Attaches what an opportunity has gathered after some weeks. */
export function seedOpportunity({ server }: Pick<StoryEpilot, 'server'>): void {
  const saved = attached.map(({ filename, ...file }) => {
    const { contentType, body } = sampleContent(filename)
    return server.addFile({ filename, mime_type: contentType, ...file }, { content: body })
  })
  server.relate(opportunity, saved)
}

/** Files that epilot has, attached to nothing that a story shows. */
export function seedElsewhere({ server }: Pick<StoryEpilot, 'server'>): void {
  for (const filename of [
    'Netzplan_Quartier_Sued.pdf',
    'Planskizze_Zaehlerschrank.jpg',
    'Bauzeitenplan.xlsx',
  ]) {
    server.addFile({ filename, size_bytes: 2_200_000, _created_at: '2026-03-14T09:00:00Z' })
  }
}

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
  const names = ['Haus_Strassenseite.jpg', 'Heizraum_Keller.jpg', 'Dach_Suedseite.jpg']
  const files = names.map((filename, index) =>
    server.addFile({
      filename,
      mime_type: 'image/jpeg',
      size_bytes: 5_200_000 - index * 1_300_000,
      _created_at: `2026-03-1${3 - index}T09:00:00Z`,
    }),
  )
  server.relate({ ...opportunity, attribute }, files)
}

const attached: readonly (Partial<FileEntity> & Pick<FileEntity, 'filename'>)[] = [
  {
    filename: 'Angebot_PV-Speicher.pdf',
    size_bytes: 1_300_000,
    _tags: ['Offer', 'Signed'],
    _created_at: '2026-03-12T14:05:00Z',
    versions: [{ size_bytes: 1_300_000 }, { size_bytes: 1_280_000 }, { size_bytes: 1_190_000 }],
  },
  {
    filename: 'Zählerfoto_2026-03.jpg',
    size_bytes: 2_800_000,
    _tags: ['Meter photo'],
    _created_at: '2026-03-12T09:40:00Z',
  },
  {
    filename: 'Dach_Suedseite.jpg',
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
