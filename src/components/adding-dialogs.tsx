'use client'
import type { FileEntity } from '../api/types.js'
import type { FocusFallback } from '../parts/use-keep-focus.js'
import type { Adding } from './use-adding.js'
import type { Attaching } from './use-attaching.js'

interface AddingDialogsProps {
  readonly adding: Adding
  readonly attaching: Attaching
  /** The ids of files that are attached already. */
  readonly attached: ReadonlySet<string>
  /** Those files, as far as they are loaded. */
  readonly files: readonly FileEntity[] | undefined
  readonly focusFallback: FocusFallback
}

/** What is asked of somebody who adds files. */
export function AddingDialogs({ adding, attaching, attached, files, focusFallback }: AddingDialogsProps) {
  const { request, room, rules, place, save, multiple, close, replaces } = adding
  switch (request?.kind) {
    case undefined:
      return null
    case 'replace': {
      const { View, incoming, replaced } = request
      return (
        <View
          {...{ incoming, replaced, focusFallback }}
          onAnswer={(isYes) => {
            close()
            if (!isYes) return
            // The new one comes first, and only then the old one goes.
            if (!(incoming instanceof File)) void attaching.attachAndTell([incoming], replaced)
            else request.send((file) => attaching.finishReplacing(file, replaced))
          }}
        />
      )
    }
    case 'existing':
      return (
        <request.View
          {...{ attached, room }}
          text={request.text}
          known={files}
          accept={rules?.accept ?? noTypes}
          onClose={close}
          onAttach={(chosen) => {
            close()
            const [only] = chosen
            const attach = () => void attaching.attachAndTell(chosen)
            if (multiple || !only) attach()
            else adding.ask(only, attach)
          }}
        />
      )
    case 'link':
      return (
        <request.View
          key={place}
          {...{ save, place, replaces }}
          attach={(files) => attaching.attach(files, replaces)}
          onFailed={(cause) => attaching.fail([], cause)}
          onClose={close}
        />
      )
    default:
      return request satisfies never
  }
}

const noTypes: readonly string[] = []
