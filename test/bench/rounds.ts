/** The figures of one target in one round; each has the same names in every round. */
export type Figures = Record<string, number>

/** By target, one entry a round. */
export type Rounds = Map<string, Figures[]>

/** The middle one of these. */
export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/**
 * Each round measures every target, beginning with another one each time: a machine that is busy for a while is busy for
 * all. A target that fails is told and left out of the round.
 */
export async function inRounds<T extends { name: string }>(
  targets: readonly T[],
  count: number,
  measure: (target: T, round: number) => Promise<Figures>,
): Promise<Rounds> {
  const rounds: Rounds = new Map(targets.map(({ name }) => [name, []]))
  for (let round = 0; round < count; round += 1) {
    for (let index = 0; index < targets.length; index += 1) {
      const target = targets[(index + round) % targets.length]
      if (!target) continue
      try {
        rounds.get(target.name)?.push(await measure(target, round))
      } catch (error) {
        process.stderr.write(`${target.name}: ${error instanceof Error ? error.message : String(error)}\n`)
      }
    }
  }
  return rounds
}

/** Medians, with each figure's ratio to the first target's of the same round for those named in `ratios`. */
export function table(title: string, rounds: Rounds, ratios: readonly string[]): string {
  const [base] = rounds.values()
  const names = Object.keys([...rounds.values()].flat()[0] ?? {})
  const head = ['', ...names.flatMap((name) => (ratios.includes(name) ? [name, '×'] : [name])), 'rounds']
  const rows = [...rounds].map(([target, figures]) => [
    target,
    ...names.flatMap((name) => {
      const own = median(figures.map((each) => each[name] ?? Number.NaN))
      if (!ratios.includes(name)) return [show(own)]
      const ratio = median(
        figures.map((each, round) => (each[name] ?? Number.NaN) / (base?.[round]?.[name] ?? Number.NaN)),
      )
      return [show(own), show(ratio)]
    }),
    String(figures.length),
  ])
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`
  return [`\n## ${title}\n`, line(head), rule, ...rows.map(line)].join('\n')
}

function show(value: number): string {
  if (!Number.isFinite(value)) return '–'
  if (value >= 100) return value.toFixed(0)
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
