import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { survey } from '../support/cli'

/** Where Markdown lies about that nobody wrote as a survey. */
const FOLDERS = [
  resolve(__dirname, '../../node_modules'),
  '/usr/share/doc',
  '/usr/lib/node_modules',
  '/usr/local/lib/node_modules',
].filter((folder) => existsSync(folder))

/** A command line holds only so many names. */
const BATCH = 1000

interface Checked {
  readonly files: readonly { readonly path: string; readonly survey: boolean; readonly findings: readonly unknown[] }[]
}

test(
  'no Markdown file that came with something else is taken for a survey, and none has a finding',
  { timeout: 120_000 },
  async () => {
    const paths = FOLDERS.flatMap(markdownIn)
    const files: Checked['files'][number][] = []
    for (let i = 0; i < paths.length; i += BATCH) {
      const { stdout } = await survey(['check', '--format', 'json', ...paths.slice(i, i + BATCH)])
      files.push(...(JSON.parse(stdout) as Checked).files)
    }
    console.info(
      `${files.length} Markdown files of other people, in ${FOLDERS.join(', ')}: ${files.filter((file) => file.survey).length} taken for surveys.`,
    )
    expect(files.filter((file) => file.survey || file.findings.length > 0).map(({ path }) => path)).toEqual([])
    // Some are in no encoding that the command reads.
    expect(files.length).toBeGreaterThan(paths.length * 0.95)
    expect(files.length).toBeGreaterThan(100)
  },
)

const markdownIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/iu.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
