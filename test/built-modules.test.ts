import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Rolldown } from 'vite'
import { build } from 'vite'
import { beforeAll, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')

let modules: readonly Rolldown.OutputChunk[]
beforeAll(async () => {
  const configFile = path.join(root, 'vite.config.ts')
  const built = await build({ root, configFile, logLevel: 'error', build: { write: false } })
  const { output } = (built as Rolldown.RolldownOutput[])[0]! // one format
  modules = output.filter((file) => file.type === 'chunk')
}, 60_000)

const isForClient = (code: string) => /^['"]use client['"]/.test(code)

it("keeps 'use client' in each module that says so", () => {
  const said = modules.filter(
    ({ facadeModuleId: source }) =>
      // The bundler has a module of its own, which is no file.
      source && path.isAbsolute(source) && isForClient(readFileSync(source, 'utf8')),
  )
  expect(said.length).toBeGreaterThan(40)
  expect(said.filter(({ code }) => !isForClient(code)).map(({ fileName }) => fileName)).toEqual([])
})

it("says 'use client' wherever something is imported that only a browser has", () => {
  const silent = modules.filter(({ code }) => !isForClient(code) && onlyForClient(code))
  expect(silent.map(({ fileName }) => fileName)).toEqual([])
})

it("has doors without 'use client', through which servers can import what is theirs", () => {
  const doors = modules.filter(({ fileName }) => /^(index|core|testing)\.js$/.test(fileName))
  expect(doors).toHaveLength(3)
  expect(doors.filter(({ code }) => isForClient(code)).map(({ fileName }) => fileName)).toEqual([])
})

/** React for servers has no hooks, no context and no classes; these packages are made of them. */
function onlyForClient(code: string): boolean {
  if (/from ["'](zustand|zustand\/react|react-dropzone|@tanstack\/react-virtual)["']/.test(code)) return true
  const imports = code.matchAll(/import ([^;]*?) from ["'](react|react-dom|@tanstack\/react-query)["']/g)
  return [...imports].some(([, names = '']) =>
    /\b(use[A-Z]\w*|createContext|Component|PureComponent|createPortal|flushSync|\w+Context|QueryClientProvider)\b/.test(
      names,
    ),
  )
}
