const colours = ['sky', 'navy', 'sun', 'forest', 'rust', 'rose', 'purple', 'snow'] as const
const shapes = ['circle', 'square', 'diamond', 'shield'] as const

export type TeamColour = (typeof colours)[number]
export type TeamShape = (typeof shapes)[number]

/** Colour and shape of a team by its number: 1–8 circles, 9–16 squares, 17–24 diamonds, 25–32 shields, then over again. */
export function teamMarkOf(number: number): { colour: TeamColour; shape: TeamShape; darkText: boolean } {
  const place = (((Math.trunc(number) - 1) % 32) + 32) % 32
  const colour = colours[place % 8] ?? 'snow'
  const shape = shapes[Math.floor(place / 8)] ?? 'circle'
  return { colour, shape, darkText: ['sky', 'sun', 'rose', 'snow'].includes(colour) }
}
