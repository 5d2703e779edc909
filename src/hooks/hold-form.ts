/**
 * Holds back a form that is being handed in while an input of it has something against that, and lets the input say what. A
 * button with `formNoValidate` goes through, to save a draft for example.
 */
export function holdForm(event: Event, input: HTMLInputElement): void {
  if (event.target !== input.form) return
  if (input.validity.valid || !input.willValidate || isForced(event)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  input.reportValidity()
  input.focus()
}

function isForced(event: Event): boolean {
  const submitter = event instanceof SubmitEvent ? event.submitter : null
  return (
    (submitter instanceof HTMLButtonElement || submitter instanceof HTMLInputElement) &&
    submitter.formNoValidate
  )
}
