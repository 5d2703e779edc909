'use client'
import type { FileListRowsProps } from '../../parts/file-list/rows.js'
import { RovingRows } from '../roving-rows.js'

/** Where there would be many rows, of which only those in view are in the page, only those come that were scrolled to. */
export function CardRows<Item>({ virtual, items, ...rest }: FileListRowsProps<Item>) {
  const { keyOf, children } = rest
  return (
    <RovingRows items={items} keyOf={keyOf} growing={virtual ?? items.length > mostInPage}>
      {children}
    </RovingRows>
  )
}

const mostInPage = 100
