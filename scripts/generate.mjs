// Writes what follows from the tables: `node scripts/generate.mjs`, or with --check only says what is out of date.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { manifest } from './generate/manifest.mjs'
import { readme } from './generate/readme.mjs'
import { rulesPage } from './generate/rules-page.mjs'
import { snippets } from './generate/snippets.mjs'
import { loadTables } from './generate/tables.mjs'
import { Failure, main } from './host/failure.mjs'
import { repository } from './host/paths.mjs'

/** The generated files, in an order in which each finds what it reads. `content` takes the tables and the file's present text. */
const outputs = [
  { path: 'package.json', content: manifest },
  { path: 'docs/RULES.md', content: rulesPage },
  { path: 'snippets/survey.json', content: snippets },
  { path: 'README.md', content: readme },
]

await main(async () => {
  const tables = await loadTables()
  const stale = []
  for (const { path, content } of outputs) {
    const present = await readFile(join(repository, path), 'utf8').catch(() => undefined)
    const wanted = content(tables, present)
    if (wanted === undefined) console.log(`${path} is not there, so it is left out.`)
    else if (wanted !== present) stale.push({ path, wanted })
  }
  if (process.argv.includes('--check')) {
    if (stale.length > 0)
      throw new Failure(`Out of date: ${stale.map(({ path }) => path).join(', ')}. Run "npm run generate".`)
    return
  }
  for (const { path, wanted } of stale) {
    await mkdir(dirname(join(repository, path)), { recursive: true })
    await writeFile(join(repository, path), wanted)
    console.log(`${path} written.`)
  }
})
