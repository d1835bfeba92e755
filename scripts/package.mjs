// Builds for production and packs the .vsix; vsce lists what is in it.
import { cp, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { PackageManager, createVSIX, listFiles } from '@vscode/vsce'
import { build } from '../build.mjs'
import { Failure, main } from './host/failure.mjs'
import { repository } from './host/paths.mjs'
import { temporaryFolder } from './host/temporary-folder.mjs'
import { vsixPath } from './host/vsix.mjs'

// Big folders that never ship: vsce would match each of their files against .vscodeignore, which takes it 12 s.
const unseen = new Set(['node_modules', '.git', '.vscode-test', 'test-results', 'test'])

const neverShipped = /\.(ts|map|tsbuildinfo)$|(^|\/)(node_modules|test|src|scripts)\//

await main(async () => {
  await build({ production: true }).catch(() => {
    throw new Failure('The production build failed: see above.')
  })

  const stage = await temporaryFolder('package')
  await cp(repository, stage, { recursive: true, filter: (path) => !unseen.has(basename(path)) })
  const files = await listFiles({ cwd: stage, packageManager: PackageManager.None })
  const wrong = files.filter((file) => neverShipped.test(file))
  if (wrong.length > 0) throw new Failure(`The package would contain what must not ship: ${wrong.join(', ')}`)
  const missing = await missingEntries(files)
  if (missing.length > 0) throw new Failure(`The package would lack what its manifest names: ${missing.join(', ')}`)

  // The README's pictures are relative to a repository that the manifest does not name yet.
  await createVSIX({
    cwd: stage,
    dependencies: false,
    rewriteRelativeLinks: false,
    packagePath: await vsixPath(),
    allowMissingRepository: true,
  })
})

async function missingEntries(files) {
  const {
    main: node,
    browser,
    icon,
    contributes = {},
  } = JSON.parse(await readFile(join(repository, 'package.json'), 'utf8'))
  const named = [
    node,
    browser,
    icon,
    ...(contributes.snippets ?? []).map(({ path }) => path),
    ...(contributes.jsonValidation ?? []).map(({ url }) => url),
  ]
  return named.filter((path) => path && !files.includes(path.replace(/^\.\//, '')))
}
