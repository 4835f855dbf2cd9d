import { limits } from '../../../shared/schema/limits.ts'

export type NewTeam = { name: string; municipalities: string[] }

/** Why a line can't become a team. */
export type LineProblem =
  | 'nameMissing'
  | 'nameTooLong'
  | 'municipalityTooLong'
  | 'tooManyMunicipalities'
  | 'known'
  | 'tooMany'

/** How one line was read. `line` counts from 1 in what was pasted, empty lines too. */
export type TeamLine = { line: number; text: string } & (
  | { team: NewTeam; problem: null }
  | { team: null; problem: LineProblem }
)

/** A bullet or a number with a full stop or bracket, as lists from documents and e-mails have. */
const listMark = /^\s*(?:[-–•*·]|\d{1,3}[.)])\s+/u

/** What may stand between the name and the municipalities. A table from a spreadsheet comes with tabs. */
const afterName = /[\t;:]/u
const betweenMunicipalities = /[\t;,]/u

/** What stands over the columns of a table from a spreadsheet, in the languages that tables come in. */
const overName = /^(?:team|teamnavn|teamnamn|lag|navn|namn|name|team name)$/iu
const overNumber = /^(?:nr\.?|nummer|number|no\.?|#|bord|bordnr\.?|table)$/iu
const overMunicipality = /^(?:kommuner?|kommunar|kommune\(r\)|kommune ?\d+|municipalit(?:y|ies))$/iu

/** A first row that names its columns: it is no team. Only in a table, and only when every cell is a heading. */
function isHeading(row: string): boolean {
  const cells = row
    .split('\t')
    .map(tidy)
    .filter((cell) => cell !== '')
  const known = (cell: string) => [overName, overNumber, overMunicipality].some((words) => words.test(cell))
  return row.includes('\t') && cells.length > 1 && cells.some((cell) => overName.test(cell)) && cells.every(known)
}

/** A table whose first column counts its rows: then the team's name is in the second. */
function hasNumbers(rows: readonly string[]): boolean {
  const filled = rows.filter((row) => tidy(row) !== '')
  return filled.length > 0 && filled.every((row) => /^\s*\d{1,4}[.)]?\s*\t\s*[^\t\s]/u.test(row))
}

const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim()

/**
 * Reads a pasted list, a line a team: «Granvik; Granvik kommune, Ytre Granvik». A line with only a name is a team
 * without municipalities (a hospital team). Empty lines are left out. `known` are the names that the network has:
 * pasting the same list twice adds nothing twice.
 */
export function readTeamLines(text: string, known: readonly string[]): TeamLine[] {
  const taken = new Set(known.map(sameName))
  let accepted = 0
  const lines: TeamLine[] = []
  const rows = text.split(/\r\n|\r|\n/u)
  const first = rows.findIndex((row) => tidy(row) !== '')
  const heading = isHeading(rows[first] ?? '')
  const numbered = hasNumbers(heading ? rows.slice(first + 1) : rows)
  for (const [index, raw] of rows.entries()) {
    if (tidy(raw) === '' || (heading && index === first)) continue
    const read = readLine(numbered ? raw.slice(raw.indexOf('\t') + 1) : raw)
    const shown = { line: index + 1, text: tidy(raw) }
    if (read.team === null) lines.push({ ...shown, ...read })
    else if (taken.has(sameName(read.team.name))) lines.push({ ...shown, team: null, problem: 'known' })
    else if (accepted >= limits.teamsPerRequest) lines.push({ ...shown, team: null, problem: 'tooMany' })
    else {
      taken.add(sameName(read.team.name))
      accepted += 1
      lines.push({ ...shown, team: read.team, problem: null })
    }
  }
  return lines
}

/** The municipalities of one field: by comma or semicolon, each once. */
export function readMunicipalities(text: string): string[] {
  const names = text
    .split(betweenMunicipalities)
    .map(tidy)
    .filter((name) => name !== '')
  return names.filter((name, index) => names.findIndex((other) => sameName(other) === sameName(name)) === index)
}

/** What is wrong with a team, or null. */
export function teamProblem(team: NewTeam): LineProblem | null {
  if (team.name === '') return 'nameMissing'
  if (team.name.length > limits.teamName) return 'nameTooLong'
  if (team.municipalities.length > limits.municipalitiesPerTeam) return 'tooManyMunicipalities'
  if (team.municipalities.some((name) => name.length > limits.municipality)) return 'municipalityTooLong'
  return null
}

function readLine(raw: string): { team: NewTeam; problem: null } | { team: null; problem: LineProblem } {
  const line = raw.replace(listMark, '')
  const at = line.search(afterName)
  const name = tidy(at === -1 ? line : line.slice(0, at))
  const team = { name, municipalities: at === -1 ? [] : readMunicipalities(line.slice(at + 1)) }
  const problem = teamProblem(team)
  return problem ? { team: null, problem } : { team, problem: null }
}

function sameName(name: string): string {
  return tidy(name).toLocaleLowerCase('nb')
}
