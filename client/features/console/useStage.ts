import { useMemo } from 'react'
import { chooseStage, setBoardsRest, turnStagePage } from '../../../shared/ops/gathering.ts'
import { openGatheringDocument, type StageChoice } from '../../../shared/schema/gathering.ts'
import { boardsRest, stageChoice, stagePage } from '../../../shared/select/gathering.ts'
import type { OpenDocument } from '../../hooks/useDocument.ts'
import { useSelect } from '../../hooks/useSelect.ts'

export type StageHandle = {
  choice: StageChoice
  page: number
  /** «Tavlene hviler» */
  rest: boolean
  /** false until the gathering's document is here: nothing can be chosen before */
  ready: boolean
  choose: (choice: StageChoice) => void
  clear: () => void
  turn: (page: number) => void
  setRest: (rest: boolean) => void
}

const nothing: StageChoice = { kind: 'nothing' }

/** What is on the stage, and the ways to change it. */
export function useStage(open: OpenDocument | null): StageHandle {
  const choice = useSelect(open, (doc) => stageChoice(openGatheringDocument(doc)))
  const page = useSelect(open, (doc) => stagePage(openGatheringDocument(doc)))
  const rest = useSelect(open, (doc) => boardsRest(openGatheringDocument(doc)))
  const change = useMemo(() => {
    const gathering = open && openGatheringDocument(open.doc)
    return {
      choose: (wanted: StageChoice) => gathering && chooseStage(gathering, wanted),
      clear: () => gathering && chooseStage(gathering, nothing),
      turn: (to: number) => gathering && turnStagePage(gathering, to),
      setRest: (on: boolean) => gathering && setBoardsRest(gathering, on),
    }
  }, [open])
  return {
    choice: choice ?? nothing,
    page: page ?? 0,
    rest: rest ?? false,
    ready: open !== null && open.loaded,
    ...change,
  }
}

/** The team whose board is on the stage, or null. */
export function shownTeamId(choice: StageChoice): string | null {
  return choice.kind === 'nothing' ? null : choice.teamId
}

/** The team after the one on the stage, by number and round again; the first if none is there. */
export function teamAfter<T extends { id: string }>(teams: readonly T[], choice: StageChoice): T | null {
  const at = teams.findIndex((team) => team.id === shownTeamId(choice))
  return teams[(at + 1) % teams.length] ?? null
}
