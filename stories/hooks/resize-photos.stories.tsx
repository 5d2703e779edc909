import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import type { IntakeRules, Prepare } from '../../src/index.js'
import { FileUpload, resizePhotos } from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { aPhoto } from '../support/a-photo.js'
import { pickFiles } from '../support/give-files.js'

/**
 * `prepare` makes the bytes ready before they are sent: resize, convert, rename. What it returns is sent and saved; what it
 * throws becomes the row's error. `resizePhotos()` is one for photos, which a phone makes ten times larger than anybody
 * needs them.
 */
const meta = {
  title: 'Hooks/resizePhotos',
  component: FileUpload,
  args: { label: 'Photos of the meter', onDone: fn() },
} satisfies Meta<typeof FileUpload>
export default meta

type Story = StoryObj<typeof meta>

/**
 * A photo of 12 megapixels becomes one of 3, upright whichever way the camera was held. Its EXIF data (where, when, with
 * what it was taken) stay behind: good for privacy; where you need them, send the original.
 */
export const ResizePhotosBeforeUpload: Story = {
  args: { prepare: resizePhotos({ maxEdgePx: 2000 }) },
  play: async ({ args, canvasElement, epilot }) => {
    const photo = await aPhoto('IMG_4417.jpg', 'meter', { width: 4000, height: 3000 })
    await expect(photo.size).toBeGreaterThan(3_000_000)
    await pickFiles(canvasElement, photo)
    await waitFor(() => expect(args.onDone).toHaveBeenCalled())
    const [saved] = epilot.server.files()
    await expect(saved).toMatchObject({ filename: 'IMG_4417.jpg', mime_type: 'image/jpeg' })
    await expect(saved?.size_bytes).toBeLessThan(photo.size / 2)
  },
}

/** Any function from a file to a file will do. It may take its time; `signal` aborts when the upload is canceled. */
export const RenameBeforeUpload: Story = {
  args: { label: 'Documents of order 1043', prepare: withOrderNumber },
  play: async ({ args, canvasElement, epilot }) => {
    await pickFiles(canvasElement, aFile({ name: 'Vollmacht.pdf', sizeBytes: 40_000 }))
    await waitFor(() => expect(args.onDone).toHaveBeenCalled())
    await expect(epilot.server.files()[0]?.filename).toBe('1043_Vollmacht.pdf')
  },
}

function withOrderNumber(file: Parameters<Prepare>[0]): File {
  return new File([file], `1043_${file.name}`, { type: file.type, lastModified: file.lastModified })
}

/**
 * Photos of iPhones that only Safari can show: a rule says so before, and leaves the choice to the person. Where the browser
 * knows HEIC, `resizePhotos()` makes JPEGs of them.
 */
export const WarnOfHeic: Story = {
  name: 'Warn of HEIC',
  args: {
    prepare: resizePhotos(),
    rules: {
      validate: (file) =>
        /\.hei[cf]$/i.test(file.name) ? { message: 'Not every browser shows HEIC', mayAdd: true } : null,
    } satisfies IntakeRules,
  },
  play: async ({ args, canvas, canvasElement, epilot, words }) => {
    await pickFiles(canvasElement, aFile({ name: 'IMG_4417.heic', type: 'image/heic', sizeBytes: 40_000 }))
    await expect(await canvas.findByText(/Not every browser shows HEIC/)).toBeVisible()
    await userEvent.click(canvas.getByText(words.addAnyway))
    await waitFor(() => expect(args.onDone).toHaveBeenCalled())
    await expect(epilot.server.files()[0]?.filename).toBe('IMG_4417.heic')
  },
}
