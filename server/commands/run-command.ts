import type { Command } from '../../shared/commands.ts'
import { AppError } from '../../shared/errors.ts'
import type { Caller } from '../access/caller.ts'
import type { Parts } from '../access/parts.ts'
import { agreeToGoal } from './agree-to-goal.ts'

/** Runs one command for somebody who is signed in. Rejects with what the person is told. */
export async function runCommand(parts: Parts, caller: Caller, command: Command): Promise<void> {
  if (!parts.commandRate.spend(caller.sessionId)) throw new AppError('tooManyTries')
  switch (command.type) {
    case 'agreeToGoal':
      return agreeToGoal(parts, caller, command)
  }
}
