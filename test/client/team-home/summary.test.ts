import { describe, expect, test } from 'vitest'
import { mapSummary, phaseSummary } from '../../../client/features/team-home/summary.ts'
import { nb } from '../../../shared/locale/nb.ts'
import { addActor } from '../../../shared/ops/actors.ts'
import { addMap } from '../../../shared/ops/maps.ts'
import { setStep } from '../../../shared/ops/phases.ts'
import { boardWith, time } from '../goal-board/board-fixture.ts'

describe('the boards in small [IM30]', () => {
  test('the improvement work shown is the first where something has begun, the team’s own before the goals’', () => {
    const board = boardWith({ chosen: ['a', 'b'] })
    expect(phaseSummary(board)).toMatchObject({ boardId: 'team', title: null })
    setStep(board, { boardId: 'b', stepId: 'do.try', state: 'started' })
    expect(phaseSummary(board)).toMatchObject({ boardId: 'b', title: 'Mål b' })
    setStep(board, { boardId: 'team', stepId: 'plan.goals', state: 'started' })
    const { boardId, states } = phaseSummary(board)
    expect([boardId, states.map(({ state }) => state)]).toEqual(['team', ['none', 'started', 'none', 'none', 'none']])
  })

  test('the map shown is the first with somebody on it', () => {
    const board = boardWith({})
    expect(mapSummary(board)).toEqual({ dots: [], joined: 0 })
    addMap(board, { id: 'kari', coverName: 'Kari', time })
    addMap(board, { id: 'ola', coverName: 'Ola', time })
    addActor(board, { id: 'x', mapId: 'ola', name: 'Fastlege', sector: 'municipality', importance: 3, time })
    expect(mapSummary(board).dots).toMatchObject([{ importance: 3, joined: false }])
  })

  test('says which phases are under way, several at once', () => {
    expect(nb.team.phasesNow(['Utføre', 'Evaluere'], ['Forberede'])).toBe('Utføre og Evaluere er i gang')
    expect(nb.team.phasesNow([], ['Forberede'])).toBe('Forberede er gjort')
    expect(nb.team.actors(17, 8)).toBe('17 aktører, 8 er med i arbeidet')
  })
})
