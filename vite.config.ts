import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { budget } from './client/build/budget.ts'
import { iconWeights } from './client/build/iconWeights.ts'
import { precompress } from './client/build/precompress.ts'

/** Where `npm run dev` passes what the client asks of the server. */
const server = process.env['SAMTAVLE_DEV_TARGET'] ?? 'http://127.0.0.1:4321'

// Exact, because the client's own modules have such addresses too: /api.ts, /sync/documents.ts.
const proxied = {
  '^/(api/|healthz$|metrics$)': { target: server },
  '^/sync/[a-z]+:': { target: server, ws: true },
}

const app = ['client/main.tsx', 'client/app/App.tsx', 'shared/locale/nb.ts']

export default defineConfig({
  root: 'client',
  // Own fonts and icons are files: the content security policy allows no data: addresses for them.
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    reportCompressedSize: false,
  },
  server: { fs: { allow: ['..'] }, proxy: proxied },
  plugins: [
    react(),
    iconWeights(),
    budget([
      { name: 'join page', maxKb: 130, modules: [...app, 'client/features/join/JoinPage.tsx'] },
      {
        name: 'phone that follows',
        maxKb: 156,
        modules: [...app, 'client/app/PersonArea.tsx', 'client/features/follow/FollowArea.tsx'],
      },
      {
        name: 'goal board',
        maxKb: 220,
        modules: [
          ...app,
          'client/app/PersonArea.tsx',
          'client/app/TeamPages.tsx',
          'client/features/goal-board/GoalBoardPage.tsx',
        ],
      },
      {
        name: 'improvement',
        maxKb: 220,
        modules: [...app, 'client/app/PersonArea.tsx', 'client/features/improvement/ImprovementPage.tsx'],
      },
      {
        name: 'actor map',
        maxKb: 220,
        modules: [...app, 'client/app/PersonArea.tsx', 'client/features/actor-map/ActorMapPage.tsx'],
      },
      {
        name: 'projector',
        maxKb: 220,
        modules: [...app, 'client/app/DisplayArea.tsx', 'client/features/projector/ProjectorPage.tsx'],
      },
    ]),
    precompress(),
  ],
})
