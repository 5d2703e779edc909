/** The words of the form in `describe-files.tsx`: an app's own. */
export interface DescribeWords {
  readonly tags: string
  readonly removeTag: (tag: string) => string
  readonly purpose: string
  readonly purposes: Readonly<Record<'' | 'contract' | 'meter' | 'plan', string>>
  readonly access: string
  readonly accesses: Readonly<Record<'private' | 'public-read', string>>
  readonly isPublic: string
  readonly tooLate: string
  readonly upload: (count: number) => string
}

export function describeWords(locale: string): DescribeWords {
  return locale === 'de' ? german : english
}

const english: DescribeWords = {
  tags: 'Tags',
  removeTag: (tag) => `Remove ${tag}`,
  purpose: 'Purpose',
  purposes: { '': 'None', contract: 'Contract', meter: 'Meter reading', plan: 'Planning' },
  access: 'Access',
  accesses: { private: 'Private', 'public-read': 'Public' },
  isPublic: 'Anyone with the link can open it',
  tooLate: 'Saved as it stands here',
  upload: (count) => (count === 1 ? 'Upload 1 file' : count > 0 ? `Upload ${count} files` : 'Upload'),
}

const german: DescribeWords = {
  tags: 'Tags',
  removeTag: (tag) => `${tag} entfernen`,
  purpose: 'Zweck',
  purposes: { '': 'Keiner', contract: 'Vertrag', meter: 'Zählerstand', plan: 'Planung' },
  access: 'Zugriff',
  accesses: { private: 'Privat', 'public-read': 'Öffentlich' },
  isPublic: 'Wer den Link hat, kann sie öffnen',
  tooLate: 'So wie hier angegeben gespeichert',
  upload: (count) =>
    count === 1 ? '1 Datei hochladen' : count > 0 ? `${count} Dateien hochladen` : 'Hochladen',
}
