import type { Ground } from '../ground.ts'

const odd = [
  '',
  '..',
  '__proto__',
  'constructor',
  '%00',
  'a'.repeat(5_000),
  '%F0%9F%98%80',
  '%2e%2e%2fdata',
  "'--",
  'æ',
]
const kinds = ['team', 'talk', 'stage', 'gathering', 'overview', 'TEAM', '', 'x', 'team:team', '..']
/** At once. */
const callers = 40

/** Asks for so many documents that there are not; resolves to how each was answered, and how often. */
export async function askForRooms(ground: Ground, token: string, count: number): Promise<Map<string, number>> {
  const answers = new Map<string, number>()
  let asked = 0
  const call = async (): Promise<void> => {
    while (asked < count) {
      const at = asked
      asked += 1
      const name = at < 100 ? odd[at % odd.length] : `rom-${at}`
      const attacker = ground.attacker(encodeURI(`${kinds[Math.floor(at / 10) % kinds.length]}:${name}`), token)
      await attacker.opened
      await attacker.until(() => false)
      const answer = attacker.closed ?? ''
      answers.set(answer, 1 + (answers.get(answer) ?? 0))
      attacker.leave()
    }
  }
  await Promise.all(Array.from({ length: callers }, call))
  return answers
}
