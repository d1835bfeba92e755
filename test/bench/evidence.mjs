// How well claims without a citation are found: `node test/bench/evidence.mjs [--list]`, against labels that somebody made by reading.
//
// The texts are beside the repository and no part of it, so `evidence/labels.json` has of each sentence its line, how it begins and what it
// is: `unsupported`, `cited`, or `none` where it claims nothing. Whatever is found in a section that has labels, and has no label, is wrong.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const repository = fileURLToPath(new URL('../../', import.meta.url))
const shared = join(repository, '..', 'shared')
const labels = JSON.parse(readFileSync(new URL('evidence/labels.json', import.meta.url), 'utf8'))

const { claimsIn, openDocument } = await core()
const all = { right: 0, wrong: [], missed: [], labels: 0 }
for (const [path, rows] of Object.entries(labels)) {
  if (!existsSync(join(shared, path))) {
    console.log(`Skipped: there is nothing at ${join(shared, path)}.`)
    continue
  }
  const counts = compare(path, rows)
  console.log(`${path}: ${scores(counts)}`)
  all.right += counts.right
  all.labels += counts.labels
  all.wrong.push(...counts.wrong)
  all.missed.push(...counts.missed)
}
console.log(`All: ${scores(all)}`)
if (process.argv.includes('--list')) {
  for (const place of all.wrong) console.log(`  not one: ${place}`)
  for (const place of all.missed) console.log(`  missed: ${place}`)
}

function compare(path, rows) {
  const text = readFileSync(join(shared, path), 'utf8')
  const document = openDocument(text, { listedAs: path })
  const wanted = rows.map((row) => {
    const [, line, is, begins] = /^(\d+) (\w+) (.+)$/u.exec(row)
    return { line: Number(line), is, begins }
  })
  const found = claimsIn(document.markdown, document.buffer, document.survey).map(({ span, section, support }) => {
    const lineOf = (offset) => document.buffer.positionAt(offset).line + 1
    const begins = text.slice(span.from, span.to).replace(/^[*_ ]+/u, '')
    return {
      line: lineOf(span.from),
      first: lineOf(section.label.span.from),
      last: lineOf(section.body.to - 1),
      begins,
      support,
    }
  })
  const isSame = (label, claim) =>
    label.line === claim.line && claim.begins.startsWith(label.begins.replace(/^[*_ ]+/u, ''))
  const inLabelled = ({ first, last }) => wanted.some(({ line }) => first <= line && line <= last)
  const told = found.filter((claim) => claim.support === 'none' && inLabelled(claim))
  const unsupported = wanted.filter(({ is }) => is === 'unsupported')
  const at = ({ line, begins }) => `${path}:${line} ${begins.slice(0, 20)}`
  return {
    labels: wanted.length,
    right: told.filter((claim) => unsupported.some((label) => isSame(label, claim))).length,
    wrong: told.filter((claim) => !unsupported.some((label) => isSame(label, claim))).map(at),
    missed: unsupported.filter((label) => !told.some((claim) => isSame(label, claim))).map(at),
  }
}

function scores({ right, wrong, missed, labels: count }) {
  const share = (part) => (right + part === 0 ? '–' : `${((100 * right) / (right + part)).toFixed(1)} %`)
  return `precision ${share(wrong.length)}, recall ${share(missed.length)} (${count} labelled sentences, ${right + missed.length} of them without a citation)`
}

async function core() {
  const { outputFiles } = await build({
    absWorkingDir: repository,
    entryPoints: ['server/src/core/index.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    write: false,
    logLevel: 'warning',
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}
