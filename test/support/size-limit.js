import { readFileSync, globSync } from 'node:fs'
import path from 'node:path'

// What an app ships that loads these at once (gzip). What comes in chunks of its own when it is needed does not count.
// The same code measures up to 0.15 kB more or less from run to run: a limit stands further from what is measured than that.

const dist = path.resolve(import.meta.dirname, '../../dist')
const lazy = globSync('**/*.js', { cwd: dist }).flatMap((file) =>
  [...readFileSync(path.join(dist, file), 'utf8').matchAll(/\bimport\("([^"]+)"\)/g)].map(
    ([, chunk]) => chunk,
  ),
)
const peers = ['react', 'react-dom', '@tanstack/react-query']

export default [
  ...both({
    name: 'core with uploads',
    path: 'core.js',
    import: '{ createFileClient }',
    limit: '13 kB',
  }),
  ...both({
    name: 'core, upload hooks and provider',
    path: 'index.js',
    import: '{ createFileClient, FilesProvider, useFileClient, useFileUpload, useUpload, useUploadSummary }',
    limit: '18.7 kB',
  }),
  ...both({
    name: 'hooks, parts and components without react-dropzone',
    path: 'index.js',
    import:
      '{ FileUpload, AttachToEntity, FileDropzone, FileList, UploadSummary, DownloadButton, LiveRegion }',
    limit: '45.8 kB',
    ignore: ['react-dropzone'],
  }),
  check({ name: 'everything, with react-dropzone', path: 'index.js', import: '*', limit: '113 kB' }),
]

/** Ours alone, and with what we depend on. */
function both({ name, ignore = [], ...rest }) {
  return [
    check({ ...rest, name: `${name}, ours alone`, ignore: [...ignore, 'zustand'] }),
    check({ ...rest, name: `${name}, with dependencies`, ignore }),
  ]
}

function check({ path: file, ignore = [], ...rest }) {
  return { ...rest, path: path.join(dist, file), gzip: true, ignore: [...peers, ...ignore, ...lazy] }
}
