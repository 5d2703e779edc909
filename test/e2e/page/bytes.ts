/** Bytes that look random and are the same for the same seed, in Node and in the browser. */
export function bytesOf(seed: number, sizeBytes: number): Uint8Array<ArrayBuffer> {
  const words = new Uint32Array(Math.ceil(sizeBytes / 4))
  let state = seed * 2_654_435_761 + 1
  for (let index = 0; index < words.length; index++) {
    // xorshift32
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    words[index] = state
  }
  return new Uint8Array(words.buffer, 0, sizeBytes)
}
