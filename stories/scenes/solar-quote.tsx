import type { FormEvent } from 'react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Icon, SubmitButton, useMessages, useSubmitJourney } from '../../src/index.js'
import { Phone } from './phone.js'
import type { Answers } from './quote-questions.js'
import { Questions } from './quote-questions.js'
import { FilesSection, Section, SendButton } from './quote-review.js'
import { quoteWords } from './solar-quote-words.js'

const scopes = ['roof-photos', 'bill']

/** A public journey as an energy supplier writes it: its own forms, with this library's fields, button and hook. */
export function SolarQuote({ startAt = 1 }: { readonly startAt?: number }) {
  const words = quoteWords(useMessages())
  const [step, setStep] = useState(startAt)
  const [answers, setAnswers] = useState(atFirst)
  const form = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const { state, problem, submit, reset } = useSubmitJourney({
    organizationId: '123',
    sourceId: 'solar-quote',
    scopes,
  })

  async function go(event: FormEvent) {
    event.preventDefault()
    if (step < 4) return turnTo(step + 1)
    await submit({ description: `Solar quote, ${answers.address}`, ...answers })
    if (!form.current) heading.current?.focus()
  }
  function turnTo(other: number) {
    // What still waits for files is not sent behind the back of who goes on filling in.
    if (state.status === 'uploading' || state.status === 'submitted') reset()
    flushSync(() => setStep(other))
    heading.current?.focus()
  }
  function toMissingFile() {
    turnTo(2)
    // Its field says what it needs, and takes the focus.
    form.current?.reportValidity()
  }
  if (state.status === 'submitted') {
    return (
      <Phone>
        <main className="quote-thanks">
          <Icon name="check" draw />
          <h1 ref={heading} tabIndex={-1}>
            <bdi>{words.thanks}</bdi>
          </h1>
          <p>{words.thanksDetails}</p>
          <button className="ef-button" onClick={() => turnTo(1)}>
            {words.another}
          </button>
        </main>
      </Phone>
    )
  }
  const files = { words, onChange: () => turnTo(2), onMissing: toMissingFile }
  return (
    <Phone>
      <form ref={form} className="quote" onSubmit={(event) => void go(event)}>
        <main className="quote-page">
          <div className="quote-steps">
            <p>
              <b>{words.step(step, 4)}</b> {words.steps[step - 1]}
            </p>
            <progress className="ef-progress" value={step} max={4} aria-label={words.step(step, 4)} />
          </div>
          <h1 ref={heading} tabIndex={-1}>
            <bdi>{words.titles[step - 1]}</bdi>
          </h1>
          {step < 4 ? (
            <Questions {...{ step, words, answers, setAnswers }} />
          ) : (
            <div className="quote-review">
              <Section title={words.steps[0]} action={words.change} onAction={() => turnTo(1)}>
                <dl>
                  <Term term={words.address} answer={answers.address} />
                  <Term term={words.usage} answer={answers.usage} />
                </dl>
              </Section>
              <FilesSection name="roof-photos" title={words.roofPhotos} {...files} />
              <FilesSection name="bill" title={words.bill} {...files} />
              <Section title={words.steps[2]} action={words.change} onAction={() => turnTo(3)}>
                <dl>
                  <Term term={words.name} answer={answers.name} />
                  <Term term={words.email} answer={answers.email} />
                </dl>
              </Section>
            </div>
          )}
          {/* What files need stands where they are. */}
          {problem && state.status === 'failed' && (
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
          {step < 4 ? (
            <SubmitButton scopes={step === 2 ? scopes : []} />
          ) : (
            <SendButton
              words={words}
              isAgain={state.status === 'failed' && state.error.code === 'outcome-unknown'}
              pending={state.status === 'submitting'}
              onMissing={toMissingFile}
            />
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

const atFirst: Answers = {
  address: 'Musterweg 1, 12345 Musterstadt',
  usage: '4500',
  name: 'Emre Yıldız',
  email: 'emre@example.org',
}
