import type { ChangeEvent } from 'react'
import { FileField } from '../../src/index.js'
import type { QuoteWords } from './solar-quote-words.js'

export interface Answers {
  readonly address: string
  readonly usage: string
  readonly name: string
  readonly email: string
}

interface QuestionsProps {
  readonly step: number
  readonly words: QuoteWords
  readonly answers: Answers
  readonly setAnswers: (answers: Answers) => void
}

/** What is asked before the review. */
export function Questions({ step, words, answers, setAnswers }: QuestionsProps) {
  function answer(name: keyof Answers) {
    return {
      className: 'ef-input',
      name,
      value: answers[name],
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) =>
        setAnswers({ ...answers, [name]: target.value }),
    }
  }
  if (step === 1) {
    return (
      <>
        <label className="quote-field">
          {words.address}
          <input {...answer('address')} autoComplete="street-address" required />
        </label>
        <label className="quote-field">
          {words.usage}
          <input {...answer('usage')} inputMode="numeric" />
        </label>
      </>
    )
  }
  if (step === 2) {
    return (
      <>
        <FileField
          name="roof-photos"
          label={words.roofPhotos}
          help={words.roofPhotosHelp}
          supportedTypes={['.jpg', '.png', '.heic', 'PDF']}
          rules={{ maxSizeBytes: 20_000_000 }}
          maxQuantity={5}
          required
        />
        <FileField
          name="bill"
          label={words.bill}
          supportedTypes={['.jpg', '.png', 'PDF']}
          rules={{ maxSizeBytes: 20_000_000 }}
          maxQuantity={1}
        />
      </>
    )
  }
  return (
    <>
      <label className="quote-field">
        {words.name}
        <input {...answer('name')} autoComplete="name" required />
      </label>
      <label className="quote-field">
        {words.email}
        <input {...answer('email')} type="email" autoComplete="email" required />
      </label>
    </>
  )
}
