import type { ChangeEvent } from 'react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Mounted } from './mounted.js'

interface Row {
  readonly file: File
  readonly percent: number
  readonly status: 'waiting' | 'uploading'
}

/** As it is written by hand: one array in a state, one row for each file, in the same styles. */
export function mountPlain(root: HTMLElement): Mounted {
  let setRows: (next: (rows: readonly Row[]) => readonly Row[]) => void = () => {}
  let turn = 0

  function List() {
    const [rows, set] = useState<readonly Row[]>([])
    setRows = set
    function add({ target }: ChangeEvent<HTMLInputElement>) {
      const added = [...(target.files ?? [])].map((file, index): Row => ({
        file,
        percent: 0,
        status: index < atATime ? 'uploading' : 'waiting',
      }))
      set((before) => [...before, ...added])
    }
    function remove(file: File) {
      set((rows) => rows.filter((row) => row.file !== file))
    }
    return (
      <>
        <input type="file" multiple onChange={add} />
        <ul className="ef-list" data-density="compact">
          {rows.map(({ file, percent, status }, index) => (
            <li key={index} className="ef-row" data-status={status}>
              <div className="ef-main">
                <span className="ef-name">{file.name}</span>
                <div className="ef-meta">
                  <span className="ef-status">
                    {status === 'uploading' ? `${Math.floor(percent)} %` : 'Waiting'}
                  </span>
                  <span>{`${(file.size / 1e6).toFixed(1)} MB`}</span>
                </div>
              </div>
              <button className="ef-button" onClick={() => remove(file)}>
                Cancel
              </button>
              {status === 'uploading' && <progress className="ef-progress" max={100} value={percent} />}
            </li>
          ))}
        </ul>
      </>
    )
  }
  createRoot(root).render(<List />)
  return {
    isFull: (count) => root.querySelectorAll('li').length === count,
    progress() {
      const at = turn++ % atATime
      setRows((rows) =>
        rows.map((row, index) => (index === at ? { ...row, percent: row.percent + step } : row)),
      )
    },
    clear: () => setRows(() => []),
  }
}

const atATime = 6
const step = 0.05
