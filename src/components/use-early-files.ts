'use client'
import { useEffect, useRef, useState } from 'react'
import type { FileUploadHandle } from '../hooks/use-file-upload.js'
import { useLatest } from '../hooks/use-latest.js'
import type { IntakeReport } from '../intake/intake-report.js'
import { emptyReport } from '../intake/merge-reports.js'

interface EarlyFilesOptions {
  /** Where they are to go. */
  readonly place: string
  /** What may come in is known, or nobody can tell. */
  readonly isKnown: boolean
  /** Nothing may be added at all. */
  readonly isReadOnly: boolean
}

interface EarlyFiles {
  readonly place: string
  readonly files: readonly File[]
  readonly tell: (report: IntakeReport) => void
}

/** Files that come before anybody knows what may come in wait until that is known. */
export function useEarlyFiles(
  upload: FileUploadHandle,
  { place, isKnown, isReadOnly }: EarlyFilesOptions,
): FileUploadHandle {
  const [early, setEarly] = useState<readonly EarlyFiles[]>([])
  const latest = useLatest({ add: upload.add, isReadOnly })
  const isWaiting = early.some((one) => one.place === place)
  // A render that is more urgent than the one that lets them go would see them once more.
  const gone = useRef(new WeakSet<EarlyFiles>())
  useEffect(() => {
    const going = early.filter((one) => isKnown && one.place === place && !gone.current.has(one))
    if (going.length === 0) return
    going.forEach((one) => gone.current.add(one))
    setEarly((all) => all.filter((one) => !gone.current.has(one)))
    const { add, isReadOnly } = latest.current
    const adding = isReadOnly ? Promise.resolve(emptyReport) : add(going.flatMap((one) => one.files))
    void adding.then((report) => going.forEach(({ tell }) => tell(report)))
  }, [early, place, isKnown, latest])
  if (isKnown && !isWaiting) return upload
  return {
    ...upload,
    add: (files) => {
      const brought = [...files]
      return new Promise((tell) => setEarly((all) => [...all, { place, files: brought, tell }]))
    },
    intake: { ...upload.intake, isChecking: isWaiting || upload.intake.isChecking },
  }
}
