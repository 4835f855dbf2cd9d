type Named = { number: number; name: string; municipalities: readonly string[] }

/** Above so many teams the list is longer than a screen, and there is a field to find one by. */
export const manyTeams = 8

/**
 * The teams that what was typed may mean, in the order given: by how the table number begins, or by any part of the
 * name or of a municipality's. `best`: the one that it means first of all. For nothing typed all are found and none is best.
 */
export function findTeams<Team extends Named>(
  teams: readonly Team[],
  typed: string,
): { found: readonly Team[]; best: Team | null } {
  const text = plain(typed)
  if (text === '') return { found: teams, best: null }
  if (/^\d+$/u.test(text)) {
    const found = teams.filter(({ number }) => String(number).startsWith(text))
    return { found, best: found.find(({ number }) => String(number) === text) ?? found[0] ?? null }
  }
  const found = teams.filter((team) => [team.name, ...team.municipalities].some((name) => plain(name).includes(text)))
  return { found, best: found.find(({ name }) => plain(name).startsWith(text)) ?? found[0] ?? null }
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLocaleLowerCase('nb')
}
