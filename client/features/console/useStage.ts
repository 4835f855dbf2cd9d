import { useMemo } from 'react'
import { chooseStage, turnStagePage } from '../../../shared/ops/gathering.ts'
import { openGatheringDocument, type StageChoice } from '../../../shared/schema/gathering.ts'
import { stageChoice, stagePage } from '../../../shared/select/gathering.ts'
import type { OpenDocument } from '../../hooks/useDocument.ts'
import { useSelect } from '../../hooks/useSelect.ts'

export type StageHandle = {
  choice: StageChoice
  page: number
  /** false until the gathering's document is here: nothing can be chosen before */
  ready: boolean
  show: (teamId: string) => void
  clear: () => void
  turn: (page: number) => void
}

const nothing: StageChoice = { kind: 'nothing' }

/** What is on the stage, and the ways to change it. */
export function useStage(open: OpenDocument | null): StageHandle {
  const choice = useSelect(open, (doc) => stageChoice(openGatheringDocument(doc)))
  const page = useSelect(open, (doc) => stagePage(openGatheringDocument(doc)))
  const change = useMemo(() => {
    const gathering = open && openGatheringDocument(open.doc)
    return {
      show: (teamId: string) => gathering && chooseStage(gathering, { kind: 'goals', teamId }),
      clear: () => gathering && chooseStage(gathering, nothing),
      turn: (to: number) => gathering && turnStagePage(gathering, to),
    }
  }, [open])
  return { choice: choice ?? nothing, page: page ?? 0, ready: open !== null && open.loaded, ...change }
}

/** The team after the one on the stage, by number and round again; the first if none is there. */
export function teamAfter<T extends { id: string }>(teams: readonly T[], choice: StageChoice): T | null {
  const at = choice.kind === 'goals' ? teams.findIndex((team) => team.id === choice.teamId) : -1
  return teams[(at + 1) % teams.length] ?? null
}
