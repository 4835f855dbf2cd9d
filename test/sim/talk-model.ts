import type { CallArgs } from '../../server/store/sqlite/calls.ts'
import type { Agreement, TalkComment } from '../../shared/schema/talk.ts'
import { everybody } from './cast.ts'

type Args<K extends 'comment' | 'agree' | 'takeBackComment' | 'settleComment' | 'hideComment'> = CallArgs[K][0]
type Said = Args<'comment'> & {
  /** the comment that the thread begins with; null for that one */
  root: string | null
  state: TalkComment['state']
  takenBack: boolean
  hidden: boolean
}

const dayMs = 24 * 60 * 60 * 1000
const wordOrder = (a: string, b: string) => (a < b ? -1 : 1)

/** What a talk must come to show, thought out from what was applied in its order and from nothing that the server has. */
export class TalkModel {
  readonly comments = new Map<string, Said>()
  readonly #answers = new Map<string, Args<'agree'>>()
  readonly members = new Set(everybody.filter(({ role }) => role === 'editor').map(({ personId }) => personId))
  readonly #fail: (what: string) => void

  constructor(fail: (what: string) => void) {
    this.#fail = fail
  }

  #is(what: string, condition: boolean): void {
    if (!condition) this.#fail(`SQL has taken ${what}`)
  }

  comment(args: Args<'comment'>): void {
    const answered = args.replyTo === null ? undefined : this.comments.get(args.replyTo)
    this.#is('an answer to what is not there', args.replyTo === null || (!!answered && goneOf(answered) === null))
    const root = answered ? (answered.root ?? args.replyTo) : null
    const first = root === null ? undefined : this.comments.get(root)
    const said: Said = { ...args, root, state: 'open', takenBack: false, hidden: false }
    this.comments.set(args.commandId, said)
    if (first?.state === 'open' && first.personId !== args.personId) first.state = 'answered'
  }

  takeBack({ commentId, personId }: Args<'takeBackComment'>): void {
    const said = this.comments.get(commentId)
    this.#is("that somebody takes back another's comment", said?.personId === personId)
    if (said) said.takenBack = true
  }

  settle({ commentId, state }: Args<'settleComment'>): void {
    const said = this.comments.get(commentId)
    this.#is('that a comment is settled which is gone', !!said && goneOf(said) === null)
    if (said) said.state = state
  }

  hide({ commentId, hidden }: Args<'hideComment'>): void {
    const said = this.comments.get(commentId)
    this.#is('that a comment is hidden which was taken back', !!said && !said.takenBack)
    if (said) said.hidden = hidden
  }

  agree(args: Args<'agree'>): void {
    const key = `${args.goalId} ${args.personId}`
    if (args.answer === 'none') this.#answers.delete(key)
    else this.#answers.set(key, args)
  }

  /** What `talk:` must show at the end, in an order of its own. */
  get picture() {
    const members = [...this.members].toSorted().map((id) => [id, { name: nameOf(id), title: null }] as const)
    const all = [...this.comments]
    const answered = new Set(
      all.flatMap(([, said]) => (goneOf(said) === null && said.root !== null ? [said.root] : [])),
    )
    const comments = all
      .filter(([id, said]) => goneOf(said) === null || answered.has(id))
      .map(([id, said]) => [id, shown(said)] as const)
      .toSorted(([a], [b]) => wordOrder(a, b))
    return { members, agreements: this.#agreements, comments }
  }

  get #agreements() {
    const goals = new Map<string, Agreement[]>()
    for (const { goalId, personId, wording, answer } of this.#answers.values()) {
      if (!this.members.has(personId)) continue
      const list = goals.get(goalId) ?? []
      goals.set(goalId, list)
      const known = list.find((agreement) => agreement.wording === wording)
      const agreement = known ?? { wording, agreed: 0, answered: [] }
      if (!known) list.push(agreement)
      if (answer === 'agree') agreement.agreed += 1
      agreement.answered.push(personId)
    }
    return [...goals].toSorted(([a], [b]) => wordOrder(a, b)).map(([id, list]) => [id, inOrder(list)] as const)
  }
}

/** Who answered first is nobody's business. */
export function inOrder(list: readonly Agreement[]): Agreement[] {
  return list
    .map(({ wording, agreed, answered }) => ({ wording, agreed, answered: answered.toSorted() }))
    .toSorted((a, b) => wordOrder(a.wording, b.wording))
}

function goneOf({ takenBack, hidden }: Said): TalkComment['gone'] {
  if (takenBack) return 'takenBack'
  return hidden ? 'hidden' : null
}

function nameOf(personId: string): string {
  return everybody.find((person) => person.personId === personId)?.name ?? ''
}

function shown(said: Said): TalkComment {
  const gone = goneOf(said)
  const person = everybody.find(({ personId }) => personId === said.personId)
  const author = person && { personId: person.personId, name: person.name, role: person.role, title: null }
  return {
    ...{ subject: said.subject, replyTo: said.root, text: gone === null ? said.text : '' },
    author: said.withoutName || gone !== null || !author ? null : author,
    at: said.withoutName ? Math.floor(said.at / dayMs) * dayMs : said.at,
    ...{ state: said.state, gone },
  }
}
