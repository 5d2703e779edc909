import { useState } from 'react'
import type { FileRelation } from '../../src/index.js'
import { AttachToEntity } from '../../src/index.js'

/** A form that creates an opportunity with its files. */
export function NewOpportunity() {
  const [relation, setRelation] = useState<FileRelation>()
  return (
    <form aria-label="New opportunity">
      <AttachToEntity entity={{ slug: 'opportunity' }} onRelationChange={setRelation} tags={[]} />
      <p className="ef-help">
        Files in the relation: <output>{relation?.$relation.length}</output>
      </p>
    </form>
  )
}
