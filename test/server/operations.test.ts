import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { parsePatch, applyPatch } from 'diff'
import { describe, expect, test } from 'vitest'
import { operations } from '../../server/src/core'
import { survey } from '../support/cli'
import { folderWith } from '../support/folder'

const TEA = `# Brews

## Initiatives

### #1 Tea

#### Strengths

Warm [2], cheap [1].

## References

[1] One, https://a.org/1, Date accessed: 2018-06-07.

[2] Two, https://a.org/2, Date accessed: 2018-06-07.
`
const RENUMBERED = TEA.replace('[2], cheap [1]', '[1], cheap [2]')
  .replace('[1] One, https://a.org/1', '[1] Two, https://a.org/2')
  .replace(/\[2\] Two, https:\/\/a.org\/2/u, '[2] One, https://a.org/1')
const AMBIGUOUS = `${TEA}\n[1] Another, https://b.org, Date accessed: 2018-06-07.\n`
const NO_SURVEY = '# Shopping\n\nTea [2], [1].\n'

const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), 'utf8')

test.each([[[]], [['--dry-run']]])(
  'renumber %j prints old and new numbers and a diff, and changes nothing',
  async (flags) => {
    const cwd = folderWith({ 'tea.md': TEA })
    const { code, stdout, stderr } = await survey(['renumber', ...flags, 'tea.md'], { cwd })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const [head = '', rows] = stdout.split('\n--- ')
    expect(head).toBe('tea.md: 2 changes\n  [1] → [2]  One\n  [2] → [1]  Two\n')
    expect(rows).toContain('tea.md\n+++ tea.md\n@@ -6,10 +6,10 @@\n')
    const [patch] = parsePatch(stdout)
    expect(patch && applyPatch(TEA, patch)).toBe(RENUMBERED)
    expect(read(cwd, 'tea.md')).toBe(TEA)
  },
)

describe('--write', () => {
  test('replaces the file, and a second time there is nothing to do', async () => {
    const cwd = folderWith({ 'tea.md': TEA })
    expect(await survey(['renumber', '--write', 'tea.md'], { cwd })).toEqual({
      code: 0,
      stdout: 'tea.md: 2 changes\n',
      stderr: '',
    })
    expect(read(cwd, 'tea.md')).toBe(RENUMBERED)
    expect(await survey(['renumber', '--write', 'tea.md'], { cwd })).toEqual({
      code: 0,
      stdout: 'tea.md: nothing to change\n',
      stderr: '',
    })
    expect(readdirSync(cwd)).toEqual(['tea.md'])
  })

  test('keeps line breaks, the byte order mark and a missing last line break', async () => {
    const asOnWindows = (text: string): string => `\ufeff${text.trimEnd().replaceAll('\n', '\r\n')}`
    const cwd = folderWith({ 'tea.md': asOnWindows(TEA) })
    await survey(['renumber', '--write', 'tea.md'], { cwd })
    expect(read(cwd, 'tea.md')).toBe(asOnWindows(RENUMBERED))
  })

  test.skipIf(process.platform === 'win32')('keeps the mode, and follows a link', async () => {
    const cwd = folderWith({ 'tea.md': TEA })
    chmodSync(join(cwd, 'tea.md'), 0o640)
    symlinkSync('tea.md', join(cwd, 'link.md'))
    expect((await survey(['renumber', '--write', 'link.md'], { cwd })).code).toBe(0)
    expect(lstatSync(join(cwd, 'link.md')).isSymbolicLink()).toBe(true)
    expect(statSync(join(cwd, 'tea.md')).mode & 0o777).toBe(0o640)
    expect(read(cwd, 'tea.md')).toBe(RENUMBERED)
  })

  test.skipIf(process.platform === 'win32')('says which file may not be written, and goes on', async () => {
    const cwd = folderWith({ 'locked.md': TEA, 'tea.md': TEA })
    chmodSync(cwd, 0o777)
    chmodSync(join(cwd, 'locked.md'), 0o444)
    chmodSync(join(cwd, 'tea.md'), 0o666)
    const asRoot = process.getuid?.() === 0
    expect(
      await survey(['renumber', '--write', 'locked.md', 'tea.md'], { cwd, ...(asRoot && { uid: 65_534 }) }),
    ).toEqual({ code: 2, stdout: 'tea.md: 2 changes\n', stderr: 'survey: locked.md: permission denied\n' })
    expect(read(cwd, 'locked.md')).toBe(TEA)
    expect(readdirSync(cwd).sort()).toEqual(['locked.md', 'tea.md'])
  })

  test('of standard input prints the changed text', async () => {
    expect(await survey(['renumber', '--write', '-'], { stdin: `\ufeff${TEA}` })).toEqual({
      code: 0,
      stdout: `\ufeff${RENUMBERED}`,
      stderr: '',
    })
  })
})

test('what is no survey is left alone, and said so', async () => {
  const cwd = folderWith({ 'list.md': NO_SURVEY })
  expect(await survey(['renumber', '--write', 'list.md'], { cwd })).toEqual({
    code: 0,
    stdout: '',
    stderr: 'survey: list.md: is left alone, as it is not a survey\n',
  })
  expect(read(cwd, 'list.md')).toBe(NO_SURVEY)
  expect(await survey(['renumber', '--write', '-'], { stdin: NO_SURVEY })).toMatchObject({ code: 0, stdout: NO_SURVEY })
})

test('a refusal says why and where, leaves the file alone, and the others are changed', async () => {
  const cwd = folderWith({ 'twice.md': AMBIGUOUS, 'tea.md': TEA })
  const { code, stdout, stderr } = await survey(['renumber', '--write', 'twice.md', 'tea.md'], { cwd })
  expect({ code, stdout }).toEqual({ code: 1, stdout: 'tea.md: 2 changes\n' })
  expect(stderr).toMatch(
    /^survey: twice\.md:17:1: \[1\] is cited, but stands for two sources: “One” and “Another”\. .*\n$/u,
  )
  expect(read(cwd, 'twice.md')).toBe(AMBIGUOUS)
})

test('a refusal lists every place', async () => {
  const cwd = folderWith({ 'tea.md': TEA.replace('cheap [1]', 'cheap [1], old [1]') })
  const { code, stderr } = await survey(['remove-reference', '--number', '1', 'tea.md'], { cwd })
  expect({ code, lines: stderr.trim().split('\n') }).toEqual({
    code: 1,
    lines: [
      'survey: tea.md:9:17: [1] is cited 2 times. Remove those citations first, or choose --citations remove.',
      'survey: tea.md:9:26: here, too',
    ],
  })
})

test('what is lost, and what stays, is told before anything happens', async () => {
  const text = TEA.replace('cheap [1]', 'cheap [1, 9]').replace('https://a.org/2', 'http://www.a.org/1/')
  const { stderr } = await survey(['merge-references', '-'], { stdin: text })
  expect(stderr).toBe(
    'survey: -: [2] is removed; [1] stays. Lost: title “Two”.\nsurvey: -: “[1, 9]” stays as it is, as the list does not have all of its numbers.\n',
  )
})

test('of two with one address, the author says which stays', async () => {
  const cwd = folderWith({ 'tea.md': TEA.replace('https://a.org/2', 'http://www.a.org/1/') })
  const { code, stdout, stderr } = await survey(['merge-references', '--keep', '2', '--write', 'tea.md'], { cwd })
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: 'tea.md: 2 changes\n',
    stderr: 'survey: tea.md: [1] is removed; [2] stays and becomes [1]. Lost: title “One”.\n',
  })
  expect(read(cwd, 'tea.md')).toContain('[1].\n\n## References\n\n[1] Two, http://www.a.org/1/')
  expect((await survey(['merge-references', '--keep', 'both', 'tea.md'], { cwd })).stderr).toBe(
    "survey: --keep must be a number from 1 on, or several with commas between, not 'both' (see survey merge-references --help)\n",
  )
})

test.each([
  [
    ['renumber', '--by', 'size', 'a.md'],
    "survey: --by must be one of citation, list, gaps, not 'size' (see survey renumber --help)\n",
  ],
  [['renumber', '--write=yes', 'a.md'], 'survey: --write has no value (see survey renumber --help)\n'],
  [['renumber', '--write', '--dry-run', 'a.md'], 'survey: --dry-run and --write are opposites; give one of them\n'],
  [
    ['swap-references', '--first', '1', 'a.md'],
    'survey: --second is needed: The other number, or a free one (see survey swap-references --help)\n',
  ],
  [
    ['swap-references', '--first', 'one', '--second', '2', 'a.md'],
    "survey: --first must be a number from 1 on, not 'one' (see survey swap-references --help)\n",
  ],
  [
    ['insert-reference', '--number', '1', '--accessed', '2020-13-01', 'a.md'],
    "survey: --accessed must be a day of the calendar as YYYY-MM-DD, not '2020-13-01' (see survey insert-reference --help)\n",
  ],
])('a wrong command line %j', async (args, stderr) => {
  expect(await survey(args)).toEqual({ code: 2, stdout: '', stderr })
})

test.each([
  [['merge-references', '--drop', '1'], 'Name both: the reference that stays (--keep) and the one that goes (--drop).'],
  [['merge-references', '--keep', '1', '--drop', '1'], '[1] cannot be merged with itself.'],
  [
    ['convert', '--to', 'seed', '--start', '5', '--end', '3'],
    'There is no text from 5 to 3: --start must not lie behind --end.',
  ],
  [['convert', '--to', 'seed', '--end', '99999'], `There is no text from 0 to 99999: the file ends at ${TEA.length}.`],
])('options that make no sense together are a wrong command line, too: %j', async (args, problem) => {
  const cwd = folderWith({ 'tea.md': TEA })
  const [id = ''] = args
  expect(await survey([...args, '--write', 'tea.md'], { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr: `survey: ${problem} (see survey ${id} --help)\n`,
  })
  expect(read(cwd, 'tea.md')).toBe(TEA)
})

test('survey convert --help calls the whole ways of writing what VS Code calls them', async () => {
  const { stdout } = await survey(['convert', '--help'])
  expect(stdout).toMatch(/^--to seed {7}Plain: /mu)
  expect(stdout).toMatch(/^--to published {2}IEEE with links: /mu)
})

test.each(operations.map(({ id, options }) => [id, options] as const))(
  'survey %s --help tells of every option and value',
  async (id, options) => {
    const { code, stdout } = await survey([id, '--help'])
    expect(code).toBe(0)
    for (const { name, values = [] } of options) {
      expect(stdout).toContain(`  --${name} `)
      for (const { value, summary } of values)
        expect(stdout).toMatch(
          new RegExp(String.raw`^--${name} ${escaped(value)} +(?:[\w ]+: )?${escaped(summary)}$`, 'mu'),
        )
    }
  },
)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
