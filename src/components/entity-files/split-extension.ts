/** A name without its extension, and that: what tells what to open it with stays when the name changes. */
export function splitExtension(name: string): readonly [stem: string, extension: string] {
  // Of digits alone it is more likely a part of the name, as in "Offer 1.2".
  const [, stem = name, extension = ''] = /^(.+)(\.(?=.*[a-z])[a-z\d]{1,10})$/is.exec(name) ?? []
  return [stem, extension]
}
