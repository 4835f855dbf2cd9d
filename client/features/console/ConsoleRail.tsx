import { CardholderIcon } from '@phosphor-icons/react/Cardholder'
import { GaugeIcon } from '@phosphor-icons/react/Gauge'
import { HeartbeatIcon } from '@phosphor-icons/react/Heartbeat'
import { ProjectorScreenIcon } from '@phosphor-icons/react/ProjectorScreen'
import { Link } from 'wouter'
import { useMessages } from '../../hooks/useMessages.ts'
import styles from './rail.module.css'

export type RailPlace = 'console' | 'technical'

/** The facilitators' pages: at the left, or in a row under the bar where there is no room for that. */
export function ConsoleRail({ current }: { current: RailPlace | null }) {
  const { rail, displays } = useMessages('console').console
  const here = (place: RailPlace) => (place === current ? 'page' : undefined)
  return (
    <nav className={styles.rail} aria-label={rail.label}>
      <Link href="/styring" aria-current={here('console')}>
        <GaugeIcon weight={current === 'console' ? 'fill' : 'regular'} aria-hidden />
        {rail.console}
      </Link>
      <Link href="/styring/kort">
        <CardholderIcon aria-hidden />
        {rail.cards}
      </Link>
      <Link href="/styring/teknisk" aria-current={here('technical')}>
        <HeartbeatIcon weight={current === 'technical' ? 'fill' : 'regular'} aria-hidden />
        {rail.technical}
      </Link>
      <a href="/lerret" target="_blank" rel="noreferrer" aria-label={displays.here}>
        <ProjectorScreenIcon aria-hidden />
        {rail.screen}
      </a>
    </nav>
  )
}
