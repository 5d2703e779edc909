'use client'
import { useRef, useState } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { Icon } from '../../parts/icon.js'
import type { FileSort } from './arrange-files.js'
import { Menu, MenuItem } from './menu.js'

interface SortButtonProps {
  readonly sort: FileSort
  readonly onSort: (sort: FileSort) => void
}

/** In what order files stand. */
export function SortButton({ sort, onSort }: SortButtonProps) {
  const { collection: words } = useMessages()
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => setIsOpen(false)
  const choose = (next: FileSort) => () => {
    close()
    onSort(next)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="ef-button ef-tool"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={words.sort}
        title={words.sort}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="sort" size="sm" />
        <span className="ef-minor">{words.sort}</span>
      </button>
      {isOpen && (
        <Menu anchor={button} label={words.sort} onClose={close}>
          <div {...group} aria-label={words.sortBy}>
            <p className="ef-menu-head" aria-hidden="true">
              {words.sortBy}
            </p>
            {fields.map((by) => (
              <MenuItem
                key={by}
                checked={by === sort.by}
                onSelect={choose(by === sort.by ? sort : { by, order: usualOrder[by] })}
              >
                {words.sortFields[by]}
              </MenuItem>
            ))}
          </div>
          <hr />
          <div {...group} aria-label={words.order}>
            {orders[sort.by].map((order) => (
              <MenuItem key={order} checked={order === sort.order} onSelect={choose({ ...sort, order })}>
                {words.orders[sort.by][order]}
              </MenuItem>
            ))}
          </div>
        </Menu>
      )}
    </>
  )
}

// No <fieldset>, which a menu may not have.
const group = { role: 'group' }
const fields = ['added', 'name', 'size', 'type'] as const

/** What one means by it. */
const usualOrder: Readonly<Record<FileSort['by'], FileSort['order']>> = {
  added: 'desc',
  name: 'asc',
  size: 'desc',
  type: 'asc',
}
/** The usual one first. */
const orders: Readonly<Record<FileSort['by'], readonly FileSort['order'][]>> = {
  added: ['desc', 'asc'],
  name: ['asc', 'desc'],
  size: ['desc', 'asc'],
  type: ['asc', 'desc'],
}
