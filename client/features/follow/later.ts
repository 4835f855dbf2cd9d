import { lazyPage } from '../../app/lazyPage.ts'

/*
 * What a phone needs a moment after it shows the stage. It is fetched as soon as the words are on the screen, not
 * when it is asked for: somebody who writes may be without net by then.
 */

export const LaterWriteScreen = lazyPage(
  async () => (await import('./WriteScreen.tsx')).WriteScreen,
  ['talk', 'reading'],
)
export const LaterOwnPane = lazyPage(
  async () => (await import('../../app/shell/OwnPane.tsx')).OwnPane,
  ['team', 'talk', 'join', 'errors'],
)
export const LaterTalkMarks = lazyPage(async () => (await import('./TalkMarks.tsx')).TalkMarks, ['talk'])
