// How much of each reference is found: `node test/bench/extraction.mjs [FOLDER]` prints a Markdown table, one row for each file.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const folder = process.argv[2] ?? fileURLToPath(new URL('../../../shared/corpus/layer2', import.meta.url))
const { openDocument } = await loadCore()

const columns = ['revision', 'style', 'references', 'unwritten', 'title', 'authors', 'URL', 'access date', 'a day']
const rows = []
for (const name of (await readdir(folder)).filter((each) => /\.(?:md|markdown)$/iu.test(each)).sort()) {
  const { references } = openDocument(await readFile(join(folder, name), 'utf8')).survey
  const count = (isFound) => references.filter(isFound).length
  rows.push([
    ...[name.replace(/\.\w+$/u, ''), [...new Set(references.map(({ style }) => style))].join(', '), references.length],
    // `[7] , , Date accessed: 2018-06-??.`: there is nothing to find.
    count(({ title, url }) => !title && !url),
    ...['title', 'authors', 'url', 'accessed', 'accessedOn'].map((key) => count((reference) => reference[key])),
  ])
}
console.log(
  [columns, columns.map((_, i) => (i < 2 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n'),
)

/** The core is TypeScript, and no bundle of the product shows all that it reads. */
async function loadCore() {
  const output = await mkdtemp(join(tmpdir(), 'survey-'))
  try {
    const outfile = join(output, 'core.mjs')
    await build({
      entryPoints: [fileURLToPath(new URL('../../server/src/core/document.ts', import.meta.url))],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      logLevel: 'error',
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    await rm(output, { recursive: true })
  }
}
