import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The licences and notices of packages, given by their folders, as one text. Rejects with the names of those that have no
 * licence file, as nobody may hand them on.
 */
export async function noticesOf(folders) {
  const packages = await Promise.all([...new Set(folders)].map(read))
  const without = packages.filter(({ licences }) => licences.length === 0)
  if (without.length > 0)
    throw new Error(`Bundled, but without a licence file: ${without.map(({ title }) => title).join(', ')}.`)
  // The same version may lie in several folders.
  const distinct = new Map(packages.map((each) => [each.title, each]))
  const sorted = [...distinct.values()].sort((a, b) => (a.title < b.title ? -1 : 1))
  return `${[HEAD, sorted.map(({ title }) => `- ${title}`).join('\n'), ...sorted.map(section)].join('\n\n')}\n`
}

const HEAD = `Third-party notices

This product contains code of the packages below, under the licences that follow.`

const section = ({ title, home, licences, notices }) =>
  [`${'='.repeat(79)}\n${title}${home ? `\n${home}` : ''}\n${'='.repeat(79)}`, ...licences, ...notices].join('\n\n')

/** The folder of the package that a file is of; undefined where it is one of ours. */
export const packageOf = (path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0]

async function read(folder) {
  const { name, version, homepage, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const files = (await readdir(folder)).sort()
  const texts = (pattern) =>
    Promise.all(
      files
        .filter((file) => pattern.test(file))
        .map(async (file) => oneEnd(await readFile(join(folder, file), 'utf8'))),
    )
  const own = await texts(/^(?:un)?licen[cs]e(?:[.-].*)?$|^copying(?:[.-].*)?$/iu)
  return {
    title: `${name} ${version}`,
    home: homepage,
    licences: own.length > 0 ? own : await supplied(name, license),
    notices: await texts(/^(?:third-?party-?)?notices?(?:\..*)?$/iu),
  }
}

/** Packages that name their licence and ship no text of it: the text is that of their repository or, where that has none either, the licence's own. */
const SUPPLIED = [
  { names: /^@unified-latex\//u, licence: 'MIT', file: 'unified-latex.txt' },
  { names: /^unicode2latex$/u, licence: 'ISC', file: 'unicode2latex.txt' },
]

async function supplied(name, licence) {
  const found = SUPPLIED.find((each) => each.names.test(name) && each.licence === licence)
  return found ? [oneEnd(await readFile(fileURLToPath(new URL(`notices/${found.file}`, import.meta.url)), 'utf8'))] : []
}

const oneEnd = (text) =>
  text
    .replace(/^\ufeff/u, '')
    .replaceAll('\r\n', '\n')
    .trim()
