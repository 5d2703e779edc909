/** What is dragged, as far as browsers tell before the drop. */
export interface DragContent {
  /** The MIME type of each file; empty for a folder and for what the browser does not know. */
  readonly types: readonly string[]
}

/** Whether there are files in a drag at all, and not text or a link. */
export function hasFiles(dataTransfer: DataTransfer | null): dataTransfer is DataTransfer {
  return dataTransfer?.types.includes('Files') ?? false
}

export function contentOf({ items }: DataTransfer): DragContent {
  return { types: [...items].filter(({ kind }) => kind === 'file').map(({ type }) => type) }
}

export function isSameContent(one: DragContent | null, other: DragContent): boolean {
  return one?.types.join() === other.types.join()
}
