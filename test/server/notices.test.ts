import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { noticesOf } from '../../scripts/notices.mjs'
import { folderWith } from '../support/folder'

const root = resolve(__dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** The folders of the packages in a bundle, by the comments that esbuild writes above each file that it takes in. */
const bundled = (bundle: string): readonly string[] => [
  ...new Set(
    [...read(bundle).matchAll(/^\s*\/\/ ((?:\S*\/)?node_modules\/(?:@[^/\s]+\/)?[^/\s]+)\/\S+$/gmu)].map(
      ([, folder = '']) => folder,
    ),
  ),
]

const titleOf = (folder: string): string => {
  const { name, version } = JSON.parse(read(`${folder}/package.json`)) as { name: string; version: string }
  return `${name} ${version}`
}

describe('the notices of the server’s package', () => {
  const notices = read('server/THIRD-PARTY-NOTICES')

  test.each(['node', 'bibtex', 'cli'])('name every package that is in %s.js, with its version', (name) => {
    const titles = bundled(`server/dist/${name}.js`).map(titleOf)
    expect(titles.length).toBeGreaterThan(4)
    expect(titles.filter((title) => !notices.includes(`\n${title}\n`))).toEqual([])
  })

  test('have the text of each one’s licence', () => {
    const sections = notices.split(/^={79}\n(?=\S+ \d)/mu).slice(1)
    expect(sections.length).toBeGreaterThan(15)
    for (const section of sections) {
      const [title] = section.split('\n')
      expect(section, title).toMatch(/permission is hereby granted|permission to use, copy|redistribution and use/iu)
      expect(section, title).toMatch(/copyright/iu)
      expect(section, title).toMatch(/as is/iu)
    }
  })

  test('go along when it is packed', () => {
    const [{ files }] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], {
        cwd: join(root, 'server'),
        encoding: 'utf8',
        shell: process.platform === 'win32',
      }),
    ) as [{ files: { path: string }[] }]
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['THIRD-PARTY-NOTICES', 'LICENSE', 'dist/cli.js', 'dist/node.js', 'dist/bibtex.js']),
    )
  })
})

describe('the texts of packages', () => {
  const manifest = (name: string, version = '1.0.0', license = 'MIT'): string =>
    JSON.stringify({ name, version, license })

  test('one without a licence is named, and nothing comes out', async () => {
    const cwd = folderWith({
      'good/package.json': manifest('good'),
      'good/LICENSE': 'Copyright Good',
      'bad/package.json': manifest('@some/bad', '2.0.1'),
      'bad/README.md': 'MIT',
      'worse/package.json': manifest('unicode2latex', '3.0.0', 'GPL-3.0'),
    })
    await expect(noticesOf([join(cwd, 'good')])).resolves.toContain('Copyright Good')
    await expect(noticesOf(['good', 'bad', 'worse'].map((name) => join(cwd, name)))).rejects.toThrow(
      'Bundled, but without a licence file: @some/bad 2.0.1, unicode2latex 3.0.0.',
    )
  })

  test('every spelling counts, notices come along, and one package is told once, each version by itself', async () => {
    const cwd = folderWith({
      'a/package.json': manifest('a'),
      'a/License.txt': '\ufeffCopyright A\r\nAll of it\r\n',
      'a/thirdpartynotices.txt': 'With parts of Z',
      'x/a/package.json': manifest('a'),
      'x/a/License.txt': 'Copyright A\nAll of it\n',
      'x/a/thirdpartynotices.txt': 'With parts of Z',
      'y/a/package.json': manifest('a', '1.1.0'),
      'y/a/LICENCE.md': 'Copyright A, 1.1',
      'c/package.json': manifest('c'),
      'c/COPYING': 'Copyright C',
    })
    const text = await noticesOf(['c', 'a', 'x/a', 'y/a'].map((name) => join(cwd, name)))
    expect(text.match(/^- .*$/gmu)).toEqual(['- a 1.0.0', '- a 1.1.0', '- c 1.0.0'])
    expect(text.match(/^Copyright.*$/gmu)).toEqual(['Copyright A', 'Copyright A, 1.1', 'Copyright C'])
    expect(text).toContain('Copyright A\nAll of it\n\nWith parts of Z\n')
  })
})
