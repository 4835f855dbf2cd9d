import type { Messages } from '../../../shared/locale/nb.ts'
import { limits } from '../../../shared/schema/limits.ts'
import type { LineProblem } from './readTeamLines.ts'

/** Why a team can't be as it is written. */
export function problemInWords(problem: LineProblem, words: Messages['console']['add']['problem']): string {
  switch (problem) {
    case 'nameMissing':
      return words.nameMissing
    case 'nameTooLong':
      return words.nameTooLong(limits.teamName)
    case 'municipalityTooLong':
      return words.municipalityTooLong(limits.municipality)
    case 'tooManyMunicipalities':
      return words.tooManyMunicipalities(limits.municipalitiesPerTeam)
    case 'known':
      return words.known
    case 'tooMany':
      return words.tooMany(limits.teamsPerRequest)
  }
}
