/** What a file holds that nobody has uploaded: small, and good enough for a viewer of its kind. */
export function sampleContent(filename: string): { readonly contentType: string; readonly body: string } {
  const extension = filename.slice(filename.lastIndexOf('.') + 1).toLowerCase()
  switch (extension) {
    case 'pdf':
      return { contentType: 'application/pdf', body: pdf }
    case 'csv':
      return { contentType: 'text/csv', body: 'month,kWh\n2025-01,412\n2025-02,388\n' }
    default:
      return { contentType: contentTypes[extension] ?? 'text/plain', body: `The content of ${filename}\n` }
  }
}

const contentTypes: Readonly<Record<string, string>> = {
  dwg: 'image/vnd.dwg',
  heic: 'image/heic',
  jpg: 'image/jpeg',
  mov: 'video/quicktime',
  mp4: 'video/mp4',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

const page = 'BT /F1 24 Tf 72 720 Td (A sample document) Tj ET'

// Readers put up with a table of contents that is missing.
const pdf = `%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >> endobj
4 0 obj << /Length ${page.length} >> stream
${page}
endstream endobj
5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> endobj
trailer << /Root 1 0 R >>
%%EOF
`
