import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin, ResolvedConfig } from 'vite'

const compressible = /\.(?:js|css|html|svg|json)$/

/** Writes `.gz` and `.br` beside each text file of the build, so that the server compresses nothing while it serves. */
export function precompress(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'samtavle:precompress',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved
    },
    async closeBundle() {
      const folder = resolve(config.root, config.build.outDir)
      const names = await readdir(folder, { recursive: true })
      for (const name of names.filter((name) => compressible.test(name))) {
        const path = join(folder, name)
        const bytes = await readFile(path)
        await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }))
        const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
        await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }))
      }
    },
  }
}
