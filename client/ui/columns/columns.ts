/** Ids of cards by column; the keys stand in the order in which the columns lie on the screen. */
export type Columns<K extends string = string> = Readonly<Record<K, readonly string[]>>

export function columnKeys<K extends string>(columns: Columns<K>): K[] {
  return Object.keys(columns) as K[]
}

/** Which column a card is in; null once it is deleted. */
export function columnOf<K extends string>(columns: Columns<K>, id: string): K | null {
  return columnKeys(columns).find((key) => columns[key].includes(id)) ?? null
}

/** The first card of the board: where Tab lands when no card has had focus yet. */
export function firstCard(columns: Columns): string | null {
  return columnKeys(columns).flatMap((key) => columns[key]?.slice(0, 1) ?? [])[0] ?? null
}
