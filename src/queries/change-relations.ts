import type { RelationOutcome } from '../api/changesets.js'
import type { FileError, FileStep } from '../api/errors.js'
import type { FileEntity } from '../api/types.js'
import { attachedBy } from '../transfer/attached-by.js'
import { inTurn } from './in-turn.js'
import type { OpenList, RelationScene, Revert } from './open-list.js'
import { openList } from './open-list.js'
import { queryKeys } from './query-keys.js'
import { takeTurn } from './take-turn.js'

/** What became of a change of many relations. */
export interface Changed<File> {
  /** It has taken effect. */
  readonly done: readonly File[]
  /** It waits for approval. */
  readonly waiting: readonly File[]
  /** Why some are as they were. */
  readonly refused: ReadonlyMap<File, FileError>
  readonly outcome: RelationOutcome
}

/** How relations are changed. */
interface RelationChange<File> {
  /** What is done, for whoever reads why it failed. */
  readonly step: FileStep
  /** How many one call may hold. @default 1 */
  readonly atOnce?: number
  /** Shows it before anybody was asked. Where earlier changes of these relations may still fail, the list is not certain. */
  readonly show: (list: OpenList, isCertain: boolean) => Revert
  /** Asks for it, once earlier changes of these relations are over. */
  readonly act: (files: readonly File[]) => Promise<RelationOutcome>
  /** Which wait for approval, where the answer does not say. @default as the outcome says */
  readonly findWaiting?: (files: readonly File[]) => Promise<Pick<Changed<File>, 'waiting' | 'outcome'>>
}

/** Told of many at a time. */
export type OnRefused = (refused: ReadonlyMap<string, FileError>) => void

/**
 * Changes relations of files to an entity. What a person changes shows at once, and as it was when it is refused or waits
 * for approval. Each relation has one order; a busy epilot is left in peace for as long as it asks for; what is refused
 * holds up nothing else.
 */
export async function changeRelations<File extends Pick<FileEntity, '_id'>>(
  scene: RelationScene,
  files: readonly File[],
  { step, atOnce, show, act, findWaiting }: RelationChange<File>,
  onRefused?: OnRefused,
): Promise<Changed<File>> {
  const { client, entity } = scene
  const turn = takeTurn(client, queryKeys.entityFiles(entity), files.map(idOf))
  const list = await openList(scene)
  try {
    const revert = show(list, turn.isFirst)
    await turn.come
    let outcome = applied
    const held = new Set<File>()
    const refused = await inTurn(files, {
      clock: client.clock,
      step,
      atOnce,
      async act(some) {
        const answer = await act(some)
        if (answer.status === 'applied') return
        outcome = answer
        const { attribute = '_files' } = entity
        for (const file of some) {
          if (attachedBy(answer, { entity_id: file._id, attribute }) === 'pending') held.add(file)
        }
      },
      onRefused(some) {
        revert([...some.keys()].map(idOf))
        onRefused?.(new Map([...some].map(([{ _id }, error]) => [_id, error])))
      },
    })
    const accepted = files.filter((file) => !refused.has(file))
    const found = findWaiting && accepted.length > 0 ? await findWaiting(accepted) : null
    const { waiting } = found ?? { waiting: [...held] }
    revert(waiting.map(idOf))
    const done = accepted.filter((file) => !waiting.includes(file))
    return { done, waiting, refused, outcome: found?.outcome ?? outcome }
  } finally {
    list.close()
    turn.end()
  }
}

/** Nothing waits for approval. */
export const applied: RelationOutcome = { status: 'applied' }

/** The first of the reasons, where there are any. */
export function reasonOf({ refused }: Pick<Changed<unknown>, 'refused'>): FileError | undefined {
  return refused.values().next().value
}

/** Asks for the list anew, unless another change of it is on its way: that one will. */
export async function refetchRelations({ queryClient, entity }: RelationScene): Promise<void> {
  const queryKey = queryKeys.entityFiles(entity)
  if (queryClient.isMutating({ mutationKey: queryKey }) > 1) return
  await Promise.all([
    queryClient.invalidateQueries({ queryKey }),
    queryClient.invalidateQueries({ queryKey: queryKeys.pendingRelations(entity) }),
  ])
}

function idOf({ _id }: Pick<FileEntity, '_id'>): string {
  return _id
}
