import { systemClock } from '../api/clock.js'
import type { EntitySchema } from '../api/entity-schema.js'
import type { EntityRef, FileEntity } from '../api/types.js'
import { addFile } from './add-file.js'
import { fateOf } from './bytes-fault.js'
import { entityHandlers } from './entity-handlers.js'
import type { SchemaSeed } from './entity-schemas.js'
import { toSchema } from './entity-schemas.js'
import { Faults } from './faults.js'
import { fetchFrom } from './fetch-from.js'
import { fileProxyHandlers } from './file-proxy-handlers.js'
import { fileHandlers } from './file-handlers.js'
import type { FileServer, FileServerOptions } from './file-server.js'
import { keyOf } from './file-storage.js'
import { resolveChangesets } from './held-relations.js'
import { WritableLedger } from './ledger.js'
import { createMemoryStorage } from './memory-storage.js'
import { portalHandlers } from './portal-handlers.js'
import { publicLinkHandlers } from './public-link-handlers.js'
import { putThrough } from './put-through.js'
import { createReceive } from './receive.js'
import type { Answers } from './server-parts.js'
import { preflightHandlers, storageHandlers } from './storage-handlers.js'
import { submissionHandlers } from './submission-handlers.js'
import { tally } from './tally.js'
import { createTokens } from './tokens.js'
import { createWorld, entityKey } from './world.js'

/**
 * Creates a small epilot in memory, for tests and stories that run without the real one.
 *
 * @example
 * const server = createFileServer()
 * const client = createFileClient({ getToken: () => 'token', fetch: server.fetch, putBlob: server.putBlob })
 * server.failNext('saveFileV2', 'lost-answer')
 *
 * @example
 * const worker = setupWorker(...createFileServer().handlers)
 */
export function createFileServer(options: FileServerOptions = {}): FileServer {
  const { clock = systemClock, org = '123', bucket = 'epilot-prod-user-content', latencyMs = 0 } = options
  const fileUrl = withoutSlash(options.fileUrl ?? 'https://file.sls.epilot.io')
  const entityUrl = withoutSlash(options.entityUrl ?? 'https://entity.sls.epilot.io')
  const submissionUrl = withoutSlash(options.submissionUrl ?? 'https://submission.sls.epilot.io')
  const portalUrl = withoutSlash(options.portalUrl ?? 'https://customer-portal-api.sls.epilot.io')
  const fileProxyUrl = withoutSlash(options.fileProxyUrl ?? 'https://erp-file-proxy.sls.epilot.io')
  const storageUrl = withoutSlash(options.storageUrl ?? 'https://storage.test')
  const tokens = createTokens(options.acceptsToken)

  const startMs = Date.now() - clock.now()
  const today = () => new Date(startMs + clock.now())
  const memory = createMemoryStorage({ storageUrl, clock, today })
  const world = createWorld()
  const ledger = new WritableLedger()
  const faults = new Faults()
  let life = new AbortController()
  const receive = createReceive({
    ledger,
    faults,
    clock,
    latencyMs,
    acceptsToken: tokens.accepts,
    closing: () => life.signal,
  })

  const parts = {
    fileUrl,
    entityUrl,
    submissionUrl,
    portalUrl,
    fileProxyUrl,
    portal: options.portal ?? {},
    org,
    bucket,
    world,
    receive,
    today,
    publicUrl: memory.publicUrl,
    storage: options.storage ?? memory,
    uploadLinkSeconds: options.uploadLinkSeconds ?? 360,
    downloadLinkSeconds: options.downloadLinkSeconds ?? 900,
    answers: { ...asInOpenApi, ...options.answers },
  }
  const handlers = [
    ...fileHandlers(parts),
    ...publicLinkHandlers(parts),
    ...entityHandlers(parts),
    ...submissionHandlers(parts),
    ...portalHandlers(parts),
    ...fileProxyHandlers(parts),
    ...(options.storage ? [] : storageHandlers({ storageUrl, storage: memory, receive, world })),
    ...preflightHandlers([fileUrl, entityUrl, submissionUrl, portalUrl, fileProxyUrl]),
  ]
  const fetch = fetchFrom(handlers)
  options.schemas?.forEach(addSchema)

  return {
    handlers,
    fetch,
    putBlob: putThrough(fetch),
    beginPut(url) {
      memory.begin(url)
      return fateOf(faults.begin(url))
    },
    ledger,
    world,
    files: () => [...world.files.values()],
    filesOf,
    contentOf,
    addFile: (file, options) => addFile({ world, storage: memory, org, bucket }, file, options),
    relate,
    nameEntity: (entity, title) => void world.titles.set(entityKey(entity), title),
    addSchema,
    submissions: () => [...world.submissions.values()],
    applyChangesets: (entity) => resolveChangesets(world, entity, true),
    dismissChangesets: (entity) => resolveChangesets(world, entity, false),
    setAnswers: (change) => void Object.assign(parts.answers, change),
    failNext: (operation, fault, times = 1) => faults.add(operation, fault, times),
    failBy: (choose) => faults.chooseBy(choose),
    expireTokens: () => tokens.expire(),
    async tally(meant) {
      const { storage } = parts
      if (!storage.read)
        throw new Error('tally() compares bytes. Give the storage of createFileServer() a read().')
      return tally({ world, read: (s3ref) => storage.read?.(s3ref) }, meant)
    },
    clearFaults: () => faults.clear(),
    reset() {
      life.abort()
      life = new AbortController()
      for (const known of Object.values<{ clear(): void }>({ ...world })) known.clear()
      options.schemas?.forEach(addSchema)
      memory.clear()
      ledger.clear()
      faults.clear()
      Object.assign(parts.answers, asInOpenApi, options.answers)
      tokens.clear()
    },
  }

  function filesOf(entity: EntityRef): readonly FileEntity[] {
    const items = world.relations.get(entityKey(entity)) ?? []
    return items
      .filter(({ attribute }) => entity.attribute === undefined || attribute === entity.attribute)
      .flatMap(({ entity_id }) => world.files.get(entity_id) ?? [])
  }

  function contentOf({ _id }: Pick<FileEntity, '_id'>): Blob {
    const s3ref = world.files.get(_id)?.s3ref
    const object = s3ref && memory.objects.get(keyOf(s3ref))
    if (!object)
      throw new Error(`The file server holds no bytes of file ${_id}. Was it saved here, and in memory?`)
    return object.body
  }

  function addSchema(schema: SchemaSeed): EntitySchema {
    const whole = toSchema(schema)
    world.schemas.set(schema.slug, whole)
    return whole
  }

  function relate(entity: EntityRef, files: readonly Pick<FileEntity, '_id'>[]): void {
    const { attribute = '_files' } = entity
    const key = entityKey(entity)
    const items = files.map(({ _id }) => ({ entity_id: _id, attribute, _schema: 'file' }))
    world.relations.set(key, [...(world.relations.get(key) ?? []), ...items])
  }
}

const asInOpenApi: Answers = {
  saveStatus: 200,
  publicUploadStatus: 201,
  publicUrl: 'public',
  size: 'known',
  relationsFrom: 'offset',
  secondSave: 'not-found',
  searchLagMs: 0,
  relationsEditMode: 'respected',
  publicLinks: 'implemented',
  submissionAnswer: 'empty',
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
