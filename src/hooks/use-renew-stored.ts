'use client'
import type { RefObject } from 'react'
import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import { droppedOf, renewStored } from '../uploads/renew-stored.js'
import { useFileClient } from './files-provider.js'
import { holdForm } from './hold-form.js'

/**
 * Looks after what a journey has at S3 for a day: when its field comes, when somebody comes back to the page, now and then
 * while it stands open, and before the form is handed in, which then waits.
 */
export function useRenewStored(scope: string, input: RefObject<HTMLInputElement | null>): void {
  const { uploads, connection, clock } = useFileClient()

  useEffect(() => {
    const renew = () => renewStored(uploads.list(scope).getState())
    let callOff = () => {}
    function look() {
      renew()
      callOff = clock.setTimeout(look, everyMs)
    }
    look()
    const end = connection.onWake(renew)
    return () => {
      callOff()
      end()
    }
  }, [uploads, scope, connection, clock])

  useEffect(() => {
    const root = input.current?.getRootNode()
    // Timers stand still while the computer sleeps. A form validates after the click; one that a script hands in, before.
    function renew(event: Event) {
      const dropped = droppedOf(uploads.list(scope).getState())
      if (dropped.length === 0) return
      // Rendered at once, since the browser is about to ask the input.
      flushSync(() => renewStored(dropped))
      if (event.type === 'submit' && input.current) holdForm(event, input.current)
    }
    root?.addEventListener('click', renew, true)
    root?.addEventListener('submit', renew, true)
    return () => {
      root?.removeEventListener('click', renew, true)
      root?.removeEventListener('submit', renew, true)
    }
  }, [uploads, scope, input])
}

// Well within the hour that is left when it counts as late.
const everyMs = 10 * 60_000
