import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { survey, type RunOptions } from '../support/cli'
import { revisions as readRevisions } from '../support/corpus'
import { folderWith } from '../support/folder'
import { hasGit, repository } from '../support/repository'
import { breaches } from '../support/schema'

interface Told {
  readonly path: string
  readonly shallow: boolean
  readonly revisions: readonly {
    readonly commit: string
    readonly date: string
    readonly path: string
    readonly before: readonly string[]
    readonly survey: boolean
    readonly placeholders: number
    readonly sections: number
    readonly written: number
    readonly missing: number
    readonly words: number
    readonly citations: number
    readonly deleted: readonly {
      readonly initiative: string | null
      readonly kind: string | null
      readonly title: string
    }[]
  }[]
}

/** The history of a file, after the whole of it was compared with its schema. */
async function history(cwd: string, file: string, options: RunOptions = {}): Promise<Told> {
  const { stdout, stderr, code } = await survey(['history', '--format', 'json', '--', file], { cwd, ...options })
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  const told = JSON.parse(stdout) as Told
  expect(breaches('history', told)).toBe('')
  return told
}

const SECTIONS = ['What is it?', 'Who does it?', 'Strengths', 'Weaknesses', 'Opportunities', 'Threats']

/** An initiative with what is written in each section: `???` for what is not given. */
const initiative = (name: string, written: Readonly<Record<string, string>> = {}, sections = SECTIONS): string =>
  [`### ${name}`, ...sections.flatMap((title) => [`#### ${title}`, written[title] ?? '???'])].join('\n\n')

const surveyOf = (...initiatives: readonly string[]): string =>
  ['# Brews', '## Current initiatives', ...initiatives, '## References', '[1] Tea, https://example.org/tea.', ''].join(
    '\n\n',
  )

/** Long enough that git and we tell it from other texts. */
const ESSAY = Array.from(
  { length: 30 },
  (_, i) => `Line ${i} says that leaf number ${i * 7} is steeped for ${i + 2} minutes [1].`,
)
const TEA = { Strengths: ESSAY.slice(0, 15).join('\n'), Threats: ESSAY.slice(15).join('\n') }
const WITHOUT_THREATS = SECTIONS.slice(0, -1)

describe.skipIf(!hasGit())('survey history', () => {
  test('a section that vanishes is a deletion, and no progress', async () => {
    const { folder, commit } = repository()
    const first = commit({ 'survey.md': surveyOf(initiative('#1 Tea'), initiative('#2 Coffee')) })
    const second = commit({ 'survey.md': surveyOf(initiative('#1 Tea', TEA), initiative('#2 Coffee')) })
    const third = commit({
      'survey.md': surveyOf(initiative('#1 Tea', TEA, WITHOUT_THREATS), initiative('#2 Coffee', {}, WITHOUT_THREATS)),
    })
    const { revisions, shallow, path } = await history(folder, 'survey.md')
    expect({ path, shallow }).toEqual({ path: 'survey.md', shallow: false })
    expect(revisions.map(({ commit: name, date, before }) => ({ name, date, before }))).toEqual([
      { name: first, date: '2020-01-02T12:00:00+00:00', before: [] },
      { name: second, date: '2020-01-03T12:00:00+00:00', before: [first] },
      { name: third, date: '2020-01-04T12:00:00+00:00', before: [second] },
    ])
    expect(
      revisions.map(({ placeholders, sections, written, missing, citations }) => [
        placeholders,
        sections,
        written,
        missing,
        citations,
      ]),
    ).toEqual([
      [12, 12, 0, 0, 0],
      [10, 12, 2, 0, 30],
      [9, 10, 1, 2, 15],
    ])
    expect(revisions.map(({ deleted }) => deleted)).toEqual([
      [],
      [],
      [
        { initiative: 'Tea', kind: 'threats', title: 'Threats' },
        { initiative: 'Coffee', kind: 'threats', title: 'Threats' },
      ],
    ])
  })

  test('as text it is a table with what was deleted, and a sentence that says how much was found', async () => {
    const { folder, commit } = repository()
    const names = [
      commit({ 'old.md': surveyOf(initiative('Tea', TEA), initiative('Coffee')) }),
      commit({ 'old.md': null, 'new.md': surveyOf(initiative('Tea', TEA, WITHOUT_THREATS)) }),
    ].map((name) => name.slice(0, 8))
    const { stdout, stderr, code } = await survey(['history', 'new.md'], { cwd: folder })
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
    expect(stdout).toBe(
      [
        'Date        Commit    Written  Placeholders  Words  Citations  Path    Deleted',
        `2020-01-02  ${names[0]}     2/12            10    386         30  old.md`,
        `2020-01-03  ${names[1]}      1/6             4    194         15  new.md  Threats of Tea, Coffee (6 sections)`,
        '',
        'new.md: 2 revisions on 2 paths, 2020-01-02 to 2020-01-03: 1 of 6 sections written and 7 deleted on the way.',
        '',
      ].join('\n'),
    )
  })

  test('a file is followed through a rename, a copy of a file that stayed, and a folder', async () => {
    const { folder, commit } = repository()
    commit({ 'a.md': surveyOf(initiative('Tea', TEA)), 'unlike.md': 'Nothing of this is about it.\n' })
    commit({ 'a.md': null, 'b.md': surveyOf(initiative('Tea', TEA)) })
    commit({ 'docs/c.md': surveyOf(initiative('Tea', TEA)) })
    commit({ 'b.md': surveyOf(initiative('Tea', TEA), initiative('Not in the copy')) })
    commit({ 'b.md': null, 'docs/c.md': surveyOf(initiative('Tea', TEA), initiative('Coffee')) })
    const { revisions } = await history(folder, 'docs/c.md')
    expect(revisions.map(({ path, sections }) => `${path} ${sections}`)).toEqual([
      'a.md 6',
      'b.md 6',
      'docs/c.md 6',
      'docs/c.md 12',
    ])
    expect((await history(join(folder, 'docs'), 'c.md')).revisions).toEqual(revisions)
  })

  test('a file that was deleted and came back under another name, or was empty first, has its history', async () => {
    const { folder, commit } = repository()
    commit({ 'a.md': surveyOf(initiative('Tea', TEA)) })
    commit({ 'a.md': null })
    commit({ 'readme.txt': 'In between.\n' })
    commit({ 'b.md': surveyOf(initiative('Tea', { ...TEA, Weaknesses: 'Bitter.' })) })
    commit({ 'c.md': '' })
    commit({ 'b.md': null, 'c.md': surveyOf(initiative('Tea', { ...TEA, Weaknesses: 'Bitter.' })) })
    const { revisions } = await history(folder, 'c.md')
    expect(revisions.map(({ path, written }) => `${path} ${written}`)).toEqual(['a.md 2', 'b.md 3', 'c.md 3'])
  })

  test('branches: every commit in them counts, renamed in one or not, and each is compared with what it was made from', async () => {
    const { folder, commit, git } = repository()
    const base = surveyOf(initiative('Tea', TEA), initiative('Coffee'))
    commit({ 'old.md': base })
    git('checkout', '--quiet', '-b', 'side')
    commit({ 'old.md': null, 'new.md': base })
    git('checkout', '--quiet', 'main')
    const written = commit({ 'old.md': surveyOf(initiative('Tea', TEA), initiative('Coffee'), initiative('Cocoa')) })
    git('merge', '--quiet', '--no-edit', 'side')
    commit({ 'new.md': surveyOf(initiative('Tea', TEA), initiative('Coffee')) })
    const { revisions } = await history(folder, 'new.md')
    expect(
      revisions.map(({ path, sections, before, deleted }) => [path, sections, before.length, deleted.length]),
    ).toEqual([
      ['old.md', 12, 0, 0],
      ['new.md', 12, 1, 0],
      ['old.md', 18, 1, 0],
      ['new.md', 18, 2, 0],
      ['new.md', 12, 1, 6],
    ])
    expect(revisions.some(({ commit: name }) => name === written)).toBe(true)
  })

  test('another file that had its path before, or has its old path now, is not taken for it', async () => {
    const { folder, commit } = repository()
    commit({ 'survey.md': 'A poem about the sea, in which no survey is to be found.\n' })
    commit({ 'survey.md': null, 'draft.md': surveyOf(initiative('Tea', TEA)) })
    commit({ 'draft.md': null, 'survey.md': surveyOf(initiative('Tea', TEA)) })
    commit({ 'draft.md': 'The next draft is about something else.\n' })
    const { revisions } = await history(folder, 'survey.md')
    expect(revisions.map(({ path }) => path)).toEqual(['draft.md', 'survey.md'])
  })

  test('what was renamed, renumbered, moved or only begun is not deleted', async () => {
    const { folder, commit } = repository()
    commit({ 'survey.md': surveyOf(initiative('#1 Tea', TEA), initiative('#2 Coffee'), initiative('#3 ???')) })
    commit({ 'survey.md': surveyOf(initiative('#1 Coffee'), initiative('#2 Green tea', TEA), initiative('#3 Cocoa')) })
    commit({
      'survey.md': surveyOf(
        initiative('#1 Coffee'),
        initiative('#2 Green tea', TEA),
        initiative('#3 Cocoa'),
      ).replaceAll('#### Threats', '#### Threats to us'),
    })
    const { revisions } = await history(folder, 'survey.md')
    expect(revisions.map(({ deleted }) => deleted)).toEqual([[], [], []])
  })

  test('names that begin with a dash or have quotes, blanks, brackets and letters of any kind', async () => {
    const { folder, commit } = repository()
    const names = ['-x.md', '--output=y.md', `it's "a" [b]*.md`, 'Übersicht 調査.md', ':(top)z.md']
    commit(Object.fromEntries(names.map((name) => [name, surveyOf(initiative(name, TEA))])))
    for (const name of names)
      expect((await history(folder, name)).revisions).toMatchObject([{ path: name, sections: 6 }])
  })

  test('a file that several names lead to is the one that git knows', async () => {
    const { folder, commit } = repository()
    commit({ 'survey.md': surveyOf(initiative('Tea')) })
    symlinkSync(join(folder, 'survey.md'), join(folder, 'link.md'))
    expect((await history(folder, 'link.md')).revisions).toHaveLength(1)
  })

  test('what cannot be read is left out, and said', async () => {
    const { folder, commit } = repository()
    commit({ 'survey.md': surveyOf(initiative('Tea', TEA)) })
    commit({ 'survey.md': Buffer.from([0x23, 0x20, 0xe9, 0x0a]) })
    commit({ 'survey.md': surveyOf(initiative('Tea', TEA, WITHOUT_THREATS)) })
    const { stdout, stderr, code } = await survey(['history', '--format', 'json', 'survey.md'], { cwd: folder })
    expect({ stderr, code }).toEqual({
      stderr: 'survey: survey.md: 1 revision is left out: not UTF-8, or too large.\n',
      code: 0,
    })
    expect((JSON.parse(stdout) as Told).revisions.map(({ deleted }) => deleted.length)).toEqual([0, 1])
  })

  test('a shallow clone says so', async () => {
    const { folder, commit } = repository()
    commit({ 'survey.md': surveyOf(initiative('Tea')) })
    const newest = commit({ 'survey.md': surveyOf(initiative('Tea', TEA)) })
    const clone = join(folderWith({}), 'clone')
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${folder}`, clone])
    const { stdout, stderr, code } = await survey(['history', '--format', 'json', 'survey.md'], { cwd: clone })
    expect(code).toBe(0)
    expect(stderr).toBe(
      `survey: survey.md: The clone is shallow: its history starts at ${newest.slice(0, 8)}. “git fetch --unshallow” brings the rest.\n`,
    )
    expect(JSON.parse(stdout)).toMatchObject({ shallow: true, revisions: [{ commit: newest }] })
    expect((await survey(['history', 'survey.md'], { cwd: clone })).stdout).toContain('as the clone is shallow')
  })

  test.each([
    ['no repository', 'survey.md', 'is in no git repository, so it has no history'],
    ['no such file', 'none.md', 'no such file'],
    ['a folder', '.', 'is a directory; name the file in it'],
  ])('%s: a clear message and exit code 2', async (_, file, message) => {
    const folder = folderWith({ 'survey.md': surveyOf(initiative('Tea')) })
    const { stdout, stderr, code } = await survey(['history', file], {
      cwd: folder,
      env: { GIT_CEILING_DIRECTORIES: folder },
    })
    expect({ stdout, stderr, code }).toEqual({ stdout: '', stderr: `survey: ${file}: ${message}\n`, code: 2 })
  })

  test('no commit, not committed, in the repository itself, no git: a clear message and exit code 2', async () => {
    const { folder, commit } = repository()
    writeFileSync(join(folder, 'survey.md'), surveyOf(initiative('Tea')))
    const told = async (file: string, options: RunOptions = {}): Promise<string> => {
      const { stderr, code } = await survey(['history', file], { cwd: folder, ...options })
      expect(code).toBe(2)
      return stderr
    }
    expect(await told('survey.md')).toBe('survey: survey.md: is in a git repository without commits\n')
    commit({ 'survey.md': surveyOf(initiative('Tea')) })
    writeFileSync(join(folder, 'new.md'), 'x')
    expect(await told('new.md')).toBe('survey: new.md: is in no commit yet, so it has no history\n')
    expect(await told('.git/HEAD')).toBe(
      'survey: .git/HEAD: is in the folder of a git repository itself, where nothing has a history\n',
    )
    expect(await told('survey.md', { env: { PATH: folder } })).toBe(
      'survey: survey.md: git is not installed, or not in the PATH\n',
    )
    expect(await told('-', { stdin: 'x' })).toBe('survey: standard input has no history; name a file\n')
  })

  test('a repository of whoever can have no program run', async () => {
    const { folder, commit, git } = repository()
    commit({ 'survey.md': surveyOf(initiative('Tea')), '.gitattributes': '*.md diff=evil\n' })
    const evil = join(folder, 'evil.sh')
    writeFileSync(evil, `#!/bin/sh\necho ran >> "${folder}/ran"\n`)
    chmodSync(evil, 0o755)
    for (const setting of ['core.fsmonitor', 'diff.evil.textconv', 'diff.external', 'gpg.program', 'core.pager'])
      git('config', setting, evil)
    git('config', 'log.showSignature', 'true')
    git('config', 'diff.renames', 'false')
    mkdirSync(join(folder, 'sub'))
    expect((await history(folder, 'survey.md')).revisions).toHaveLength(1)
    expect(() => execFileSync('cat', [join(folder, 'ran')], { stdio: 'ignore' })).toThrow()
  })

  test('a variable that names another repository does not count', async () => {
    const [one, other] = [repository(), repository()]
    one.commit({ 'survey.md': surveyOf(initiative('Tea')) })
    other.commit({ 'poem.md': 'x\n' })
    const { revisions } = await history(one.folder, 'survey.md', { env: { GIT_DIR: join(other.folder, '.git') } })
    expect(revisions).toHaveLength(1)
  })
})

const REVISIONS = readRevisions()

describe.skipIf(REVISIONS.length === 0 || !hasGit())('the history of a real survey', () => {
  test('its placeholders go to 0 by deletion, too, and its Threats vanish', async () => {
    const { folder, commit } = repository()
    const commits = new Map(REVISIONS.map(({ name, text }) => [commit({ 'survey.md': text }), name]))
    const { revisions } = await history(folder, 'survey.md')
    expect(revisions.map(({ commit: name }) => commits.get(name))).toEqual(REVISIONS.map(({ name }) => name))
    const at = (name: string) => revisions.find((each) => commits.get(each.commit)?.startsWith(name))
    expect(at('003')).toMatchObject({ sections: 29, written: 0, missing: 1, deleted: [] })
    // From here all that was open is gone, of 42 sections 12 with it.
    expect(at('035')).toMatchObject({ sections: 42, written: 28 })
    expect(at('041')).toMatchObject({ placeholders: 0, sections: 30, written: 30 })
    expect(at('041')?.deleted).toHaveLength(12)
    expect(at('087')).toMatchObject({ sections: 36, written: 36, missing: 0 })
    expect(at('088')).toMatchObject({ placeholders: 0, sections: 30, written: 30, missing: 6 })
    expect(at('088')?.deleted.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'threats'))
    expect(at('104')).toMatchObject({ sections: 60, written: 60, missing: 12, citations: 162, deleted: [] })
    expect(at('120')).toMatchObject({ survey: false, sections: 0 })
    const { stdout } = await survey(['history', '--format', 'svg', 'survey.md'], { cwd: folder })
    expect(stdout).toContain('deleted Threats to Tari of 6 initiatives')
  })
})
