'use client'
import { useEffect } from 'react'
import { renewStored } from '../uploads/renew-stored.js'
import { useFileClient } from './files-provider.js'

/** Looks after what a journey has at S3 for a day: when its field comes, and when somebody comes back to the page. */
export function useRenewStored(scope: string): void {
  const { uploads, connection } = useFileClient()

  useEffect(() => {
    const renew = () => renewStored(uploads.list(scope).getState())
    renew()
    return connection.onWake(renew)
  }, [uploads, scope, connection])
}
