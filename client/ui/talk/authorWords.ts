import type { Messages } from '../../../shared/locale/nb.ts'
import type { Comment } from '../../../shared/select/talk.ts'

/** Who wrote, as it is shown: everyone's name and place in the same words and the same size. */
export function authorWords({ author }: Pick<Comment, 'author'>, m: Messages['talk']): { name: string; part: string } {
  if (!author) return { name: m.nameless, part: '' }
  const byRole = author.role === 'facilitator' ? m.facilitator : author.role === 'commenter' ? m.follower : m.member
  return { name: author.name.trim() || m.nameless, part: author.title?.trim() || byRole }
}
