'use client'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { toFileError } from '../../api/errors.js'
import { useMessages } from '../../hooks/files-provider.js'
import { describeError } from '../../locales/describe-error.js'
import { Icon } from '../../parts/icon.js'
import type { FocusFallback } from '../../parts/use-keep-focus.js'
import { useKeepFocus } from '../../parts/use-keep-focus.js'
import type { EntityFiles } from '../../queries/entity-files-query.js'

interface ListProblemProps {
  readonly stored: UseInfiniteQueryResult<EntityFiles>
  readonly error: Error
  readonly focusFallback: FocusFallback
}

/** Why there is no list, or none that is up to date, or not all of it; and another try. */
export function ListProblem({ stored, error, focusFallback }: ListProblemProps) {
  const { data, dataUpdatedAt, isFetchNextPageError, isFetching, fetchNextPage, refetch } = stored
  const messages = useMessages()
  const { locale, collection: words } = messages
  const callout = useRef<HTMLDivElement>(null)
  useKeepFocus(callout, { fallback: focusFallback })
  const isStale = data !== undefined && !isFetchNextPageError
  const { what } = describeError(toFileError(error, 'list'), messages)
  return (
    <div
      ref={callout}
      className={data ? 'ef-bar' : 'ef-empty'}
      data-tone={data ? 'warning' : 'error'}
      role="alert"
    >
      <Icon name={isStale ? 'history' : 'alert'} />
      <p className={data ? 'ef-grow' : 'ef-help'}>
        {isStale ? words.asOf(timeIn(locale).format(dataUpdatedAt)) : what}
      </p>
      <button
        type="button"
        className="ef-button"
        data-variant={data && 'ghost'}
        aria-disabled={isFetching || undefined}
        onClick={() => isFetching || void (isFetchNextPageError ? fetchNextPage() : refetch())}
      >
        {messages.loadAgain}
      </button>
    </div>
  )
}

function timeIn(locale: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}
