/** Words as queries compare them: with ordinary spaces. */
export function plain(words: string): string {
  return words.replace(/\s/g, ' ')
}
