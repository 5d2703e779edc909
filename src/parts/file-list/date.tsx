'use client'
import { forwardRef } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import { useIsHydrated } from '../../hooks/use-is-hydrated.js'
import type { PartProps } from '../render-part.js'
import { renderPart } from '../render-part.js'
import { useRow } from './row-context.js'

/** Props of `FileListDate`. */
export type FileListDateProps = PartProps<'time'>

/** When the file was saved. Renders a `<time>`, or nothing for an upload. */
export const FileListDate = forwardRef<HTMLTimeElement, FileListDateProps>(function FileListDate(props, ref) {
  const { file } = useRow('Date')
  const { locale } = useMessages()
  // A server does not know which day it is where its reader is.
  const timeZone = useIsHydrated() ? undefined : 'UTC'
  const date = new Date(file?._created_at ?? Number.NaN)
  if (Number.isNaN(date.valueOf())) return null
  return renderPart('time', props, {
    name: 'date',
    ref,
    defaults: {
      dateTime: date.toISOString(),
      children: <bdi>{dateFormat(locale, timeZone).format(date)}</bdi>,
    },
  })
})

// Making one costs a hundred times what using it costs.
const formats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: string, timeZone: string | undefined): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone })
  formats.set(key, format)
  return format
}
