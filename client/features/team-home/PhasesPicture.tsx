import type { StepState } from '../../../shared/schema/phase.ts'

/** The five phases as dots on a line: filled when done, sand while under way, several at once if so it is. */
export function PhasesPicture({ states }: { states: readonly StepState[] }) {
  const x = (at: number) => 24 + at * 58
  return (
    <svg viewBox="0 0 280 160">
      <path d="M24 80H256" stroke="var(--line)" strokeWidth="6" strokeLinecap="round" />
      {states.map((state, at) => {
        const next = states[at + 1]
        return state === 'done' && next !== undefined && next !== 'none' ? (
          <path key={at} d={`M${x(at)} 80H${x(at + 1)}`} stroke="var(--fjord)" strokeWidth="6" />
        ) : null
      })}
      {states.map((state, at) => (
        <g key={at}>
          <circle
            cx={x(at)}
            cy={80}
            r={state === 'started' ? 15 : 11}
            strokeWidth={3}
            stroke={state === 'none' ? 'var(--edge)' : 'var(--fjord)'}
            fill={state === 'done' ? 'var(--fjord)' : state === 'started' ? 'var(--sand)' : 'var(--white)'}
          />
          {state === 'done' && (
            <path d={`M${x(at) - 5} 80l4 4 7-8`} fill="none" stroke="var(--white)" strokeWidth="2.5" />
          )}
        </g>
      ))}
    </svg>
  )
}
