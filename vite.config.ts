import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { budget } from './client/build/budget.ts'
import { iconWeights } from './client/build/iconWeights.ts'
import { leanModules } from './client/build/leanModules.ts'
import { bundles, layers, pages } from './client/build/pages.ts'
import { precompress } from './client/build/precompress.ts'
import { sharedFiles } from './client/build/sharedFiles.ts'

/** Where `npm run dev` passes what the client asks of the server. */
const server = process.env['SAMTAVLE_DEV_TARGET'] ?? 'http://127.0.0.1:4321'

// Exact, because the client's own modules have such addresses too: /api.ts, /sync/documents.ts.
const proxied = {
  '^/(api/|healthz$|metrics$)': { target: server },
  '^/sync/[a-z]+:': { target: server, ws: true },
}

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
    rolldownOptions: { output: { codeSplitting: sharedFiles({ root: import.meta.dirname, pages, layers, bundles }) } },
  },
  server: { fs: { allow: ['..'] }, proxy: proxied },
  plugins: [react(), iconWeights(), leanModules(), budget(pages), precompress()],
})
