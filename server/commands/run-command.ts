import type { Command } from '../../shared/commands.ts'
import { AppError } from '../../shared/errors.ts'
import type { Caller } from '../access/caller.ts'
import type { Parts } from '../access/parts.ts'
import { agreeToGoal } from './agree-to-goal.ts'
import { comment } from './comment.ts'
import { hideComment } from './hide-comment.ts'
import { settleComment } from './settle-comment.ts'
import { takeBackComment } from './take-back-comment.ts'

/** Runs one command for somebody who is signed in. Rejects with what the person is told. */
export async function runCommand(parts: Parts, caller: Caller, command: Command): Promise<void> {
  if (!parts.commandRate.spend(caller.sessionId)) throw new AppError('tooManyTries')
  switch (command.type) {
    case 'agreeToGoal':
      return agreeToGoal(parts, caller, command)
    case 'comment':
      return comment(parts, caller, command)
    case 'takeBackComment':
      return takeBackComment(parts, caller, command)
    case 'settleComment':
      return settleComment(parts, caller, command)
    case 'hideComment':
      return hideComment(parts, caller, command)
  }
}
