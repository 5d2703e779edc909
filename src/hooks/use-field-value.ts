'use client'
import { useEffect, useMemo, useRef } from 'react'
import type { FileUploadValue } from '../api/file-upload-value.js'
import { fromFileUploadValue, toFileUploadValue } from '../api/file-upload-value.js'
import type { StoredFile } from '../api/stored-file.js'
import type { FieldList } from '../uploads/adopt-stored.js'
import { dropTwins, noteStored, placesOf, replaceStored, seedStored } from '../uploads/adopt-stored.js'
import { storedFiles } from '../uploads/stored-files.js'
import { useFileClient } from './files-provider.js'
import { useIsomorphicLayoutEffect } from './use-isomorphic-layout-effect.js'
import { useLatest } from './use-latest.js'

interface FieldValueOptions {
  readonly list: FieldList
  readonly stored: readonly StoredFile[]
  readonly value: FileUploadValue | undefined
  readonly defaultValue: FileUploadValue | undefined
  readonly onChange: ((value: FileUploadValue) => void) | undefined
}

interface FieldValue {
  readonly value: FileUploadValue
  /** Back to the default; a value that the form keeps is left to the form. */
  readonly reset: () => void
}

/** The value of a field: what is in its list, told to whoever keeps it, and put there by whoever has one. */
export function useFieldValue({ list, stored, ...options }: FieldValueOptions): FieldValue {
  const { uploads } = useFileClient()
  const latest = useLatest({ ...options, list })
  const { scope } = list
  const given = placesOf(fromFileUploadValue(options.value))
  /** What the outside may know by now; the last one is what it was told last. */
  const told = useRef([placesOf(fromFileUploadValue(options.value ?? options.defaultValue))])
  const seen = useRef(given)

  useIsomorphicLayoutEffect(() => {
    const { value, defaultValue, list } = latest.current
    const files = value ?? defaultValue
    seedStored(uploads, files && fromFileUploadValue(files), list)
  }, [uploads, scope, latest])

  useEffect(() => {
    if (seen.current === given) return
    seen.current = given
    const { value, list } = latest.current
    const index = told.current.indexOf(given)
    told.current = index < 0 ? [given] : told.current.slice(index)
    // Else it is our own word that comes back, perhaps late.
    if (index >= 0) return
    noteStored(uploads, fromFileUploadValue(value), list.scope)
    replaceStored(uploads, fromFileUploadValue(value), list)
  }, [uploads, given, latest])

  useEffect(() => {
    dropTwins(uploads, scope)
    // As of now, since what was seeded a moment ago is not rendered yet.
    const now = storedFiles(uploads.list(scope).getState())
    if (told.current.at(-1) === placesOf(now)) return
    told.current.push(placesOf(now))
    noteStored(uploads, now, scope)
    latest.current.onChange?.(toFileUploadValue(now))
  }, [uploads, scope, stored, latest])

  const value = useMemo(() => toFileUploadValue(stored), [stored])
  return { value, reset }

  function reset(): void {
    const { value, defaultValue, list } = latest.current
    const kept = value ? storedFiles(uploads.list(scope).getState()) : fromFileUploadValue(defaultValue)
    replaceStored(uploads, kept, list)
  }
}
