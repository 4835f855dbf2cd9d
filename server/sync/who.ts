import type { Role } from '../../shared/roles.ts'

/** The person behind a session, as signed in. `name` may be corrected while the session is open. */
export type Who = {
  sessionId: string
  personId: string
  name: string
  role: Role
  teamIds: string[]
  networkId: string | null
}
