import type { Locator, Page } from 'playwright'

/**
 * What a person does in each app: picks a file, one that is not what it claims, and then more than fit the screen, and
 * sees them uploaded. Tells what the browser complained of.
 */
export async function uploadIn(
  page: Page,
  { react }: { readonly react: string },
): Promise<readonly string[]> {
  const complaints: string[] = []
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) complaints.push(message.text())
  })
  await page.reload() // so that nothing of the start is missed
  await page.getByRole('heading', { name: `React ${react}` }).waitFor()

  const photos = page.getByRole('group', { name: 'Meter photos' })
  await pick(photos, ['meter.pdf'])
  await uploaded(photos, 'meter.pdf')

  await pick(photos, ['invoice.pdf'], program)
  await photos.getByRole('button', { name: 'Add anyway' }).click()
  await uploaded(photos, 'invoice.pdf')

  await pick(
    photos,
    Array.from({ length: 148 }, (_, index) => `scan ${index}.pdf`),
  )
  await photos.getByText('150 files uploaded').first().waitFor()
  // Rows that are not in view are not in the page.
  await photos.locator('[aria-setsize="150"]').first().waitFor()

  const opportunity = page.getByRole('region', { name: 'Files' })
  await pick(opportunity, ['contract.pdf'])
  await opportunity.getByRole('heading', { name: 'Files 1' }).waitFor()
  return complaints
}

/** A PDF begins like this, and so does a program for Windows. */
const pdf = Buffer.from('%PDF-1.7\n')
const program = Buffer.from('MZ\u0090\u0000', 'latin1')

async function pick(place: Locator, names: readonly string[], buffer = pdf): Promise<void> {
  const chooser = place.page().waitForEvent('filechooser')
  await place.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles(names.map((name) => ({ name, mimeType: 'application/pdf', buffer })))
}

async function uploaded(place: Locator, name: string): Promise<void> {
  const row = place.getByRole('listitem').filter({ hasText: name })
  await row.getByText('Uploaded', { exact: true }).waitFor()
}
