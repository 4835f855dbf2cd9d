import { DatabaseSync } from 'node:sqlite'
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'

/**
 * As it comes: saves two seconds after the last change, ten at the most. What its own SQLite extension does, by Node's
 * SQLite: the module that extension compiles ends this Node at its first collection of garbage.
 */
const db = new DatabaseSync(`${process.env.DATA}/hocuspocus.sqlite`)
db.exec('CREATE TABLE IF NOT EXISTS documents (name TEXT NOT NULL UNIQUE, data BLOB NOT NULL)')
const find = db.prepare('SELECT data FROM documents WHERE name = ?')
const save = db.prepare(
  'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
)
const extensions = [
  new Database({
    fetch: ({ documentName }) => Promise.resolve(find.get(documentName)?.data ?? null),
    store: ({ documentName, state }) => Promise.resolve(void save.run(documentName, state)),
  }),
]
await new Server({ port: Number(process.env.PORT), address: '127.0.0.1', quiet: true, extensions }).listen()
