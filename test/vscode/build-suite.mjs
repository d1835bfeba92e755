import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { repository } from '../../scripts/host/paths.mjs'

const source = join(repository, 'test', 'vscode', 'suite')
const target = join(repository, 'dist', 'test', 'vscode')

/** Compiles the suite for VS Code's extension host; returns the file to give to VS Code. */
export async function buildSuite() {
  const files = (await readdir(source)).filter((name) => name === 'index.ts' || name.endsWith('.test.ts'))
  await rm(target, { recursive: true, force: true })
  await build({
    entryPoints: files.map((name) => join(source, name)),
    outdir: target,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'linked',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  })
  return join(target, 'index.js')
}
