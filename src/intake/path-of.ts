/**
 * Folder and name a file came with, for example `plans/2026/roof.dwg`; its name where it came alone. Never leads out of
 * where it is: no leading slash, no `.` and no `..`.
 *
 * @example
 * useFileUpload({ save: (file) => ({ _tags: pathOf(file).split('/').slice(0, -1) }) })
 */
export function pathOf(file: File & { readonly relativePath?: unknown }): string {
  // What file-selector says of dropped entries, then what browsers say of picked folders.
  const { relativePath, webkitRelativePath, name } = file
  const path = (typeof relativePath === 'string' && relativePath) || webkitRelativePath || name
  // Most files come alone, and there may be thousands.
  if (!path.includes('/')) return path
  return path
    .split('/')
    .filter((part) => !/^\.{0,2}$/.test(part))
    .join('/')
}
