// `npm run bench`: how long an author waits for the server, beside servers that do nothing. See README.md here.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from '../../build.mjs'
import { Failure, main } from '../../scripts/host/failure.mjs'
import { hostCache } from '../../scripts/host/paths.mjs'
import { temporaryFolder } from '../../scripts/host/temporary-folder.mjs'
import { prepareDocuments } from './documents.mjs'
import { measureAll } from './measure.mjs'
import { readOptions } from './options.mjs'
import { profileAll } from './profile.mjs'
import { legend, machine, remarks, table } from './report.mjs'

const folder = join(hostCache, 'bench')

const echo = { command: process.execPath, args: [fileURLToPath(new URL('./echo.mjs', import.meta.url))] }
const floors = [
  { ...echo, name: 'echo' },
  { ...echo, name: 'outline', args: [...echo.args, '--outline'] },
]

await main(async () => {
  const options = readOptions()
  const progress = (what) => console.error(`… ${what}`)
  const built = await temporaryFolder('bench')
  // A build of its own: what else is built in this checkout meanwhile is not measured, and function names stay for profiles.
  const bundles = await build({ production: !options.profile, into: built }).catch(() => {
    throw new Failure('The server does not build: see above.')
  })
  const server = {
    name: 'Survey Author',
    command: process.execPath,
    args: [join(built, 'server', 'dist', 'node.js'), '--stdio'],
  }
  const documents = await prepareDocuments(options.surveys, folder)
  if (options.profile) return profileAll({ server, documents, folder, options })

  const taken = machine()
  const servers = [server, ...options.servers]
  const results = await measureAll({ servers, floors, documents, folder, options, progress })
  console.log([taken, '', table(results, servers), '', legend, ...remarks(results)].join('\n'))
  if (options.measures.includes('bundles'))
    console.log(`Bundles: ${bundles.map(({ file, bytes }) => `${file} ${Math.ceil(bytes / 1000)} kB`).join(', ')}.`)
  if (options.json)
    await writeFile(options.json, `${JSON.stringify({ machine: taken, options, bundles, results }, undefined, 2)}\n`)
  return results.some(({ server: name, failure }) => name === server.name && failure) ? 1 : 0
})
