import type { FormEvent } from 'react'
import { useState } from 'react'
import { FileField, Icon, SubmitButton, useMessages, useSubmitJourney } from '../../src/index.js'
import { Phone } from './phone.js'
import { ChosenFiles, Section } from './quote-review.js'
import { quoteWords } from './solar-quote-words.js'

const scopes = ['roof-photos', 'bill']

/** A public journey as an energy supplier writes it: its own forms, with this library's fields, button and hook. */
export function SolarQuote({ startAt = 1 }: { readonly startAt?: number }) {
  const words = quoteWords(useMessages())
  const [step, setStep] = useState(startAt)
  const [answers, setAnswers] = useState(atFirst)
  const { state, problem, submit, reset } = useSubmitJourney({
    organizationId: '123',
    sourceId: 'solar-quote',
    scopes,
  })

  const isUnknown = state.status === 'failed' && state.error.code === 'outcome-unknown'

  function go(event: FormEvent) {
    event.preventDefault()
    if (step < 4) return setStep(step + 1)
    void submit({ description: `Solar quote, ${answers.address}`, ...answers })
  }
  function turnTo(other: number) {
    // What still waits for files is not sent behind the back of who goes on filling in.
    if (state.status === 'uploading') reset()
    setStep(other)
  }
  function answer(name: keyof Answers) {
    return {
      className: 'ef-input',
      name,
      value: answers[name],
      onChange: ({ target }: { readonly target: HTMLInputElement }) =>
        setAnswers({ ...answers, [name]: target.value }),
    }
  }
  if (state.status === 'submitted') {
    return (
      <Phone>
        <main className="quote-thanks">
          <Icon name="check" draw />
          <h1>{words.thanks}</h1>
          <p>{words.thanksDetails}</p>
          <button
            className="ef-button"
            onClick={() => {
              reset()
              setStep(1)
            }}
          >
            {words.another}
          </button>
        </main>
      </Phone>
    )
  }
  return (
    <Phone>
      <form className="quote" onSubmit={go}>
        <main className="quote-page">
          <div className="quote-steps">
            <p>
              <b>{words.step(step, 4)}</b> {words.steps[step - 1]}
            </p>
            <progress className="ef-progress" value={step} max={4} aria-label={words.step(step, 4)} />
          </div>
          <h1>{words.titles[step - 1]}</h1>
          {step === 1 && (
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
          )}
          {step === 2 && (
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
          )}
          {step === 3 && (
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
          )}
          {step === 4 && (
            <div className="quote-review">
              <Section title={words.steps[0]} words={words} onChange={() => turnTo(1)}>
                <dl>
                  <Term term={words.address} answer={answers.address} />
                  <Term term={words.usage} answer={answers.usage} />
                </dl>
              </Section>
              <Section title={words.roofPhotos} words={words} onChange={() => turnTo(2)}>
                <ChosenFiles name="roof-photos" label={words.roofPhotos} words={words} />
              </Section>
              <Section title={words.bill} words={words} onChange={() => turnTo(2)}>
                <ChosenFiles name="bill" label={words.bill} words={words} />
              </Section>
              <Section title={words.steps[2]} words={words} onChange={() => turnTo(3)}>
                <dl>
                  <Term term={words.name} answer={answers.name} />
                  <Term term={words.email} answer={answers.email} />
                </dl>
              </Section>
            </div>
          )}
          {problem && (
            <div className="ef-error" role="alert">
              <Icon name="alert" size="sm" />
              <span>
                <bdi>{problem}</bdi>
              </span>
            </div>
          )}
        </main>
        <footer className="quote-go">
          {step > 1 && (
            <button type="button" className="ef-button" onClick={() => turnTo(step - 1)}>
              {words.back}
            </button>
          )}
          {state.status === 'refused' && step === 4 ? (
            <button type="button" className="ef-button" data-variant="primary" onClick={() => turnTo(2)}>
              {words.toFiles}
            </button>
          ) : (
            <SubmitButton scopes={step % 2 === 0 ? scopes : []} pending={state.status === 'submitting'}>
              {step === 4 ? (isUnknown ? words.sendAgain : words.send) : undefined}
            </SubmitButton>
          )}
        </footer>
      </form>
    </Phone>
  )
}

function Term({ term, answer }: { readonly term: string; readonly answer: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <bdi>{answer}</bdi>
      </dd>
    </div>
  )
}

interface Answers {
  readonly address: string
  readonly usage: string
  readonly name: string
  readonly email: string
}

const atFirst: Answers = {
  address: 'Musterweg 1, 12345 Musterstadt',
  usage: '4500',
  name: 'Emre Yıldız',
  email: 'emre@example.org',
}
