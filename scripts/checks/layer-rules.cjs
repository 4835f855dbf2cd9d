'use strict'

const { builtinModules } = require('node:module')

/**
 * @typedef {object} LayerRule
 * @property {(importer: string, imported: string) => boolean} broken both are paths relative to the
 *   project's folder, or, for `imported`, the name of a package
 * @property {string} why one sentence for whoever broke it
 */

const browserPackages = ['react', 'react-dom', '@dnd-kit', '@phosphor-icons', 'wouter', 'y-indexeddb']
const serverPackages = ['ws', 'hono', '@hono', 'pino', 'prom-client', 'rate-limiter-flexible']

/**
 * @param {string} imported
 * @param {readonly string[]} names packages or scopes
 */
function isOneOf(imported, names) {
  return names.some((name) => imported === name || imported.startsWith(`${name}/`))
}

/** @param {string} imported */
function isNodeModule(imported) {
  return imported.startsWith('node:') || isOneOf(imported, builtinModules)
}

/** @param {string} file */
function featureOf(file) {
  return /^client\/features\/([^/]+)/.exec(file)?.[1]
}

/** @type {LayerRule[]} */
const layerRules = [
  {
    broken: (from, to) => from.startsWith('client/') && to.startsWith('server/'),
    why: 'client/ never imports server/: what both need belongs in shared/.',
  },
  {
    broken: (from, to) => from.startsWith('server/') && to.startsWith('client/'),
    why: 'server/ never imports client/: what both need belongs in shared/.',
  },
  {
    broken: (from, to) => from.startsWith('shared/') && /^(client|server)\//.test(to),
    why: 'shared/ is the ground floor and imports neither client/ nor server/.',
  },
  {
    broken: (from, to) => /^(client|server|shared)\//.test(from) && /^(test|scripts)\//.test(to),
    why: 'the product imports neither its tests nor its scripts.',
  },
  {
    broken: (from, to) =>
      from.startsWith('shared/') && (isNodeModule(to) || isOneOf(to, [...browserPackages, ...serverPackages])),
    why: 'shared/ runs everywhere: no React, no ws, no node: module. Clock, ids and storage arrive as arguments.',
  },
  {
    // client/build holds plug-ins of the build, which runs in Node.
    broken: (from, to) =>
      /^client\/(?!build\/)/.test(from) &&
      (isNodeModule(to) || isOneOf(to, serverPackages) || to.startsWith('client/build/')),
    why: 'client/ runs in a browser: no node: module and no server package.',
  },
  {
    broken: (from, to) => from.startsWith('server/') && isOneOf(to, browserPackages),
    why: 'server/ draws no page: no React and no browser package.',
  },
  {
    broken: (from, to) =>
      /^(client|server|shared)\//.test(from) &&
      to.startsWith('server/store/sqlite') &&
      from !== 'server/main.ts' &&
      !/^server\/(store\/sqlite|backup\/)/.test(from),
    why: 'only server/main.ts, and what copies and checks the file (server/backup/), names SQLite; everything else knows the Store interface (server/store/store.ts).',
  },
  {
    broken: (from, to) => {
      const [importer, imported] = [featureOf(from), featureOf(to)]
      return importer !== undefined && imported !== undefined && importer !== imported
    },
    why: 'features never import each other: share through client/ui, client/hooks or shared/select.',
  },
  {
    broken: (from, to) => ['projector', 'follow'].includes(featureOf(from) ?? '') && to.startsWith('shared/ops/'),
    why: 'what only shows (projector, follow) never writes: read through shared/select.',
  },
  {
    broken: (from, to) => /^(client|server|shared)\//.test(from) && /(^|\/)(\.{1,2}|index(\.[cm]?[jt]sx?)?)$/.test(to),
    why: 'no internal barrels: import the file that holds the thing.',
  },
]

exports.layerRules = layerRules
