import type { AddressProblem } from '../../api/check-address.js'
import type { AddressWords } from '../../locales/messages.js'

/** What is wrong with an address, for people. */
export function addressInWords(problem: AddressProblem, words: AddressWords): string {
  switch (problem.kind) {
    case 'scheme':
      return words.scheme(problem.scheme.replace(/:$/, ''))
    case 'too-long':
      return words['too-long'](problem.maxLength)
    default:
      return words[problem.kind]
  }
}
