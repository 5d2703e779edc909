import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, it, vi } from 'vitest'
import { page, userEvent as person } from 'vitest/browser'
import { EntityFiles } from '../../src/index.js'
import { anEntity } from '../../src/testing.js'
import type { FileServer } from '../../src/testing.js'
import { renderInShadowRoot } from '../support/render-in-shadow-root.js'
import { createApp } from '../support/render-with-files.js'

const entity = anEntity()
const labels: Readonly<Record<string, readonly string[]>> = {
  'a.pdf': ['Contract', 'Grid operator'],
  'b.pdf': ['Signed', 'Site visit'],
  'c.pdf': ['Signed', 'Lageplan', 'Plan'],
}

it('is a field with the labels as chips, and a list of the others that is open at once', async () => {
  const { field } = await open('a.pdf')
  expect(screen.getByRole('dialog', { name: 'Labels in this opportunity, a.pdf' })).toBeVisible()
  expect(chips()).toEqual(['Remove label Contract', 'Remove label Grid operator'])
  expect(field).toHaveFocus()
  expect(field).toHaveAttribute('aria-expanded', 'true')
  expect(field).toHaveAttribute('aria-controls', screen.getByRole('listbox', { name: 'Labels' }).id)
  expect(field).not.toHaveAttribute('aria-activedescendant')
  expect(options()).toEqual(['Lageplan', 'Plan', 'Signed', 'Site visit'])
})

it('offers while one types what has the text in it, and a new one last', async () => {
  const { user } = await open('a.pdf')
  await user.keyboard('Si')
  expect(options()).toEqual(['Signed', 'Site visit', 'Create “Si”'])
  expect(active()).toHaveTextContent('Signed')
  await user.keyboard('{Control>}a{/Control}lan')
  expect(options()).toEqual(['Plan', 'Lageplan', 'Create “lan”'])
  await user.keyboard('{Control>}a{/Control}signed')
  expect(options()).toEqual(['Signed'])
  await user.keyboard('{Control>}a{/Control}contract')
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument()
  expect(screen.getByRole('combobox')).toHaveAttribute('aria-expanded', 'false')
})

it('is walked by arrow keys, Home and End; Enter takes what one is at, a comma too', async () => {
  const { server, user, field } = await open('a.pdf')
  await user.keyboard('{ArrowDown}')
  expect(active()).toHaveTextContent('Lageplan')
  await user.keyboard('{ArrowUp}')
  expect(active()).toHaveTextContent('Site visit')
  await user.keyboard('{ArrowDown}{End}{Home}{ArrowDown}')
  expect(active()).toHaveTextContent('Plan')
  await user.keyboard('{Enter}')
  expect(chips().at(-1)).toBe('Remove label Plan')
  expect(said()).toBe('Label Plan added')
  expect(active()).toBeUndefined()
  await user.keyboard('si,')
  expect(chips().at(-1)).toBe('Remove label Signed')
  await user.keyboard('si{End},')
  expect(chips().at(-1)).toBe('Remove label si')
  expect(field).toHaveValue('')
  await user.keyboard(',{Enter}')

  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  await waitFor(() =>
    expect(labelsAt(server, 'a.pdf')).toEqual(['Contract', 'Grid operator', 'Plan', 'Signed', 'si']),
  )
  expect(server.ledger.count('updateRelation')).toBe(1)
})

it('takes several that are pasted, and goes on with what is behind the last comma', async () => {
  const { user, field } = await open('a.pdf')
  await user.paste('Roof, signed, Vor')
  expect(chips().slice(2)).toEqual(['Remove label Roof', 'Remove label Signed'])
  expect(field).toHaveValue('Vor')
})

it('takes an option by a click and leaves the focus in the field', async () => {
  const { user, field } = await open('a.pdf')
  await user.click(screen.getByRole('option', { name: 'Signed' }))
  expect(chips().at(-1)).toBe('Remove label Signed')
  expect(field).toHaveFocus()
  expect(options()).not.toContain('Signed')
})

it('takes the last label away by Backspace in the empty field, once for each press, and says so', async () => {
  const { user, field } = await open('a.pdf')
  await user.keyboard('x{Backspace}')
  expect(chips()).toHaveLength(2)
  await user.keyboard('{Backspace}')
  expect(chips()).toEqual(['Remove label Contract'])
  expect(said()).toBe('Label Grid operator removed')
  fireEvent.keyDown(field, { key: 'Backspace', repeat: true })
  expect(chips()).toEqual(['Remove label Contract'])
  expect(options()).not.toContain('Contract')
})

it('goes on with the next chip where one is taken away, and at last with the field', async () => {
  const { user, field } = await open('a.pdf')
  await user.keyboard('typed')
  await user.tab({ shift: true })
  await user.tab({ shift: true })
  expect(screen.getByRole('button', { name: 'Remove label Contract' })).toHaveFocus()
  await user.keyboard('{Enter}')
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Remove label Grid operator' })).toHaveFocus(),
  )
  await user.keyboard('{Delete}')
  await waitFor(() => expect(field).toHaveFocus())
  expect(field).toHaveValue('typed')
})

it('clears by Escape what is typed, and only then closes, with what was chosen', async () => {
  const { server, user, field } = await open('a.pdf')
  await user.keyboard('Plan{Enter}Sig{Escape}')
  expect(field).toHaveValue('')
  expect(field).toBeVisible()
  await user.keyboard('{Escape}')

  expect(field).not.toBeInTheDocument()
  expect(more('a.pdf')).toHaveFocus()
  await waitFor(() => expect(labelsAt(server, 'a.pdf')).toEqual(['Contract', 'Grid operator', 'Plan']))
  expect(await screen.findByText('Labels of a.pdf changed')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(labelsAt(server, 'a.pdf')).toEqual(['Contract', 'Grid operator']))
})

it.each([
  ['by a click elsewhere', () => userEvent.click(screen.getByRole('dialog'))],
  ['by Tab', () => userEvent.keyboard('{Tab}')],
  ['by Control and Enter', () => userEvent.keyboard('{Control>}{Enter}{/Control}')],
  ['by Command and Enter', () => userEvent.keyboard('{Meta>}{Enter}{/Meta}')],
])('counts also what is typed and not added when it closes %s', async (_, close) => {
  const { server, user } = await open('a.pdf')
  await user.keyboard('sign')
  await close()

  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(more('a.pdf')).toHaveFocus()
  await waitFor(() => expect(labelsAt(server, 'a.pdf')).toEqual(['Contract', 'Grid operator', 'sign']))
})

it('closes once for an Enter that is held, and by Control and Enter at a chip', async () => {
  const { user, field } = await open('a.pdf')
  await user.keyboard('Plan{Enter}')
  fireEvent.keyDown(field, { key: 'Enter', repeat: true })
  expect(field).toBeVisible()
  await user.tab({ shift: true })
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect(field).not.toBeInTheDocument()
})

it('is left by Shift and Tab from its first chip', async () => {
  const { server, user } = await open('a.pdf')
  await user.tab({ shift: true })
  await user.tab({ shift: true })
  await user.tab({ shift: true })
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(more('a.pdf')).toHaveFocus()
  expect(server.ledger.count('updateRelation')).toBe(0)
})

it('sends nothing where nothing has changed', async () => {
  const { server, user } = await open('a.pdf')
  await user.keyboard('Plan{Enter}{Backspace}contract{Enter}{Escape}')
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  expect(server.ledger.count('updateRelation')).toBe(0)
  expect(screen.queryByText(/changed$/)).not.toBeInTheDocument()
})

it('keeps what was chosen where the page goes from under it', async () => {
  const { server, user, unmount } = await open('a.pdf')
  await user.keyboard('Plan{Enter}')
  unmount()
  await waitFor(() => expect(labelsAt(server, 'a.pdf')).toEqual(['Contract', 'Grid operator', 'Plan']))
})

it('leaves keys to what is being composed', async () => {
  const { user, field } = await open('a.pdf')
  await user.keyboard('keiyaku')
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true })
  fireEvent.keyDown(field, { key: 'Escape', isComposing: true })
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 })
  expect(field).toHaveValue('keiyaku')
  expect(chips()).toHaveLength(2)
})

it('gives what only some files have to all of them, and then takes it from all', async () => {
  const { server, user } = await open('a.pdf', 'b.pdf', 'c.pdf')
  expect(screen.getByRole('dialog', { name: 'Labels of 3 files in this opportunity' })).toBeVisible()
  const signed = screen.getByRole('button', { name: 'Signed 2 of 3, add to all files' })
  expect(signed).toHaveTextContent('Signed 2 of 3')
  await user.click(signed)
  expect(screen.getByRole('button', { name: 'Remove label Signed' })).toBe(signed)
  expect(said()).toBe('Label Signed added')
  await user.keyboard('{Escape}')
  await waitFor(() => expect(labelsAt(server, 'a.pdf')).toEqual(['Contract', 'Grid operator', 'Signed']))
  // Two had it, and what else only some have is as it was.
  expect(server.ledger.count('updateRelation')).toBe(1)
  expect(labelsAt(server, 'b.pdf')).toEqual(['Signed', 'Site visit'])

  await user.click(screen.getByRole('button', { name: 'Labels, 3 files' }))
  await user.click(await screen.findByRole('button', { name: 'Remove label Signed' }))
  await user.keyboard('{Escape}')
  await waitFor(() => expect(labelsAt(server, 'c.pdf')).toEqual(['Lageplan', 'Plan']))
  expect(labelsAt(server, 'a.pdf')).toEqual(['Contract', 'Grid operator'])
})

it('stands beside its button also after the page has scrolled, and inside of a small window', async () => {
  await page.viewport(320, 400)
  const { user } = await open('a.pdf')
  const isInside = () => {
    const { left, right, top, bottom } = screen.getByRole('dialog').getBoundingClientRect()
    return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight
  }
  expect(isInside()).toBe(true)
  document.body.style.minHeight = '3000px'
  const scrolled = new Promise((resolve) => document.addEventListener('scroll', resolve, { once: true }))
  scrollBy(0, 30)
  await scrolled
  await user.keyboard('one,two,three,four,five,six')
  await waitFor(() => expect(isInside()).toBe(true))
  document.body.style.minHeight = ''
  await page.viewport(414, 896)
})

it('stands above the keyboard of a phone that covers its place', async () => {
  await page.viewport(320, 640)
  await open('c.pdf')
  const place = () => screen.getByRole('dialog').getBoundingClientRect()
  const free = Math.floor(place().bottom) - 60
  const height = vi.spyOn(visualViewport!, 'height', 'get').mockReturnValue(free)
  visualViewport!.dispatchEvent(new Event('resize'))

  await waitFor(() => expect(place().bottom).toBeLessThan(free))
  expect(place().top).toBeGreaterThan(0)
  height.mockRestore()
  await page.viewport(414, 896)
})

it('works in a shadow root, and has no barrier that axe finds', async () => {
  const app = renderInShadowRoot(<EntityFiles entity={entity} />)
  seed(app.server)
  await act(() => app.queryClient.invalidateQueries())
  await userEvent.click(await app.screen.findByRole('button', { name: 'More actions, a.pdf' }))
  await userEvent.click(app.screen.getByRole('menuitem', { name: 'Edit labels' }))
  const field = await app.screen.findByRole('combobox')
  expect(app.shadow.activeElement).toBe(field)
  await person.keyboard('si')
  const { violations } = await axe.run(app.host, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations).toEqual([])
  await person.keyboard('{Enter}{Enter}')

  await waitFor(() => expect(labelsAt(app.server, 'a.pdf')).toContain('Signed'))
  expect(app.shadow.activeElement).toHaveAccessibleName('More actions, a.pdf')
})

/** Opens the labels of one file at its row, those of many at the bar. */
async function open(...names: readonly string[]) {
  const app = createApp()
  seed(app.server)
  const view = app.render(<EntityFiles entity={entity} />)
  const user = userEvent.setup()
  await screen.findByRole('list', { name: 'Files' })
  if (names.length === 1) {
    await user.click(more(names[0]!))
    await user.click(screen.getByRole('menuitem', { name: 'Edit labels' }))
  } else {
    for (const name of names) await user.click(screen.getByRole('checkbox', { name: `Select ${name}` }))
    await user.click(screen.getByRole('button', { name: `Labels, ${names.length} files` }))
  }
  return { ...app, ...view, user, field: await screen.findByRole('combobox', { name: 'Add a label' }) }
}

function seed(server: FileServer): void {
  const files = Object.keys(labels).map((filename) => server.addFile({ filename }))
  server.relate(entity, files)
  const key = `${entity.slug}/${entity.id}`
  const items = server.world.relations.get(key) ?? []
  server.world.relations.set(
    key,
    items.map((item, index) => ({ ...item, _tags: labels[files[index]?.filename ?? ''] ?? [] })),
  )
}

function labelsAt(server: FileServer, name: string): readonly string[] | undefined {
  const file = server.files().find(({ filename }) => filename === name)
  return [...server.world.relations.values()].flat().find(({ entity_id }) => entity_id === file?._id)?._tags
}

const more = (name: string) => screen.getByRole('button', { name: `More actions, ${name}` })
const dialog = () => within(screen.getByRole('dialog'))
const chips = () =>
  dialog()
    .queryAllByRole('button')
    .map((chip) => chip.getAttribute('aria-label'))
const options = () =>
  dialog()
    .queryAllByRole('option')
    .map(({ textContent }) => textContent)
const said = () => dialog().getByRole('status').textContent
const active = () => {
  const id = dialog().getByRole('combobox').getAttribute('aria-activedescendant')
  return dialog()
    .queryAllByRole('option')
    .find((option) => option.id === id)
}
