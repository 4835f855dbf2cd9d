import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

/** As it comes: saves two seconds after the last change, ten at the most. */
const extensions = [new SQLite({ database: `${process.env.DATA}/hocuspocus.sqlite` })]
await new Server({ port: Number(process.env.PORT), address: '127.0.0.1', quiet: true, extensions }).listen()
