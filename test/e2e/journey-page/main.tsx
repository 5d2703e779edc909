import type { FormEvent } from 'react'
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import {
  createFileClient,
  FileField,
  FilesProvider,
  SubmitButton,
  SubmitReason,
  useSubmitJourney,
} from '../../../src/index.js'
import '../../../src/styles.css'

const apiUrl = new URLSearchParams(location.search).get('api')

const client = createFileClient({
  // There is somebody signed in on the page, whose token is none of the journey's business.
  getToken: () => 'token-of-somebody',
  // Else epilot's own.
  ...(apiUrl ? { fileUrl: apiUrl, entityUrl: apiUrl, submissionUrl: apiUrl, portalUrl: apiUrl } : {}),
})

/** A journey of two steps, the second of which hands in. A reload comes back to the step that is in the address. */
function Journey() {
  const [step, setStep] = useState(location.hash === '#2' ? 2 : 1)
  const { state, problem, submit } = useSubmitJourney({
    organizationId: '123',
    sourceId: 'solar-quote',
    scopes,
  })

  function go(event: FormEvent) {
    event.preventDefault()
    if (step === 2) return void submit({ description: 'Solar quote' })
    location.hash = '#2'
    setStep(2)
  }
  if (state.status === 'submitted') return <h1>Thank you</h1>
  return (
    <form onSubmit={go}>
      <h1>{`Step ${step}`}</h1>
      {step === 1 ? (
        <FileField
          name="meter-photo"
          label="Photo of your meter"
          help="The number must be readable."
          supportedTypes={['Image', 'PDF']}
          rules={{ maxSizeBytes: 20_000_000 }}
          maxQuantity={5}
          required
        />
      ) : (
        <FileField name="bill" label="Last bill" supportedTypes={['PDF']} maxQuantity={1} />
      )}
      {problem && <p role="alert">{problem}</p>}
      <SubmitReason id="reason" scopes={scopes} />
      <SubmitButton scopes={scopes} aria-describedby="reason" pending={state.status === 'submitting'}>
        {step === 2 ? 'Send' : undefined}
      </SubmitButton>
    </form>
  )
}

const scopes = ['meter-photo', 'bill']

createRoot(document.querySelector('#root') as HTMLElement).render(
  <StrictMode>
    <FilesProvider client={client}>
      <Journey />
    </FilesProvider>
  </StrictMode>,
)
