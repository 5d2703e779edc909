import { expect } from 'storybook/test'
import type { Upload } from '../../src/index.js'
import { FileList, useFileUpload } from '../../src/index.js'
import { UploadRow } from './upload-row.js'

/** The same uploads in rows of 56, 40 and 28 px. */
export function ThreeDensities({ uploads }: { readonly uploads: readonly Upload[] }) {
  return (
    <div className="densities">
      {densities.map((density) => (
        <section key={density}>
          <h2>{density}</h2>
          <FileList.Root density={density} aria-label={density} className="ef-panel">
            {uploads.map((upload) => (
              <UploadRow key={upload.id} upload={upload} />
            ))}
          </FileList.Root>
        </section>
      ))}
    </div>
  )
}

/** Shows what a story's `seed` has begun under the scope `state`. */
export function SeededUploads() {
  return <ThreeDensities uploads={useFileUpload({ scope: 'state' }).uploads} />
}

/** Every density shows the state, and says it to who listens. */
export async function expectEverywhere(
  canvasElement: HTMLElement,
  status: string,
  words: string,
): Promise<void> {
  const rows = [...canvasElement.querySelectorAll(`[data-status="${status}"]`)]
  await expect(rows.length % densities.length).toBe(0)
  await expect(rows.length).toBeGreaterThan(0)
  const saying = rows.filter((row) => row.textContent.includes(words))
  await expect(saying).toHaveLength(densities.length)
}

const densities = ['comfortable', 'compact', 'micro'] as const
