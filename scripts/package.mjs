// Builds for production and packs the .vsix; vsce lists what is in it.
import { cp, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { PackageManager, createVSIX, listFiles } from '@vscode/vsce'
import { build, NOTICES } from '../build.mjs'
import { Failure, main } from './host/failure.mjs'
import { repository } from './host/paths.mjs'
import { temporaryFolder } from './host/temporary-folder.mjs'
import { vsixPath } from './host/vsix.mjs'
import { noticesOf } from './notices.mjs'

// Big folders that never ship: vsce would match each of their files against .vscodeignore, which takes it 12 s.
const unseen = new Set(['node_modules', '.git', '.vscode-test', 'test-results', 'test'])

const neverShipped = /\.(ts|map|tsbuildinfo)$|(^|\/)(node_modules|test|src|scripts)\//

await main(async () => {
  const built = await build({ production: true }).catch(() => {
    throw new Failure('The production build failed: see above.')
  })

  const stage = await temporaryFolder('package')
  await cp(repository, stage, { recursive: true, filter: (path) => !unseen.has(basename(path)) })
  const list = () => listFiles({ cwd: stage, packageManager: PackageManager.None })
  const shipped = await list()
  const bundles = built.filter(({ file }) => shipped.includes(file))
  await writeFile(join(stage, NOTICES), await noticesOf(bundles.flatMap(({ packages }) => packages)))
  const files = await list()
  const wrong = files.filter((file) => neverShipped.test(file))
  if (wrong.length > 0) throw new Failure(`The package would contain what must not ship: ${wrong.join(', ')}`)
  const missing = [...(await missingEntries(files)), ...[NOTICES].filter((file) => !files.includes(file))]
  if (missing.length > 0) throw new Failure(`The package would lack what it needs: ${missing.join(', ')}`)

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
