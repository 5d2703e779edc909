'use client'
import { useState } from 'react'

/** The dialog that chooses among the files of epilot. It comes when somebody asks for it. */
export function useExistingFiles(onFailed: (cause: unknown) => void) {
  const [Dialog, setDialog] = useState<Dialog | null>(null)
  return {
    /** While it is open. */
    Dialog,
    open: () => void load().then((loaded) => setDialog(() => loaded), onFailed),
    close: () => setDialog(null),
  }
}

type Dialog = Awaited<ReturnType<typeof load>>

async function load() {
  const { ExistingFiles } = await import('./existing-files.js')
  return ExistingFiles
}
