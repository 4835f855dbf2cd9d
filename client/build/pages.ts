import type { Bundle, Layer } from './sharedFiles.ts'

/** A page, the most that its first load may weigh, and the modules that it needs (paths as in the repository). */
export type Page = { name: string; maxKb: number; modules: string[] }

const features = 'client/features'
const app = ['client/main.tsx', 'client/app/App.tsx', 'shared/locale/plural.ts']
const person = [...app, 'client/app/PersonArea.tsx']
const team = [...person, 'client/app/TeamPages.tsx']
const follow = [...person, `${features}/follow/FollowArea.tsx`]
const voices = [...follow, 'client/app/shell/OwnPane.tsx', 'client/ui/talk/CommentsSection.tsx']

/** What people load first, on the hall's WiFi or on a phone at home. */
export const pages: Page[] = [
  { name: 'join', maxKb: 130, modules: [...app, `${features}/join/JoinPage.tsx`] },
  { name: 'privacy', maxKb: 130, modules: [...app, `${features}/join/PrivacyPage.tsx`] },
  { name: 'help', maxKb: 130, modules: [...app, `${features}/help/HelpPage.tsx`] },
  { name: 'follow', maxKb: 130, modules: follow },
  // With what comes to the phone after the stage's words: the ways to write, one's own name and language.
  {
    name: 'voices',
    maxKb: 180,
    modules: [...voices, `${features}/follow/TalkMarks.tsx`, `${features}/follow/WriteScreen.tsx`],
  },
  { name: 'team as text', maxKb: 180, modules: [...voices, `${features}/follow/TeamTextPage.tsx`] },
  { name: 'teams', maxKb: 220, modules: [...person, `${features}/team-home/TeamsPage.tsx`] },
  { name: 'home', maxKb: 220, modules: [...team, `${features}/team-home/TeamHomePage.tsx`] },
  { name: 'goals', maxKb: 220, modules: [...team, `${features}/goal-board/GoalBoardPage.tsx`] },
  { name: 'improvement', maxKb: 220, modules: [...team, `${features}/improvement/ImprovementPage.tsx`] },
  { name: 'map', maxKb: 220, modules: [...team, `${features}/actor-map/ActorMapPage.tsx`] },
  {
    name: 'console',
    maxKb: 220,
    modules: [...person, 'client/app/ConsoleArea.tsx'],
  },
  {
    name: 'projector',
    maxKb: 220,
    modules: [...app, 'client/app/DisplayArea.tsx', `${features}/projector/ProjectorPage.tsx`],
  },
]

const all = pages.map(({ name }) => name)
const beforeTheDoor = ['join', 'privacy', 'help']
const boards = ['goals', 'improvement', 'map']

/** What pages share, from what all need to what few need. A phone that follows has the least: it is only in three. */
export const layers: Layer[] = [
  { name: 'app', pages: all, styles: true },
  { name: 'live', pages: all.filter((name) => !beforeTheDoor.includes(name)), styles: true },
  { name: 'frame', pages: all.filter((name) => name !== 'follow'), styles: true },
  { name: 'tools', pages: all.filter((name) => !['follow', ...beforeTheDoor].includes(name)) },
  { name: 'team', pages: ['home', ...boards] },
  { name: 'editing', pages: ['console', ...boards] },
  { name: 'cards', pages: ['goals', 'improvement'] },
  { name: 'maps', pages: ['map', 'projector'] },
  { name: 'follow', pages: ['follow', 'voices', 'team as text'], styles: true },
  { name: 'comments', pages: ['voices', 'team as text'], styles: true },
]

/** Sections of the catalogue that are shown together. */
export const bundles: Bundle[] = [
  { name: 'base', sections: ['common'] },
  { name: 'reading', sections: ['talk', 'reading'] },
  { name: 'team', sections: ['team', 'join', 'editing', 'errors'] },
]
