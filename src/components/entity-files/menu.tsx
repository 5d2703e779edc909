'use client'
import type { KeyboardEvent, ReactElement, ReactNode, RefObject } from 'react'
import { useLayoutEffect, useRef } from 'react'
import type { IconName } from '../../parts/icon-paths.js'
import { Icon } from '../../parts/icon.js'
import { Popup } from './popup.js'

interface MenuProps {
  readonly anchor: RefObject<HTMLElement | null>
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A menu beside its button: walked by arrow keys, Home, End and first letters. */
export function Menu({ anchor, label, onClose, children }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const items = itemsOf(menu.current)
    ;(items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus()
  }, [])
  return (
    <Popup {...{ anchor, label, onClose }}>
      <div
        ref={menu}
        className="ef-menu"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={(event) => onKey(event, onClose)}
      >
        {children}
      </div>
    </Popup>
  )
}

interface MenuItemProps {
  readonly icon?: IconName | ReactElement
  readonly tone?: 'error'
  /** What does the same without the menu. */
  readonly keys?: string
  /** One of several that exclude each other. */
  readonly checked?: boolean
  readonly onSelect: () => void
  /** Its words. */
  readonly children: string
}

/** One line of a menu. */
export function MenuItem({ icon, tone, keys, checked, onSelect, children }: MenuItemProps) {
  return (
    <button
      type="button"
      className="ef-menu-item"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      aria-keyshortcuts={keys}
      data-tone={tone}
      tabIndex={-1}
      onClick={onSelect}
    >
      {typeof icon === 'string' ? <Icon name={icon} /> : icon}
      <span className="ef-grow">
        <bdi>{children}</bdi>
      </span>
      {keys && <kbd aria-hidden>{keys}</kbd>}
      {checked !== undefined && <Icon name="check" size="sm" />}
    </button>
  )
}

function onKey(event: KeyboardEvent<HTMLElement>, onClose: () => void): void {
  const { key, altKey, ctrlKey, metaKey } = event
  if (altKey || ctrlKey || metaKey) return
  const items = itemsOf(event.currentTarget)
  const at = items.indexOf(event.target as HTMLElement) // only its items have the focus
  const next = nextItem(key, at, items)
  if (key === 'Tab') onClose()
  else if (!next) return
  event.preventDefault()
  next?.focus()
}

function nextItem(key: string, at: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  switch (key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length]
    case 'ArrowUp':
      return items.at(at - 1)
    case 'Home':
      return items[0]
    case 'End':
      return items.at(-1)
    default: {
      if (key.length !== 1 || key === ' ') return undefined
      const letter = key.toLocaleLowerCase()
      const inOrder = [...items.slice(at + 1), ...items.slice(0, at + 1)]
      return inOrder.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter))
    }
  }
}

function itemsOf(menu: HTMLElement | null): readonly HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
}
