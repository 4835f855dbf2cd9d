import { useLayoutEffect, useRef, useState, type CSSProperties } from 'react'
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { CircleIcon } from '@phosphor-icons/react/Circle'
import { CircleHalfIcon } from '@phosphor-icons/react/CircleHalf'
import type { StepState } from '../../../shared/schema/phase.ts'
import { stepStates } from '../../../shared/schema/phase.ts'
import type { StageShow } from '../../../shared/schema/stage.ts'
import type { StageView } from '../../../shared/select/stage.ts'
import { browserClock } from '../../clock.ts'
import { useLocale, useMessages } from '../../hooks/useMessages.ts'
import { dayInWords } from './measureInWords.ts'
import { pageAt } from './paginate.ts'
import { paginateCards, shrinkFor, type CardPage } from './paginateCards.ts'
import { StageFooter } from './StageFooter.tsx'
import { StageHeader } from './StageHeader.tsx'
import { useLayoutKey } from './useScreen.ts'
import styles from './projector.module.css'
import board from './boards.module.css'

type Show = Extract<StageShow, { kind: 'phases' }>
type Phases = StageView['phases']

const icons: Record<StepState, typeof CircleIcon> = { none: CircleIcon, started: CircleHalfIcon, done: CheckCircleIcon }
/** A board with little on it is written larger, as long as it stays on one page. */
const zooms = [1.1, 1]

/** The five phases for the hall: every step always, and the cards that this screen has room for, page by page. */
export function PhaseStage({
  show,
  phases,
  offlineSince,
}: {
  show: Show
  phases: Phases
  offlineSince: number | null
}) {
  const { reading, projector: words } = useMessages('reading', 'projector')
  const m = reading.phases
  const { measuring, pages, zoom } = useCardPages(phases)
  const at = pageAt(show.page, pages.length)
  const what = show.title === null ? m.teamBoard : show.title.trim() || words.untitled
  return (
    <div className={`projector ${styles.screen}`}>
      <StageHeader show={show} what={what} />
      <main className={board.phaseMain}>
        <Columns phases={phases} page={pages[at] ?? null} zoom={zoom} />
        <div className={board.measuring} ref={measuring} aria-hidden inert>
          <Columns phases={phases} page={null} zoom={zoom} />
        </div>
      </main>
      <StageFooter
        legend={
          <p className={styles.legend}>
            {stepStates.map((state) => (
              <span key={state}>
                <StepIcon state={state} /> {m.state[state]}
              </span>
            ))}
          </p>
        }
        page={at}
        pages={pages.length}
        offlineSince={offlineSince}
      />
    </div>
  )
}

function StepIcon({ state }: { state: StepState }) {
  const Icon = icons[state]
  return <Icon weight={state === 'none' ? 'bold' : 'fill'} className={board.step} data-state={state} aria-hidden />
}

/** The phases side by side, or under each other where the screen stands. `page` null: every card. */
function Columns({ phases, page, zoom }: { phases: Phases; page: CardPage | null; zoom: number }) {
  const { language, messages } = useLocale('reading', 'projector')
  const { reading, projector: words } = messages
  const m = reading.phases
  const today = new Date(browserClock.now()).toLocaleDateString('sv')
  return (
    <ol className={board.phases} style={{ '--zoom': zoom } as CSSProperties}>
      {phases.map(({ phase, steps, cards }, index) => {
        const range = page?.[index] ?? { from: 0, to: cards.length }
        return (
          <li key={phase} data-phase={phase} className={board.phase}>
            <div>
              <h2>
                <b>{index + 1}</b> {m.phase[phase]}
              </h2>
              <ul className={board.steps}>
                {steps.map((step) => (
                  <li key={step.id} data-state={step.state}>
                    <StepIcon state={step.state} />
                    <span>
                      {m.step[step.id]} <span className={board.spoken}>({m.stateInside[step.state]})</span>
                    </span>
                  </li>
                ))}
              </ul>
            </div>
            <ul className={board.cards} data-cards>
              {cards.slice(range.from, range.to).map((card) => (
                <li key={card.id} data-card>
                  {card.text.trim() || m.untitled}
                  {(card.owner !== null || card.due !== null) && (
                    <small>
                      {card.owner !== null && <b>{card.owner}</b>}
                      {card.due !== null && <span>{words.due(dayInWords(card.due, language, today))}</span>}
                    </small>
                  )}
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}

/** The pages that these cards need on this screen, measured again when cards, screen or fonts change. */
function useCardPages(phases: Phases) {
  const measuring = useRef<HTMLDivElement>(null)
  const [laid, setLaid] = useState<{ pages: CardPage[]; zoom: number }>({ pages: [], zoom: 1 })
  const layoutKey = useLayoutKey()
  useLayoutEffect(() => {
    const drawn = measuring.current?.firstElementChild
    if (!(drawn instanceof HTMLElement)) return
    const before = drawn.style.getPropertyValue('--zoom')
    const measureAt = (zoom: number) => {
      drawn.style.setProperty('--zoom', `${zoom}`)
      return [...drawn.querySelectorAll<HTMLElement>('[data-cards]')].map((list) => ({
        cards: [...list.querySelectorAll('[data-card]')].map((card) => card.getBoundingClientRect().height),
        gap: Number.parseFloat(getComputedStyle(list).rowGap) || 0,
        room: roomOf(list),
      }))
    }
    let next = { pages: [] as CardPage[], zoom: 1 }
    for (const zoom of zooms) {
      const measured = measureAt(zoom)
      next = { pages: paginateCards(measured), zoom }
      if (next.pages.length === 1 && shrinkFor(measured) === 1) break
    }
    // Down, in steps, until the highest card and all steps have room: never cut, rather smaller.
    for (
      let zoom = 0.94;
      zoom > 0.4 && (shrinkFor(measureAt(next.zoom)) < 1 || drawn.scrollHeight > drawn.clientHeight + 1);
      zoom -= 0.1
    ) {
      next = { pages: paginateCards(measureAt(zoom)), zoom }
    }
    drawn.style.setProperty('--zoom', before)
    setLaid((was) => (JSON.stringify(was) === JSON.stringify(next) ? was : next))
  }, [phases, layoutKey])
  return { measuring, ...laid }
}

/** How far down a list of cards may reach: to the end of its phase. */
function roomOf(list: HTMLElement): number {
  const phase = list.closest('[data-phase]')
  if (!phase) return 0
  const padding = Number.parseFloat(getComputedStyle(phase).paddingBottom) || 0
  return phase.getBoundingClientRect().bottom - padding - list.getBoundingClientRect().top
}
