/**
 * The extensions that files of a MIME type go by, the usual one first. Only types that people send, and those that browsers
 * name differently from one computer to the next.
 */
const types: ReadonlyMap<string, readonly string[]> = new Map(
  `image/jpeg jpg jpeg jfif|image/png png|image/gif gif|image/webp webp|image/avif avif|image/heic heic|image/heif heif
|image/tiff tif tiff|image/bmp bmp|image/svg+xml svg|image/vnd.dwg dwg|image/vnd.dxf dxf|application/pdf pdf
|application/msword doc|application/vnd.openxmlformats-officedocument.wordprocessingml.document docx
|application/vnd.ms-excel xls|application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx
|application/vnd.ms-powerpoint ppt|application/vnd.openxmlformats-officedocument.presentationml.presentation pptx
|application/vnd.oasis.opendocument.text odt|application/vnd.oasis.opendocument.spreadsheet ods
|application/rtf rtf|application/json json|application/xml xml|text/xml xml|text/plain txt|text/csv csv|text/html html htm
|text/markdown md|text/calendar ics|message/rfc822 eml|application/vnd.ms-outlook msg|application/zip zip
|application/x-zip-compressed zip|video/mp4 mp4 m4v|video/quicktime mov|video/webm webm|video/x-matroska mkv
|video/x-msvideo avi|audio/mpeg mp3|audio/mp4 m4a|audio/wav wav|audio/ogg ogg`
    .replaceAll('\n', '')
    .split('|')
    .map((line) => {
      const [type = '', ...extensions] = line.split(' ')
      return [type, extensions] as const
    }),
)

/** The extensions of a MIME type, the usual one first; none where it is not known. */
export function extensionsOf(mimeType: string): readonly string[] {
  return types.get(mimeType) ?? []
}

/** The extension of a name, in lower case and without its dot; empty where it has none. */
export function extensionOf(name: string): string {
  return /[^.]\.([^.\s]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** The MIME types of an extension. */
export function typesOf(extension: string): readonly string[] {
  return [...types].filter(([, extensions]) => extensions.includes(extension)).map(([type]) => type)
}
