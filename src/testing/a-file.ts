/** What a test cares about; the rest has a default. */
export interface FileSeed {
  /** @default 'document.pdf' */
  readonly name?: string
  /** @default 'application/pdf' */
  readonly type?: string
  /** @default some text with the name in it */
  readonly content?: BlobPart
  /** Fills the file with this many bytes instead of `content`. A large file costs no memory of its size. */
  readonly sizeBytes?: number
}

/**
 * Makes a real `File`, as if a person had picked it.
 *
 * @example
 * await user.upload(screen.getByLabelText('Choose files'), aFile({ name: 'scan.pdf', sizeBytes: 5_000_000 }))
 */
export function aFile({
  name = 'document.pdf',
  type = 'application/pdf',
  content,
  sizeBytes,
}: FileSeed = {}): File {
  const parts = sizeBytes === undefined ? [content ?? `The content of ${name}`] : filling(name, sizeBytes)
  return new File(parts, name, { type, lastModified })
}

/** The same bytes for the same name, and others for another name, so that mixed-up files are noticed. */
function filling(name: string, sizeBytes: number): BlobPart[] {
  const head = new Blob([`${name}\n`])
  if (sizeBytes <= head.size) return [head.slice(0, sizeBytes)]
  const rest = sizeBytes - head.size
  // Blobs within a blob are kept by reference, and so are those that many files share.
  pattern ??= new Blob([Uint8Array.from({ length: patternBytes }, (_, index) => index % 251)])
  const whole = Math.floor(rest / patternBytes)
  return [head, ...Array<Blob>(whole).fill(pattern), pattern.slice(0, rest % patternBytes)]
}

let pattern: Blob | undefined
const patternBytes = 1024 * 1024
const lastModified = Date.UTC(2025, 0, 31)
