import type { Messages } from '../../shared/locale/nb.ts'
import type { PersonReference } from '../../shared/schema/measure.ts'
import type { Member } from '../../shared/schema/talk.ts'

/** A person's name for reading; somebody who has left the team has none any more. */
export function personName(
  person: PersonReference | null,
  members: ReadonlyMap<string, Member>,
  m: Messages['editing'],
): string | null {
  if (!person) return null
  return 'name' in person ? person.name : (members.get(person.personId)?.name ?? m.person.left)
}
