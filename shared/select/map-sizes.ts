/** How large things on an actor map are drawn, in px of the frame that is laid out. */
export type MapSizes = {
  font: number
  /** an actor's box for one line and for two */
  heights: readonly [number, number]
  /** what an actor's box holds beside its words: icon, gap, padding, border */
  aroundWords: number
  /** a name that is wider than this is broken into two lines, and cut after them */
  maxWords: number
  /** least space between two boxes */
  gap: number
  person: number
  /** the round mark on a line */
  badge: number
  sectorFont: number
  sectorHeight: number
  /** icon and gap before a sector's name */
  aroundSector: number
  ringFont: number
  /** how far the middle of a conflict's zigzag is from its line */
  zigzag: number
}

export const screenSizes: MapSizes = {
  font: 16,
  heights: [44, 52],
  aroundWords: 62,
  maxWords: 176,
  gap: 9,
  person: 62,
  badge: 22,
  sectorFont: 15,
  sectorHeight: 22,
  aroundSector: 28,
  ringFont: 14,
  zigzag: 8,
}

/** For many actors, or little room. */
export const compactSizes: MapSizes = {
  ...screenSizes,
  font: 15,
  heights: [38, 44],
  aroundWords: 46,
  maxWords: 118,
  gap: 6,
  person: 52,
  badge: 20,
  sectorFont: 14,
}

/** For very many actors: the smallest type that is allowed, still easy to hit. */
export const tightSizes: MapSizes = {
  ...compactSizes,
  font: 14,
  heights: [34, 40],
  aroundWords: 40,
  maxWords: 100,
  gap: 5,
  person: 46,
}

/** On a screen that is read from twenty metres. */
export const projectorSizes: MapSizes = {
  font: 36,
  heights: [76, 100],
  aroundWords: 100,
  maxWords: 380,
  gap: 16,
  person: 110,
  badge: 44,
  sectorFont: 32,
  sectorHeight: 44,
  aroundSector: 50,
  ringFont: 28,
  zigzag: 14,
}

/** Widths of letters in thousandths of the font size, a little too wide: the layout must not guess too small. */
const narrow = /[ijlI.,:;'|!()[\]«»‹›\-–/ ftr]/u
const wide = /[mwMWÆŒ@%—…]/u
const capital = /\p{Lu}/u
const pictured = /\p{Extended_Pictographic}|[\u2e80-\uffef]/u

/** About how wide a text is in px, in the bold of the interface's own typeface. Too wide sooner than too narrow. */
export function textWidth(text: string, font: number): number {
  let thousandths = 0
  for (const letter of text) {
    if (pictured.test(letter)) thousandths += 1150
    else if (narrow.test(letter)) thousandths += 395
    else if (wide.test(letter)) thousandths += 930
    else thousandths += capital.test(letter) ? 700 : 600
  }
  return Math.ceil((thousandths * font) / 1000)
}

/** The box of an actor with this name. */
export function boxOf(name: string, sizes: MapSizes): { width: number; height: number } {
  const words = textWidth(name, sizes.font)
  if (words <= sizes.maxWords) return { width: words + sizes.aroundWords, height: sizes.heights[0] }
  const parts = name.trim().split(/\s+/u)
  const widest = sizes.maxWords * 1.6
  // One long word is not broken while it fits on a line.
  if (parts.length === 1 && words <= widest) return { width: words + sizes.aroundWords, height: sizes.heights[0] }
  let best = Math.min(words, widest)
  for (let at = 1; at < parts.length; at += 1) {
    const half = (list: string[]) => textWidth(list.join(' '), sizes.font)
    best = Math.min(best, Math.max(half(parts.slice(0, at)), half(parts.slice(at))))
  }
  // One long word that can't be broken nicely is broken anyway.
  return { width: Math.ceil(best) + sizes.aroundWords, height: sizes.heights[1] }
}
