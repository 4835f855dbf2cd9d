import type { CSSProperties } from 'react'
import type { SessionView } from '../../../shared/api.ts'
import type { StageShow } from '../../../shared/schema/stage.ts'
import type { StageView } from '../../../shared/select/stage.ts'
import { useMessages } from '../../hooks/useMessages.ts'
import { TeamMark } from '../../ui/TeamMark.tsx'
import { pageAt, type Page } from './paginate.ts'
import { SmarteLegend } from './SmarteLegend.tsx'
import { StageFooter } from './StageFooter.tsx'
import { StageGoalCard } from './StageGoalCard.tsx'
import { usePages } from './usePages.ts'
import styles from './projector.module.css'

type Show = Extract<StageShow, { kind: 'goals' }>

/**
 * A team's goal board for the hall: the page that the facilitators turned to, of as many as this screen needs. All
 * goals are also drawn once where nobody sees them, to be measured: only the browser knows how high text becomes.
 */
export function GoalStage({
  show,
  sections,
  session,
  offlineSince,
}: {
  show: Show
  sections: StageView['sections']
  session: SessionView
  offlineSince: number | null
}) {
  const messages = useMessages('projector').projector
  const { measuring, pages, zoom } = usePages(sections)
  const at = pageAt(show.page, pages.length)
  return (
    <div className={`projector ${styles.screen}`}>
      <header className={styles.header}>
        <TeamMark number={show.teamNumber} decorative />
        <h1>{show.teamName}</h1>
        <p>{session.gathering?.name}</p>
      </header>
      <main className={styles.main}>
        {sections.length === 0 ? (
          <p className={styles.empty}>{messages.noGoals}</p>
        ) : (
          <Board page={pages[at]} sections={sections} zoom={zoom} />
        )}
        <div className={styles.measuring} ref={measuring} aria-hidden inert>
          <Board page={wholeBoard(sections)} sections={sections} zoom={zoom} />
        </div>
      </main>
      <StageFooter
        legend={sections.length > 0 ? <SmarteLegend /> : null}
        page={at}
        pages={pages.length}
        offlineSince={offlineSince}
      />
    </div>
  )
}

/** Every goal with every action, on one page: what is measured. */
function wholeBoard(sections: StageView['sections']): Page {
  const whole = (section: StageView['sections'][number]) => ({
    state: section.state,
    parts: section.goals.map((goal) => ({ id: goal.id, from: 0, to: goal.actions.length })),
  })
  return { sections: sections.map(whole), shrink: 1 }
}

function Board({ page, sections, zoom }: { page: Page | undefined; sections: StageView['sections']; zoom: number }) {
  const messages = useMessages('projector').projector
  const goals = new Map(sections.flatMap((section) => section.goals.map((goal) => [goal.id, goal] as const)))
  if (!page) return null
  return (
    <div className={styles.board} style={{ '--zoom': zoom * page.shrink } as CSSProperties}>
      {page.sections.map((section) => (
        <section key={section.state} data-section={section.state} className={styles.section}>
          <h2 data-heading>{messages.states[section.state]}</h2>
          <ul className={section.state === 'chosen' ? styles.chosen : styles.others}>
            {section.parts.map((part) => {
              const goal = goals.get(part.id)
              return goal && <StageGoalCard key={part.id} goal={goal} from={part.from} to={part.to} />
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
