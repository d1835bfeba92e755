import { spawn } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { survey, type RunOptions } from '../support/cli'
import { folderWith } from '../support/folder'
import { GERMAN } from '../support/german'

const SECTIONS = ['What is it?', 'Who does it?', 'Strengths', 'Weaknesses', 'Opportunities', 'Threats']
const initiative = (name: string, body = 'Words.') =>
  [`### ${name}`, ...SECTIONS.flatMap((title) => [`#### ${title}`, '', body, ''])].join('\n')

const CLEAN = `# Brews\n\n## Initiatives\n\n${initiative('#1 Tea')}`
const UNFINISHED = CLEAN.replace('Words.', '???')
const LACKING = CLEAN.replace('#### Threats\n\nWords.\n', '')
const NO_SURVEY = '# Shopping\n\n???\n'

describe('exit codes', () => {
  const cwd = () =>
    folderWith({ 'clean.md': CLEAN, 'unfinished.md': UNFINISHED, 'lacking.md': LACKING, 'list.md': NO_SURVEY })

  test.each([
    [0, ['check', 'clean.md']],
    [0, ['check', 'list.md']],
    [0, ['check', 'unfinished.md']],
    [1, ['check', 'unfinished.md', '--fail-on', 'information']],
    [1, ['check', 'unfinished.md', '--fail-on=hint']],
    [0, ['check', 'unfinished.md', '--fail-on', 'off']],
    [1, ['check', 'clean.md', 'lacking.md']],
    [0, ['check', '--fail-on', 'error', 'lacking.md']],
    [0, ['check', '--fail-on', 'off', 'lacking.md']],
    [2, ['check', 'lacking.md', 'nowhere.md']],
    [0, ['outline', 'clean.md', 'lacking.md', 'list.md']],
    [2, ['outline', 'clean.md', 'nowhere.md']],
  ])('%i: survey %j', async (code, args) => {
    expect((await survey(args, { cwd: cwd() })).code).toBe(code)
  })
})

describe('a wrong command line is one line on stderr and 2', () => {
  test.each([
    [
      [],
      'survey: which command? There are check, outline, matrix, history, stats, across, renumber, sort-references, merge-references, insert-reference, remove-reference, remove-uncited-references, swap-references, move-reference, move-initiative, remove-initiative, bring-up-to-template, omit-section, convert; see survey --help\n',
    ],
    [
      ['chekc', 'a.md'],
      "survey: there is no command 'chekc', only check, outline, matrix, history, stats, across, renumber, sort-references, merge-references, insert-reference, remove-reference, remove-uncited-references, swap-references, move-reference, move-initiative, remove-initiative, bring-up-to-template, omit-section, convert\n",
    ],
    [['check'], 'survey: which file? (see survey check --help)\n'],
    [['check', '--colour', 'a.md'], 'survey: there is no option --colour (see survey check --help)\n'],
    [['check', '--constructor=1', 'a.md'], 'survey: there is no option --constructor (see survey check --help)\n'],
    [['check', 'a.md', '--format'], 'survey: --format needs a value: text|json (see survey check --help)\n'],
    [
      ['check', 'a.md', '--format', 'xml'],
      "survey: --format must be one of text, json, not 'xml' (see survey check --help)\n",
    ],
    [
      ['check', 'a.md', '--today', '2026-02-30'],
      "survey: --today must be a day of the calendar as YYYY-MM-DD, not '2026-02-30' (see survey check --help)\n",
    ],
    [['outline', '--fail-on', 'hint', 'a.md'], 'survey: there is no option --fail-on (see survey outline --help)\n'],
  ])('survey %j', async (args, stderr) => {
    expect(await survey(args)).toEqual({ code: 2, stdout: '', stderr })
  })

  test('a wrong SURVEY_TODAY', async () => {
    const { code, stderr } = await survey(['check', 'a.md'], { env: { SURVEY_TODAY: 'tomorrow' } })
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        "survey: SURVEY_TODAY must be a day of the calendar as YYYY-MM-DD, not 'tomorrow' (see survey check --help)\n",
    })
  })
})

test.each([[['--help']], [['-h']], [['check', '--help']], [['outline', 'a.md', '-h']]])(
  'survey %j helps',
  async (args) => {
    const { code, stdout, stderr } = await survey(args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('Usage: survey ')
    expect(stdout).toContain('Exit code: 0')
  },
)

test('--version is the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../server/package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  expect(await survey(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})

describe('what cannot be read is one line on stderr, and the others are still checked', () => {
  const cases: readonly (readonly [name: string, content: string | Uint8Array, message: string])[] = [
    ['binary.md', 'a\0b', 'is a binary file'],
    ['latin.md', Buffer.from('caf\u00e9', 'latin1'), 'is not UTF-8; save it as UTF-8'],
    ['wide.md', Buffer.from('\ufeffTea', 'utf16le'), 'is UTF-16; save it as UTF-8'],
  ]

  test.each(cases)('%s', async (name, content, message) => {
    const cwd = folderWith({ [name]: content, 'lacking.md': LACKING })
    const { code, stdout, stderr } = await survey(['check', name, 'lacking.md'], { cwd })
    expect({ code, stderr }).toEqual({ code: 2, stderr: `survey: ${name}: ${message}\n` })
    expect(stdout).toContain('lacking.md:5:5')
  })

  test('a missing file, a folder, a file taken for a folder, a name with control characters', async () => {
    const cwd = folderWith({ 'lacking.md': LACKING })
    mkdirSync(join(cwd, 'folder'))
    const { code, stdout, stderr } = await survey(
      ['check', 'nowhere.md', 'folder', 'lacking.md/x', '\u001b[31m\n.md', 'lacking.md'],
      { cwd },
    )
    expect(code).toBe(2)
    expect(stderr.split('\n')).toEqual([
      'survey: nowhere.md: no such file',
      'survey: folder: is a directory; name the files in it',
      'survey: lacking.md/x: no such file',
      'survey: \ufffd[31m\ufffd.md: no such file',
      '',
    ])
    expect(stdout).toContain('missing-section')
  })

  test('a line of 50 MB, within seconds', async () => {
    const cwd = folderWith({ 'long.md': Buffer.alloc(50_000_000, 'word '), 'lacking.md': LACKING })
    const { code, stdout, stderr } = await survey(['check', 'long.md', 'lacking.md'], { cwd })
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'survey: long.md: is larger than 16 MB, too large for a survey\n',
    })
    expect(stdout).toContain('missing-section')
  }, 10_000)

  test.skipIf(process.platform === 'win32')('a file that may not be read', async () => {
    const cwd = folderWith({ 'secret.md': CLEAN, 'lacking.md': LACKING })
    chmodSync(cwd, 0o755)
    chmodSync(join(cwd, 'secret.md'), 0)
    const asRoot = process.getuid?.() === 0
    const { code, stdout, stderr } = await survey(['check', 'secret.md', 'lacking.md'], {
      cwd,
      ...(asRoot && { uid: 65_534 }),
    })
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'survey: secret.md: permission denied\n' })
    expect(stdout).toContain('missing-section')
  })
})

test('an empty file is said to be empty, and all is well', async () => {
  const cwd = folderWith({ 'empty.md': '' })
  expect(await survey(['check', 'empty.md'], { cwd })).toEqual({
    code: 0,
    stdout: 'Checked 0 surveys (1 other file left alone).\n',
    stderr: 'survey: empty.md: is empty\n',
  })
})

describe('the nearest .survey.json', () => {
  const TEE = '# Brüh\n\n## Initiativen\n\n### Tee\n\n#### Stärken\n\nWarm.\n\n#### Schwächen\n\noffen\n'
  const profiles = async (args: readonly string[], options: RunOptions): Promise<unknown> => {
    const { code, stdout, stderr } = await survey(['outline', '--format', 'json', ...args], options)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return (JSON.parse(stdout) as { files: { profile?: string }[] }).files.map(({ profile }) => profile)
  }

  test('speaks for a file, wherever the command runs, and for standard input where it runs', async () => {
    const cwd = folderWith({
      '.survey.json': GERMAN,
      'tee.md': TEE,
      'a/b/tee.md': TEE,
      'en/.survey.json': '{ "files": ["*.md"] }',
      'en/tee.md': TEE,
      'en/x/tee.md': TEE,
      'en/tea.md': CLEAN,
    })
    const paths = ['tee.md', 'a/b/tee.md', 'en/tee.md', 'en/x/tee.md', 'en/tea.md']
    const expected = ['swot-de', 'swot-de', 'swot', undefined, 'swot']
    expect(await profiles(paths, { cwd })).toEqual(expected)
    expect(
      await profiles(
        paths.map((path) => join(cwd, path)),
        { cwd: '/' },
      ),
    ).toEqual(expected)
    expect(
      await profiles(['../../en/tea.md', '../.././a/../tee.md', '-'], { cwd: join(cwd, 'a/b'), stdin: TEE }),
    ).toEqual(['swot', 'swot-de', 'swot-de'])
    const { code, stdout } = await survey(['check', 'a/b/tee.md'], { cwd })
    expect(code).toBe(1)
    expect(stdout).toContain('Tee has no “Was ist das?”, “Chancen” or “Risiken”. Add them, or write “Keine.”')
  })

  test('that is broken is told once, a line for each problem; what is right in it counts', async () => {
    const cwd = folderWith({
      '.survey.json': GERMAN.replace('"none"', '"non"').replace('["für"]', '7'),
      'a.md': TEE,
      'x/b.md': TEE,
      'en/.survey.json': '{',
      'en/c.md': LACKING,
    })
    const { code, stdout, stderr } = await survey(['check', 'a.md', 'x/b.md', 'en/c.md'], { cwd })
    expect(code).toBe(2)
    expect(stderr.split('\n')).toEqual([
      'survey: .survey.json:18:19: `suffixes` should be a list in square brackets, not a number.',
      expect.stringMatching(/^survey: \.survey\.json:20:7: `non` is not known here\./u),
      'survey: en/.survey.json:1:1: A closing brace `}` is missing here.',
      '',
    ])
    expect(stdout).toContain('x/b.md:5:5')
    expect(stdout).toContain('en/c.md:5:5')
  })

  test.skipIf(process.platform === 'win32')('that may not be read is told', async () => {
    const cwd = folderWith({ '.survey.json': GERMAN, 'a.md': LACKING })
    chmodSync(cwd, 0o755)
    chmodSync(join(cwd, '.survey.json'), 0)
    const asRoot = process.getuid?.() === 0
    const { code, stdout, stderr } = await survey(['check', 'a.md'], { cwd, ...(asRoot && { uid: 65_534 }) })
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'survey: .survey.json: permission denied\n' })
    expect(stdout).toContain('missing-section')
  })

  test('names bibliographies: check says which are not there, once, and the others do not', async () => {
    const cwd = folderWith({
      '.survey.json':
        '{\n  "references": ["here.bib", "../gone.bib", "folder.bib", "lists/*.ris", "**/*.{json,bib}"]\n}\n',
      'here.bib': '',
      'folder.bib/x': '',
      'a/tea.md': CLEAN,
      'b/tea.md': CLEAN,
    })
    const { code, stderr } = await survey(['check', 'a/tea.md', 'b/tea.md'], { cwd })
    expect({ code, stderr: stderr.split('\n') }).toEqual({
      code: 0,
      stderr: [
        'survey: .survey.json:2:30: “../gone.bib” is not there, or cannot be read, so no sources are offered from it. It is read as soon as it is there.',
        'survey: .survey.json:2:45: “folder.bib” is not there, or cannot be read, so no sources are offered from it. It is read as soon as it is there.',
        'survey: .survey.json:2:59: No bibliography matches “lists/*.ris” yet, so no sources are offered from there. A file that does is read as soon as it is there.',
        '',
      ],
    })
    for (const command of ['outline', 'renumber'])
      expect(await survey([command, 'a/tea.md'], { cwd })).toMatchObject({ code: 0, stderr: '' })
  })
})

test('- is standard input', async () => {
  const { code, stdout } = await survey(['check', '-'], { stdin: LACKING })
  expect(code).toBe(1)
  expect(stdout).toMatch(/^-:5:5 {2}warning {2}missing-section {2}/)
})

test('the report has a line for each finding, aligned, and sums up', async () => {
  const cwd = folderWith({ 'a.md': UNFINISHED.replace('#### Threats\n\nWords.\n', ''), 'list.md': NO_SURVEY })
  const { stdout } = await survey(['check', 'a.md', 'list.md'], { cwd })
  const lines = stdout.split('\n')
  expect(lines.map((line) => line.slice(0, 40))).toEqual([
    'a.md:5:5  warning      missing-section  ',
    'a.md:8:1  information  placeholder-text ',
    '',
    'Checked 1 survey (1 other file left alon',
    '',
  ])
  expect(lines[3]).toBe('Checked 1 survey (1 other file left alone): 1 warning, 1 information.')
})

test('the outline shows states, and why a file is no survey', async () => {
  const cwd = folderWith({ 'a.md': UNFINISHED.replace('#### Threats\n\nWords.\n', ''), 'list.md': NO_SURVEY })
  const { stdout } = await survey(['outline', 'a.md', 'list.md'], { cwd })
  expect(stdout.split('\n').slice(0, 11)).toEqual([
    'a.md',
    '   5  #1 Tea           4/6',
    '   6    What is it?    placeholder',
    '  10    Who does it?   complete',
    '  14    Strengths      complete',
    '  18    Weaknesses     complete',
    '  22    Opportunities  complete',
    '        Threats        missing',
    '  2 incomplete',
    '',
    'list.md',
  ])
  expect(stdout).toContain('  This is not a survey: ')
})

test('each survey of an outline ends with how many rows are incomplete', async () => {
  const cwd = folderWith({
    'a.md': `${CLEAN}\n## Why?\n\n???\n\n## Observations\n\nNone.\n\n## References\n\n[1] ???, https://a.org, Date accessed: 2018-06-07.\n`,
    'b.md': CLEAN,
    'c.md': '---\nsurvey: true\n---\n',
  })
  const { stdout } = await survey(['outline', 'a.md', 'b.md', 'c.md'], { cwd })
  const [a, b, c] = stdout.split('\n\n')
  expect(a?.split('\n').slice(-4)).toEqual([
    '  30  Why?             placeholder',
    '  34  Observations     none',
    '  38  References       1 listed, 0 citations, 1 never cited, 1 unfinished',
    '  2 incomplete',
  ])
  expect(b?.split('\n').at(-1)).toBe('  0 incomplete')
  expect(c).toBe('c.md\n  0 incomplete\n')
})

test('the day comes from --today, else from SURVEY_TODAY', async () => {
  const text = `${CLEAN}\nTea [1] is old.\n\n## References\n\n[1] Tea, https://example.org/tea, Date accessed: 2020-05-05.\n`
  const cwd = folderWith({ 'a.md': text })
  const codes = async (args: readonly string[], env = {}) =>
    (
      JSON.parse((await survey(['check', '--format', 'json', ...args, 'a.md'], { cwd, env })).stdout) as {
        files: { findings: { code: string }[] }[]
      }
    ).files[0]?.findings.map(({ code }) => code)
  expect(await codes(['--today', '2020-05-05'])).toEqual([])
  expect(await codes(['--today', '2020-05-04'])).toEqual(['access-date'])
  expect(await codes([], { SURVEY_TODAY: '2020-05-04' })).toEqual(['access-date'])
  expect(await codes(['--today', '2020-05-05'], { SURVEY_TODAY: '2020-05-04' })).toEqual([])
})

test('there is no colour where nobody looks', async () => {
  const cwd = folderWith({ 'a.md': LACKING })
  const { stdout } = await survey(['check', 'a.md'], { cwd, env: { FORCE_COLOR: '1' } })
  expect(stdout).not.toContain('\u001b')
})

test('a reader that leaves early does no harm', async () => {
  const cwd = folderWith({
    'a.md': `# Brews\n\n## Initiatives\n\n${Array.from({ length: 300 }, (_, i) => initiative(`#${i + 1} Tea ${i}`, '???')).join('\n')}`,
  })
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../server/bin/survey.js', import.meta.url)), 'check', 'a.md'],
    { cwd },
  )
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

test.skipIf(process.platform !== 'linux')('a result that cannot be written is no success', async () => {
  const cwd = folderWith({ 'a.md': CLEAN })
  const full = openSync('/dev/full', 'w')
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../server/bin/survey.js', import.meta.url)), 'check', 'a.md'],
    { cwd, stdio: ['ignore', full, 'pipe'] },
  )
  closeSync(full)
  let stderr = ''
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect({ code, stderr }).toEqual({ code: 2, stderr: 'survey: cannot write the result: no space left on device\n' })
})
