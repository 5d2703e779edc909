/** Where we follow another source than the OpenAPI documents. */
export interface Deviation {
  readonly operation: string
  /** The status that OpenAPI does not know. */
  readonly status: number
  /** The documented status whose body it has, if any. */
  readonly as: number | undefined
  readonly source: string
}

/** All of them. Whoever adds one names where it comes from. */
export const deviations: readonly Deviation[] = [
  {
    operation: 'saveFileV2',
    status: 201,
    as: 200,
    source: 'docs.epilot.io/docs/files/file-api, "Step 3" and "External Files"',
  },
  {
    operation: 'uploadFilePublic',
    status: 200,
    as: 201,
    source: 'docs.epilot.io/docs/journeys/submissions, "Response (200)"',
  },
  {
    operation: 'createSubmission',
    status: 400,
    as: undefined,
    source:
      'docs.epilot.io changelog of 2026-03-11: "Error responses (400, 401, 403, 500) are now documented"',
  },
  {
    operation: 'searchPortalUserEntities',
    status: 400,
    as: undefined,
    source: 'what a server must say to what the document does not allow',
  },
  {
    operation: 'revokePublicLink',
    status: 404,
    as: undefined,
    source:
      'what a server must say of a link that is not there; accessPublicLink answers it to a revoked one',
  },
  ...['listPublicLinksForFile', 'revokePublicLink'].map((operation) => ({
    operation,
    status: 401,
    as: undefined,
    source: 'docs.epilot.io/docs/auth: every API asks for a token',
  })),
  ...[
    'addRelations',
    'getRelationsV3',
    'searchEntities',
    'deleteRelation',
    'updateRelation',
    'getSchema',
    'listChangesets',
  ].flatMap((operation) => [
    { operation, status: 401, as: undefined, source: 'docs.epilot.io/docs/auth: every API asks for a token' },
    {
      operation,
      status: 400,
      as: undefined,
      source: 'what a server must say to what the document does not allow',
    },
  ]),
]

/**
 * Operations whose answer is "one of" two shapes without a required property, so that every answer is both: the one that
 * comes where nothing is grouped.
 */
export const plainAnswers: Readonly<Record<string, string | undefined>> = {
  searchPortalUserEntities: 'EntityResponseWithHits',
}
