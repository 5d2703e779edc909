import type { InfiniteData } from '@tanstack/react-query'

/** How a kind of page holds its items. */
export interface PageOf<Page, Item> {
  readonly items: (page: Page) => readonly Item[]
  /** What tells one item from another. */
  readonly keyOf: (item: Item) => string
  /** The same page with other items; `lessHits` have gone from the list as a whole. */
  readonly replace: (page: Page, items: readonly Item[], lessHits: number) => Page
}

/** An item and where it stood, so that it can be put back just there. */
export interface TakenItem<Item> {
  readonly item: Item
  readonly page: number
  readonly index: number
}

/** What would be taken out. */
export function itemsToTake<Page, Item>(
  data: Pages<Page> | undefined,
  goes: (item: Item) => boolean,
  of: PageOf<Page, Item>,
): readonly TakenItem<Item>[] {
  const places = (data?.pages ?? []).flatMap((page, number) =>
    of.items(page).map((item, index) => ({ item, page: number, index })),
  )
  return places.filter(({ item }) => goes(item))
}

/** The pages without some items. */
export function withoutItems<Data extends Pages<Page>, Page, Item>(
  data: Data | undefined,
  goes: (item: Item) => boolean,
  of: PageOf<Page, Item>,
): Data | undefined {
  const gone = itemsToTake(data, goes, of).length
  if (!data || gone === 0) return data
  const pages = data.pages.map((page) =>
    of.replace(
      page,
      of.items(page).filter((item) => !goes(item)),
      gone,
    ),
  )
  return { ...data, pages }
}

/** The pages with what was taken out of them, where it stood; what is there by now stays as it is. */
export function withItemsBack<Data extends Pages<Page>, Page, Item>(
  data: Data | undefined,
  taken: readonly TakenItem<Item>[],
  of: PageOf<Page, Item>,
): Data | undefined {
  if (!data || data.pages.length === 0) return data
  const known = new Set(data.pages.flatMap((page) => of.items(page).map(of.keyOf)))
  const missing = taken.filter(({ item }) => !known.has(of.keyOf(item)))
  if (missing.length === 0) return data
  const last = data.pages.length - 1
  const pages = data.pages.map((page, number) => {
    const items = [...of.items(page)]
    // In their order, so that each finds the place it had.
    for (const { item, page: home, index } of missing) {
      if (Math.min(home, last) === number) items.splice(index, 0, item)
    }
    return of.replace(page, items, -missing.length)
  })
  return { ...data, pages }
}

type Pages<Page> = Pick<InfiniteData<Page>, 'pages'>
