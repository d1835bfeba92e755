import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { repository } from '../host/paths.mjs'

/** The tables of the TypeScript sources and the manifest as they are now, whatever was built before. */
export async function loadTables() {
  const {
    outputFiles: [{ contents }],
  } = await build({
    absWorkingDir: repository,
    entryPoints: ['scripts/generate/tables.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    write: false,
    logLevel: 'warning',
  })
  const tables = await import(`data:text/javascript;base64,${Buffer.from(contents).toString('base64')}`)
  const { contributes } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'))
  return { ...tables, contributes }
}
