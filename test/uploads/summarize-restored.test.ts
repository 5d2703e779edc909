import { expect, it } from 'vitest'
import { aFile } from '../../src/testing.js'
import { createFileClient } from '../../src/core.js'
import type { Interrupted, Need } from '../../src/uploads/restored-summary.js'
import { afterChange, summarize } from '../../src/uploads/summarize-restored.js'

const needs: readonly Need[] = ['nothing', 'continue', 'file', 'expired', 'attention']
const changes = needs.flatMap((from) => [...needs, null].map((to) => ({ from, to })))

it.each(changes)('counts the same one by one as all at once ($from to $to)', ({ from, to }) => {
  for (const others of [[], ['continue'], ['expired', 'nothing']] satisfies Need[][]) {
    const { members, upload } = setUp(from, others)
    const before = summarize(members, new Set(), undefined)

    if (to) members.set(upload, { need: to, interruptedAt: 5 })
    else members.delete(upload)

    expect(afterChange(before, upload, { from, to })).toEqual(summarize(members, new Set(), undefined))
  }
})

function setUp(need: Need, others: readonly Need[]) {
  const { uploads } = createFileClient()
  const members = new Map<ReturnType<typeof uploads.add>[number], Interrupted>()
  uploads.adopt(
    [need, ...others].map((_, index) => ({
      id: String(index),
      file: aFile(),
      scope: `s${index % 2}`,
      mode: 'user',
      owner: undefined,
      save: {},
      restored: {
        state: { status: 'paused', checkpoint: { reached: 'nothing' } },
        interruptedAt: 5,
        keptUntil: 1000,
        lacksBytes: false,
        prepared: undefined,
      },
    })),
  )
  const all = uploads.all()
  all.forEach((upload) =>
    members.set(upload, { need: [need, ...others][Number(upload.id)] ?? need, interruptedAt: 5 }),
  )
  const upload = all.find(({ id }) => id === '0')!
  return { members, upload }
}
