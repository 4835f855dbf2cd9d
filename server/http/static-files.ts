import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { Context, Next } from 'hono'
import type { Env } from './env.ts'

type Encoding = 'br' | 'gzip'
type StaticFile = {
  type: string
  tag: string
  plain: Uint8Array<ArrayBuffer>
  encoded: Map<Encoding, Uint8Array<ArrayBuffer>>
}

const encodings: readonly { name: Encoding; ending: string }[] = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
]

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/**
 * The built client, held in memory: it is small, 300 people open it at the same minute, and a new build beside
 * a running server can't mix old pages with new files. A path that names no file is a page of the client.
 */
export class StaticFiles {
  readonly #files: ReadonlyMap<string, StaticFile>

  constructor(files: ReadonlyMap<string, StaticFile>) {
    this.#files = files
  }

  /** Reads a folder with everything under it. A folder that is not there has no files (in development Vite has them). */
  static async read(folder: string): Promise<StaticFiles> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const names = new Set(paths)
    const files = new Map<string, StaticFile>()
    for (const path of paths) {
      const type = types[extname(path)]
      if (type === undefined) continue
      const plain = new Uint8Array(await readFile(path))
      const encoded = new Map<Encoding, Uint8Array<ArrayBuffer>>()
      for (const { name, ending } of encodings) {
        if (names.has(path + ending)) encoded.set(name, new Uint8Array(await readFile(path + ending)))
      }
      const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
      files.set(`/${relative(folder, path).split(sep).join('/')}`, { type, tag, plain, encoded })
    }
    return new StaticFiles(files)
  }

  /** Answers with a file or the client's page; anything else is for the next handler. */
  async answer(context: Context<Env>, next: Next): Promise<Response | void> {
    const path = readPath(context.req.path)
    const isPage = path !== null && !/^\/(api|sync)(\/|$)/.test(path) && !/\.[^/]*$/.test(path)
    const name = path !== null && this.#files.has(path) ? path : isPage ? '/index.html' : null
    const file = name === null ? undefined : this.#files.get(name)
    if (name === null || !file) return next()
    context.header('etag', file.tag)
    context.header('vary', 'accept-encoding')
    // Names under /assets carry a hash of what is in them.
    context.header('cache-control', name.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    if (context.req.header('if-none-match')?.includes(file.tag)) return context.body(null, 304)
    const accepted = context.req.header('accept-encoding') ?? ''
    const encoding = encodings.find((each) => file.encoded.has(each.name) && accepts(accepted, each.name))?.name
    context.header('content-type', file.type)
    if (encoding) context.header('content-encoding', encoding)
    return context.body((encoding && file.encoded.get(encoding)) ?? file.plain)
  }
}

function readPath(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

function accepts(header: string, encoding: Encoding): boolean {
  return header.split(',').some((part) => {
    const [name = '', quality = ''] = part.trim().toLowerCase().split(';')
    return name.trim() === encoding && !/q=0(\.0*)?$/.test(quality.trim())
  })
}
