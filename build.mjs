// Bundles what runs. `node build.mjs [--production] [--watch]`, or `build` from another script.
import { copyFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { context, build as bundle } from 'esbuild'
import { noticesOf, packageOf } from './scripts/notices.mjs'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Everything that is built: an entry, its bundle, and what its host brings along. */
const bundles = [
  { entry: 'client/src/node.ts', file: 'dist/client/node.js', external: ['vscode'] },
  // The page of the matrix, which a browser runs.
  { entry: 'client/webview/matrix.ts', file: 'dist/client/matrix.js', platform: 'browser' },
  { entry: 'client/webview/matrix.css', file: 'dist/client/matrix.css', platform: 'browser' },
  // What only some surveys need is loaded when one does: see `server/src/bibtex.ts`.
  { entry: 'server/src/node.ts', file: 'server/dist/node.js', external: ['./bibtex.js'] },
  { entry: 'server/src/bibtex.ts', file: 'server/dist/bibtex.js' },
  { entry: 'server/src/cli.ts', file: 'server/dist/cli.js' },
]

/**
 * Builds every bundle, below the repository or another folder, and the notices that the server's package needs. Answers the
 * bundles with their sizes and the folders of the packages in them. Rejects when one fails, having said why.
 */
export async function build({ production = false, into = root } = {}) {
  if (production) await Promise.all(bundles.map(({ file }) => rm(join(into, `${file}.map`), { force: true })))
  const built = await Promise.all(bundles.map((each) => bundleOne(each, production, into)))
  try {
    const inServer = built.filter(({ file }) => file.startsWith('server/'))
    // Of all, so that no package without a licence gets into any.
    await noticesOf(built.flatMap(({ packages }) => packages))
    await writeFile(join(into, 'server', NOTICES), await noticesOf(inServer.flatMap(({ packages }) => packages)))
    await copyFile(join(root, 'LICENSE'), join(into, 'server', 'LICENSE'))
  } catch (error) {
    console.error(error.message)
    throw error
  }
  return built
}

export const NOTICES = 'THIRD-PARTY-NOTICES'

async function bundleOne(each, production, into) {
  const { metafile } = await bundle({ ...options(each, production, into), metafile: true })
  const [{ bytes, inputs }] = Object.entries(metafile.outputs).flatMap(([path, output]) =>
    path.endsWith('.map') ? [] : [output],
  )
  const packages = Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => {
    const folder = bytesInOutput > 0 ? packageOf(path) : undefined
    return folder === undefined ? [] : [join(root, folder)]
  })
  return { file: each.file, bytes, packages: [...new Set(packages)] }
}

const options = ({ entry, file, external = [], platform = 'node' }, production, into = root) => ({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile: join(into, file),
  external,
  bundle: true,
  platform,
  // Of packages that ship both: a bundler can follow only what is written as modules.
  mainFields: ['module', 'main'],
  format: platform === 'node' ? 'cjs' : 'iife',
  target: platform === 'node' ? 'node20' : 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: 'warning',
})

async function watch() {
  for (const each of bundles) {
    const watched = await context({ ...options(each, false), logLevel: 'info' })
    await watched.watch()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flags = process.argv.slice(2)
  const unknown = flags.find((flag) => flag !== '--production' && flag !== '--watch')
  if (unknown) {
    console.error(`${basename(import.meta.url)}: there is no option ${unknown}, only --production and --watch`)
    process.exitCode = 2
  } else if (flags.includes('--watch')) {
    await watch()
  } else {
    try {
      const sizes = await build({ production: flags.includes('--production') })
      for (const { file, bytes } of sizes)
        console.log(`${file.padEnd(24)}${String(Math.ceil(bytes / 1000)).padStart(6)} kB`)
    } catch {
      process.exitCode = 1
    }
  }
}
