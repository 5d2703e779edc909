import type { Meta, StoryObj } from '@storybook/react-vite'
import { useRef } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import type { IntakeRules } from '../../src/index.js'
import {
  describeRefusals,
  FileDropzone,
  groupRefusals,
  Icon,
  IntakeReport,
  useFileUpload,
  useMessages,
} from '../../src/index.js'
import { aFile } from '../../src/testing.js'
import { pickFiles } from '../support/give-files.js'
import { plain } from '../support/plain.js'

interface ReportProps {
  /** What may come in. */
  readonly rules: IntakeRules
}

/**
 * The files that did not come in: what happened, why, and what to do. Equal reasons stand together, and a group opens to
 * show its files. The report lasts until it is dismissed or other files are added.
 */
const meta = {
  title: 'Parts/IntakeReport',
  render: ({ rules }: ReportProps) => <Report rules={rules} />,
  args: { rules: { accept: ['.pdf', '.jpg', '.mp4', '.zip'], maxSizeBytes: 20_000_000 } },
} satisfies Meta<ReportProps>
export default meta

type Story = StoryObj<typeof meta>

function Report({ rules }: ReportProps) {
  const { add, intake } = useFileUpload({ scope: 'intake-report', autoStart: false, rules })
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div className="ef-field">
      <FileDropzone.Root onFiles={add}>
        <FileDropzone.Input />
        <FileDropzone.Icon />
        <FileDropzone.Text>
          <FileDropzone.Title />
        </FileDropzone.Text>
        <FileDropzone.Button ref={button} />
      </FileDropzone.Root>
      <IntakeReport.Root intake={intake} focusFallback={button}>
        <div className="ef-report-head">
          <Icon name="warn" />
          <IntakeReport.Title />
          <IntakeReport.DismissButton />
        </div>
        {groupRefusals(intake.report?.refused ?? []).map((group, index) => (
          <IntakeReport.Group key={group.key} group={group}>
            <IntakeReport.Details open={index === 0 && group.refusals.length > 1}>
              <IntakeReport.Reason />
              <IntakeReport.Files />
            </IntakeReport.Details>
            <IntakeReport.ChooseOthersButton onClick={() => button.current?.click()} />
            <IntakeReport.AddAnywayButton />
          </IntakeReport.Group>
        ))}
      </IntakeReport.Root>
      <IntakeReport.LiveRegion intake={intake} />
    </div>
  )
}

/** A drop of fifteen: twelve are added, and the other three are told of. */
export const GroupedByReason: Story = {
  play: async ({ canvas, canvasElement, words }) => {
    const scans = Array.from({ length: 11 }, (_, index) => aFile({ name: `Scan_${index + 1}.pdf` }))
    await pickFiles(canvasElement, [
      ...scans,
      aFile({ name: 'Netzanschlussvertrag.pdf' }),
      aFile({ name: 'Begehung_Heizraum.mp4', type: 'video/mp4', sizeBytes: 212_000_000 }),
      aFile({ name: 'Bestandsunterlagen.zip', type: 'application/zip', sizeBytes: 88_000_000 }),
      aFile({ name: 'Netzanschlussvertrag.pdf' }),
    ])
    await expect(await canvas.findByText(words.addedAndRefused(12, 3))).toBeVisible()
    await expect(canvas.getByTitle('Begehung_Heizraum.mp4')).toBeVisible()
    await expect(canvas.getByText(words.addAnyway)).toBeVisible()
  },
}

/** Every reason there is, each in the words for a single file. */
export const EveryReason: Story = {
  args: {
    rules: {
      accept: ['.pdf', '.jpg'],
      minSizeBytes: 1000,
      maxSizeBytes: 20_000_000,
      maxTotalBytes: 30_000_000,
      maxCount: 3,
      content: 'warn',
      validate: ({ name }) => (name.startsWith('IMG_0001') ? 'The photo is older than a year' : null),
    },
  },
  play: async ({ canvas, canvasElement, words }) => {
    const pdf = (name: string, sizeBytes: number) =>
      new File([`%PDF-1.7\n${'x'.repeat(sizeBytes)}`], name, { type: 'application/pdf', lastModified: 1 })
    await pickFiles(canvasElement, [
      pdf('Vertrag.pdf', 5000),
      pdf('Vertrag.pdf', 5000),
      aFile({ name: 'Notizen.docx', type: '' }),
      aFile({ name: 'leer.pdf', sizeBytes: 0 }),
      aFile({ name: 'winzig.pdf', sizeBytes: 200 }),
      pdf('Gutachten.pdf', 21_000_000),
      new File(['MZ\u0000'.repeat(2000)], 'angebot.pdf', { type: 'application/pdf' }),
      pdf('IMG_0001.jpg.pdf', 2000),
      pdf('Plan_A.pdf', 19_000_000),
      pdf('Plan_B.pdf', 18_000_000),
      pdf('Plan_C.pdf', 3000),
      pdf('Plan_D.pdf', 4000),
    ])
    const report = within(await canvas.findByRole('region', { name: words.intakeReport }))
    await waitFor(() => expect(report.getByText(words.addedAndRefused(3, 9))).toBeVisible())
    await expect(canvasElement.querySelectorAll('[data-reason]')).toHaveLength(9)
  },
}

/** What is held back for being there already can be added all the same; the limits still hold. */
export const AddAnyway: Story = {
  play: async ({ canvas, canvasElement, epilot, words }) => {
    await pickFiles(canvasElement, aFile({ name: 'Vollmacht.pdf' }))
    await pickFiles(canvasElement, aFile({ name: 'Vollmacht.pdf' }))
    await userEvent.click(await canvas.findByText(words.addAnyway))
    await expect(epilot.client.uploads.list('intake-report').getState()).toHaveLength(2)
    await waitFor(() => expect(canvas.getByRole('button', { name: words.chooseFiles })).toHaveFocus())
  },
}

/** Thousands of files need no thousand lines. */
export const Thousands: Story = {
  play: async ({ canvas, canvasElement, words }) => {
    await pickFiles(
      canvasElement,
      Array.from({ length: 9963 }, (_, index) => aFile({ name: `IMG_${index}.tmp`, type: '' })),
    )
    await expect(await canvas.findByText(words.addedAndRefused(0, 9963))).toBeVisible()
    await expect(canvas.getByText(words.andMore(9863))).toBeInTheDocument()
  },
}

/** The words without the parts, for markup of your own. */
export const UnderYourOwnMarkup: Story = {
  render: ({ rules }) => <OwnReport rules={rules} />,
  play: async ({ canvas, words }) => {
    await userEvent.upload(canvas.getByLabelText('Documents'), [
      aFile({ name: 'a.pdf' }),
      aFile({ name: 'b.pdf', sizeBytes: 0 }),
      aFile({ name: 'c.pdf', sizeBytes: 0 }),
    ])
    const item = await canvas.findByRole('listitem')
    const [group] = groupRefusals(
      ['b', 'c'].map((name) => ({ file: aFile({ name }), path: name, reason: 'empty', mayAdd: false })),
    )
    if (group) await expect(plain(item.textContent)).toBe(describeRefusals(group, words))
  },
}

function OwnReport({ rules }: ReportProps) {
  const { add, intake } = useFileUpload({ scope: 'own-report', autoStart: false, rules })
  const messages = useMessages()
  return (
    <>
      <input
        type="file"
        multiple
        aria-label="Documents"
        onChange={({ target }) => void add(target.files ?? [])}
      />
      <ul>
        {groupRefusals(intake.report?.refused ?? []).map((group) => (
          <li key={group.key}>{describeRefusals(group, messages)}</li>
        ))}
      </ul>
    </>
  )
}
