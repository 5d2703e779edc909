// Plain JavaScript, so that an old Node gets as far as the sentence below.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `The checks need Node 22.18 or newer, this is ${process.version}. Install Node 24, or on Linux run them by \`npm test\` after \`npm ci\`, which brings Node 24 along.`,
  )
  process.exit(1)
}
