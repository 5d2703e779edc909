'use client'
import { useMessages } from '../../hooks/files-provider.js'
import type { Refusal } from '../../intake/intake-report.js'
import { formatBytes } from '../../locales/format-bytes.js'
import { extensionInWords } from '../../locales/rules-in-words.js'
import { directionOf, displayName, splitName } from '../display-name.js'
import { useGroup } from './report-context.js'

/** The items of a group's list: thousands of files need no thousand lines. */
export function FirstFiles() {
  const { refusals } = useGroup('Files')
  const { andMore } = useMessages()
  const hidden = refusals.length - mostShown
  return (
    <>
      {refusals.slice(0, mostShown).map((refusal, index) => (
        // Two files of the same name and path can be refused, and nothing in here has a state.
        <File key={index} refusal={refusal} />
      ))}
      {hidden > 0 && <li>{andMore(hidden)}</li>}
    </>
  )
}

function File({ refusal }: { readonly refusal: Refusal }) {
  const name = displayName(refusal.file.name)
  const [start, end] = splitName(name)
  const { locale } = useMessages()
  return (
    <li>
      <span
        className="ef-name"
        dir={directionOf(name)}
        title={name}
        {...(end && { 'data-start': start, 'data-end': end })}
      >
        <span>{name}</span>
      </span>
      <bdi>{measureOf(refusal, locale)}</bdi>
    </li>
  )
}

/** What its reason is about; else the folder, which tells files of one name apart. */
function measureOf({ reason, file, path, found = '' }: Refusal, locale: string): string {
  if (sizeReasons.has(reason)) return formatBytes(file.size, locale)
  if (reason === 'content') return extensionInWords(found)
  return displayName(path.split('/').slice(0, -1).join('/'))
}

const sizeReasons: ReadonlySet<string> = new Set(['too-small', 'too-large', 'total-too-large'])
const mostShown = 100
