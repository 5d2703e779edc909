import type { Download, JSHandle, Locator, Page } from 'playwright'
import type { EntityRef } from '../../../src/core.js'
import type { RowHistory } from '../page/follow-row.js'
import type { FileSeed } from '../page/main.js'

/** The page as a person sees it: everything by role and name. */
export class FilesPage {
  readonly tab: Page
  readonly entity: EntityRef
  /** What went wrong in the page without anybody catching it, and what its policy forbade. */
  readonly problems: string[] = []
  /** The dialogs the browser raised; each is answered with "leave". */
  readonly dialogs: string[] = []

  constructor(tab: Page, entity: EntityRef) {
    this.tab = tab
    this.entity = entity
    tab.setDefaultTimeout(10_000)
    tab.on('pageerror', (error) => this.problems.push(error.message))
    tab.on('console', (message) => {
      if (/content security policy/i.test(message.text())) this.problems.push(message.text())
    })
    tab.on('dialog', (dialog) => {
      this.dialogs.push(dialog.type())
      void dialog.accept()
    })
  }

  /** Picks files from the disk. */
  async pick(...paths: readonly string[]): Promise<void> {
    const chooser = this.tab.waitForEvent('filechooser')
    await this.tab.getByRole('button', { name: 'Choose files' }).click()
    await (await chooser).setFiles(paths)
  }

  async drop(...seeds: readonly FileSeed[]): Promise<void> {
    await this.tab.evaluate((files) => window.e2e.drop(files), seeds)
  }

  row(name: string): Locator {
    return this.tab.getByRole('listitem').filter({ hasText: name })
  }

  /** The rows of the files that the opportunity has. */
  stored(): Locator {
    return this.tab.getByRole('list', { name: 'Files', exact: true }).getByRole('listitem')
  }

  downloadButton(name: string): Locator {
    return this.tab.getByRole('button', { name: `Download, ${name}`, exact: true })
  }

  /** Resolves once the file stands in the opportunity's list. */
  async arrival(name: string, timeout?: number): Promise<void> {
    await this.stored()
      .filter({ hasText: name })
      .waitFor({ ...(timeout && { timeout }) })
  }

  async download(name: string): Promise<Download> {
    const [download] = await Promise.all([
      this.tab.waitForEvent('download'),
      this.downloadButton(name).click(),
    ])
    return download
  }

  /** What the row of a file shows from now on. */
  follow(name: string): Promise<JSHandle<RowHistory>> {
    return this.tab.evaluateHandle((file) => window.e2e.followRow(file), name)
  }
}
