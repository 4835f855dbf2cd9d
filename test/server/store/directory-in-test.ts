import type { Directory, NewSecret, Person } from '../../../server/store/directory.ts'
import { systemClock } from '../../../server/clock.ts'
import { openInTest } from './open-in-test.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** When everything in these tests happens, unless they say otherwise. */
export const now = 1_000

/** A directory in a new folder, on a clock that stands at `now` and can be set. */
export async function directoryInTest() {
  const time = { now }
  const opened = await openInTest(temporaryFolder(), { clock: { ...systemClock, now: () => time.now } })
  return { ...opened, time }
}

/** A directory with network `n` in it. */
export async function withNetwork() {
  const started = await directoryInTest()
  await addNetwork(started.directory, 'n')
  return started
}

export function addNetwork(directory: Directory, id: string, facilitatorId: string | null = null): Promise<void> {
  return directory.createNetwork({ id, name: `Network ${id}`, facilitatorId, at: now, documents: [] })
}

/** A card or link whose hashes and ciphers follow from its id. */
export function newSecret(id: string, parts: Partial<NewSecret> = {}): NewSecret {
  return {
    id,
    networkId: 'n',
    role: 'editor',
    teamId: null,
    teamIds: [],
    codeHash: bytes(`code ${id}`),
    tokenHash: bytes(`token ${id}`),
    codeCipher: bytes(`code cipher ${id}`),
    tokenCipher: bytes(`token cipher ${id}`),
    createdAt: now,
    expiresAt: now + 1_000,
    oneTime: false,
    ...parts,
  }
}

export function newTeam(id: string) {
  const documents = [{ id: `team:${id}`, epoch: 'e', snapshot: bytes(id) }]
  return {
    id,
    name: `Team ${id}`,
    municipalities: ['Bø', 'Å'],
    secret: newSecret(`card ${id}`, { teamId: id }),
    documents,
  }
}

/** Lets a person in by a secret, with a session `session of <id>`. */
export function joinAs(
  directory: Directory,
  id: string,
  secretId: string,
  parts: Partial<Person> & { teamIds?: string[]; at?: number } = {},
): Promise<void> {
  const { teamIds = [], at = now, ...personParts } = parts
  const person: Person = {
    id,
    networkId: 'n',
    name: `Name of ${id}`,
    title: null,
    role: 'editor',
    language: 'nn',
    mayMakeNetworks: false,
    ...personParts,
  }
  const session = {
    id: `session of ${id}`,
    personId: id,
    networkId: person.networkId,
    createdAt: at,
    expiresAt: at + 500,
  }
  return directory.join({ person, teamIds, secretId, at, session: { ...session, tokenHash: bytes(`cookie ${id}`) } })
}

export function bytes(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}
