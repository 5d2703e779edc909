'use client'
import { useId, useState } from 'react'
import { useMessages } from '../../hooks/files-provider.js'
import type { AddedSince } from './added-since.js'
import { addedSince, isSameSince } from './added-since.js'

interface AddedChoicesProps {
  readonly chosen: AddedSince | null
  readonly onChoose: (since: AddedSince | null) => void
}

/** Since when files were added: one of three. */
export function AddedChoices({ chosen, onChoose }: AddedChoicesProps) {
  const { collection: words, locale } = useMessages()
  const id = useId()
  // What stands to choose stays while it stands.
  const [now] = useState(() => Date.now())
  const month = addedSince('month', now)
  const choices = [
    { since: null, name: words.anyTime },
    { since: addedSince('week', now), name: words.lastDaysShort },
    { since: month, name: new Date(month.at).toLocaleDateString(locale, { month: 'long' }) },
  ]
  return (
    <div role="radiogroup" className="ef-menu-group" aria-labelledby={id}>
      <p id={id} className="ef-menu-head">
        {words.sortFields.added}
      </p>
      <div className="ef-seg">
        {choices.map(({ since, name }) => (
          <label key={since?.period ?? 'any'}>
            <input
              type="radio"
              name={`${id}added`}
              // Of no form: it would go with the one that it may stand in.
              form={`${id}none`}
              checked={isSameSince(since, chosen)}
              onChange={() => onChoose(since)}
            />
            <bdi>{name}</bdi>
          </label>
        ))}
      </div>
    </div>
  )
}
